import { dayAt } from "#web/platform/dates.ts";
import { useNow } from "#web/platform/use-now.ts";

/** The day it is on the wall of a place, or on the device's. */
export const useToday = (zone?: string): string => dayAt(useNow(), zone);
