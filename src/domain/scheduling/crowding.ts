import type { AttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { epochOf } from "#domain/scheduling/epoch.ts";

/** From when until when somebody was in a session; nulls where they were not. */
interface Stay {
  readonly firstInAt: string | null;
  readonly lastOutAt: string | null;
}

/**
 * How many are in a session at a moment, in the room, on video or by telephone: they share one number of seats. Somebody who was
 * called out for a while counts, their seat is kept for them.
 */
export const peopleAt = (stays: readonly Stay[], moment: string): number => {
  const at = epochOf(moment);
  return stays.filter(
    ({ firstInAt, lastOutAt }) =>
      firstInAt !== null &&
      lastOutAt !== null &&
      epochOf(firstInAt) <= at &&
      at < epochOf(lastOutAt),
  ).length;
};

/**
 * The most people who were in a session at once, and when they first were so many. A cap on the size of a group speaks of those
 * who are present at the same time, not of its roster (California Code of Regulations, title 9: at most 12 in a counseling
 * group). Nothing is refused for it: whoever came was there.
 */
export const mostAtOnce = (
  stays: readonly Stay[],
): { readonly people: number; readonly since: string | null } => {
  const moments = stays.flatMap(({ firstInAt }) => firstInAt ?? []).toSorted();
  return moments.reduce<{ people: number; since: string | null }>(
    (most, moment) => {
      const people = peopleAt(stays, moment);
      return people > most.people ? { people, since: moment } : most;
    },
    { people: 0, since: null },
  );
};

/** The last of these arrivals that brought more people together than a session has seats, as a remark; nothing where none did. */
export const crowdingRemarks = (
  rows: readonly (Stay & { readonly patientId: string })[],
  events: readonly Pick<AttendanceEvent, "id" | "kind" | "patientId">[],
  seats: number,
): readonly { readonly eventId: string; readonly code: "crowded" }[] => {
  const last = events.findLast(({ kind, patientId }) => {
    const since = rows.find((row) => row.patientId === patientId)?.firstInAt ?? null;
    return kind === "arrive" && since !== null && peopleAt(rows, since) > seats;
  });
  return last === undefined ? [] : [{ eventId: last.id, code: "crowded" }];
};
