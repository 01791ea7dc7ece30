import { dayAt } from "#web/platform/dates.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";

/**
 * The day it is on the wall of a place; without one, where the organization is. Never the device's: whoever
 * works from elsewhere would be shown another day, on a Sunday evening another week, than what the server answers.
 */
export const useToday = (zone?: string): string => {
  const ownZone = useOrganizationZone();
  return dayAt(useNow(), zone ?? ownZone);
};
