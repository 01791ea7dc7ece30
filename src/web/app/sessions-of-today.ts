import { standingAt, type Session } from "#domain/scheduling/session.ts";

/** How long after its beginning a session may be without anybody entered before somebody ought to ask. */
const silentMs = 15 * 60_000;

/** A session that is on or to come, and whether it began a while ago and nobody entered who is there. */
export interface SessionOnToday {
  readonly session: Session;
  readonly isOn: boolean;
  readonly isSilent: boolean;
}

export interface SessionsOfToday {
  /** Those nobody entered anything for, then those that are on, then those to come, each by the clock. */
  readonly open: readonly SessionOnToday[];
  readonly over: number;
  readonly calledOff: number;
}

const isSilentAt = ({ startsAt, presentCount, comingCount }: Session, now: number): boolean =>
  now - Date.parse(startsAt) > silentMs && presentCount === 0 && comingCount > 0;

/** The sessions of a day as whoever answers for all of them asks: which are on, which lack something, which are to come. */
export const sessionsOfToday = (rows: readonly Session[], now: Date): SessionsOfToday => {
  const at = now.getTime();
  const standing = rows.map((session) => ({ session, is: standingAt(session, at) }));
  const open = standing
    .filter(({ is }) => is === "open" || is === "scheduled")
    .map(({ session, is }) => ({
      session,
      isOn: is === "open",
      isSilent: is === "open" && isSilentAt(session, at),
    }));
  const rank = ({ isOn, isSilent }: SessionOnToday): number => (isSilent ? 0 : isOn ? 1 : 2);
  return {
    open: open.toSorted(
      (one, other) =>
        rank(one) - rank(other) ||
        Date.parse(one.session.startsAt) - Date.parse(other.session.startsAt),
    ),
    over: standing.filter(({ is }) => is === "ended").length,
    calledOff: standing.filter(({ is }) => is === "cancelled").length,
  };
};
