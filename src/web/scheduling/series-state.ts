import type { Series } from "#domain/scheduling/series.ts";
import { dayAt } from "#web/platform/dates.ts";

/** Ended by somebody, or past its last day. */
export const hasEnded = ({ retiredAt, endsOn, zone }: Series, now: Date): boolean =>
  retiredAt !== null || (endsOn !== null && endsOn < dayAt(now, zone));

/** Whether a group has a seat for one more. */
export const seatState = ({
  memberCount,
  capacity,
}: Pick<Series, "memberCount" | "capacity">): "free" | "full" =>
  memberCount < capacity ? "free" : "full";
