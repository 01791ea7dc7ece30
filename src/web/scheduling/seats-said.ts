import type { Session } from "#domain/scheduling/session.ts";

type Told = Pick<Session, "state" | "endsAt" | "expectedCount" | "presentCount" | "comingCount">;

/**
 * What is said of the seats of a session: who is expected, who is here, who came. One whose hour is over is never said
 * to expect anybody: either all stayed away, or whoever led it has not entered who came.
 */
export const seatsSaid = (
  session: Told,
  now: Date,
): "cancelled" | "expected" | "here" | "came" | "to-enter" => {
  const { state, expectedCount, presentCount, comingCount } = session;
  if (state === "cancelled") return "cancelled";
  if (state === "ended" && expectedCount > 0) return "came";
  if (presentCount > 0) return "here";
  if (expectedCount === 0 || Date.parse(session.endsAt) > now.getTime()) return "expected";
  return comingCount === 0 ? "came" : "to-enter";
};
