import { localeTag } from "#web/platform/language.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";

/** ` PT` where a place has another zone than the organization; empty where it has the same. */
export const sayOtherZone = (zone: string, home: string | undefined): string => {
  if (home === undefined || zone === home) return "";
  const parts = new Intl.DateTimeFormat(localeTag(), {
    timeZone: zone,
    timeZoneName: "shortGeneric",
  }).formatToParts(new Date());
  return ` ${parts.find(({ type }) => type === "timeZoneName")?.value ?? zone}`;
};

/**
 * Put behind a time at a place. Where sites lie in several zones, times stand below each other that are no order:
 * 5:00 PM in one comes after 5:30 PM in another.
 */
export const useSayOtherZone = (): ((zone: string) => string) => {
  const home = useOrganizationZone();
  return (zone) => sayOtherZone(zone, home);
};
