import type { Session } from "#domain/scheduling/session.ts";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";

type Timed = Pick<Session, "serviceDate" | "startsAt" | "zone">;

/** `Thu Nov 19, 5:00 PM PT`. */
export const useSayWhen = (): ((session: Timed) => string) => {
  const sayOtherZone = useSayOtherZone();
  return ({ serviceDate, startsAt, zone }) =>
    `${sayDate(serviceDate)}, ${sayTime(startsAt, zone)}${sayOtherZone(zone)}`;
};
