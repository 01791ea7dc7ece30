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

/** Who facilitates a session, and how many people its activity leaves to one of them. */
interface Led {
  readonly facilitators: readonly { readonly role: string }[];
  readonly peoplePerFacilitator: number | null;
}

/** How many lead a session together: whoever is there to learn does not. */
export const leadingIn = ({ facilitators }: Pick<Led, "facilitators">): number =>
  facilitators.filter(({ role }) => role !== "trainee").length;

/**
 * The most people that those who facilitate may lead together; null where the activity says nothing of it. A ratio speaks of who
 * is really there (North Carolina, SAIOP: 1 to 12 face to face): where a co-facilitator calls out, it is less from then on.
 */
export const mostLed = (led: Led): number | null =>
  led.peoplePerFacilitator === null ? null : leadingIn(led) * led.peoplePerFacilitator;

/** More people together than a session has seats; more than those who are there may lead. */
export const crowdings = ["crowded", "over-ratio"] as const;
export type Crowding = (typeof crowdings)[number];

/** The last of these arrivals that brought more people together than there are seats, or than may be led, as a remark each. */
export const crowdingRemarks = (
  rows: readonly (Stay & { readonly patientId: string })[],
  events: readonly Pick<AttendanceEvent, "id" | "kind" | "patientId">[],
  session: Led & { readonly capacity: number },
): readonly { readonly eventId: string; readonly code: Crowding }[] => {
  const most = { crowded: session.capacity, "over-ratio": mostLed(session) };
  return crowdings.flatMap((code) => {
    const limit = most[code];
    const last = events.findLast(({ kind, patientId }) => {
      const since = rows.find((row) => row.patientId === patientId)?.firstInAt ?? null;
      return kind === "arrive" && since !== null && limit !== null && peopleAt(rows, since) > limit;
    });
    return last === undefined ? [] : [{ eventId: last.id, code }];
  });
};

/**
 * A session with more people than those who facilitate may lead, and how many would have to help; null where there are not.
 * Counted are those who are there, and those with a seat who neither came nor said that they stay away.
 */
export const overRatio = ({
  facilitators,
  activity: { peoplePerFacilitator },
  ...session
}: Pick<Led, "facilitators"> & {
  readonly activity: Pick<Led, "peoplePerFacilitator">;
  readonly state: string;
  readonly comingCount: number;
  readonly presentCount: number;
  readonly hereCount: number;
}): { readonly people: number; readonly missing: number } | null => {
  const { state, comingCount, presentCount, hereCount } = session;
  const people = hereCount + Math.max(0, comingCount - presentCount);
  const most = mostLed({ facilitators, peoplePerFacilitator });
  if (state === "cancelled" || state === "ended") return null;
  if (most === null || peoplePerFacilitator === null || people <= most) return null;
  return {
    people,
    missing: Math.ceil(people / peoplePerFacilitator) - leadingIn({ facilitators }),
  };
};
