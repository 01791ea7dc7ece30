import { standingAt, type Session } from "#domain/scheduling/session.ts";

type Told = Pick<Session, "state" | "startsAt" | "endsAt">;
type Seated = Told & Pick<Session, "expectedCount" | "presentCount">;

/** Its hour is over, also where nobody came and so nobody opened it. */
export const isOver = (session: Told, now: Date): boolean =>
  standingAt(session, now.getTime()) === "ended";

/** From then on a session is not moved any more, and who led it is put right with a reason. */
export const hasBegun = (session: Told, now: Date): boolean =>
  session.state === "open" || isOver(session, now);

/** Over, with seats, and nobody came: it may not have taken place at all. */
export const isUnheld = (session: Seated, now: Date): boolean =>
  session.state === "scheduled" &&
  isOver(session, now) &&
  session.expectedCount > 0 &&
  session.presentCount === 0;
