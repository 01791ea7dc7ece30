import { dayAt } from "#web/platform/dates.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";

const msPerDay = 86_400_000;

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10);

/** Today where the organization is. */
export const useToday = (): string => dayAt(useNow(), useOrganizationZone());

/** Whole days from one civil date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msPerDay);
