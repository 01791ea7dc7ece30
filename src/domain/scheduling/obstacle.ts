import { z } from "zod";
import { instantSchema } from "#domain/basics/instant.ts";
import { epochOf } from "#domain/scheduling/epoch.ts";

/** Why a session that was called off stays called off. */
export const obstacles = [
  "began",
  "closed-otherwise",
  "series-ended",
  "retired",
  "room-taken",
  "facilitator-taken",
] as const;

/** What stands in the way of planning a session again, and which session holds its room or its people. */
export const obstacleSchema = z.object({
  because: z.enum(obstacles),
  held: z
    .object({ name: z.string(), zone: z.string(), startsAt: instantSchema, endsAt: instantSchema })
    .nullable(),
});
export type Obstacle = z.output<typeof obstacleSchema>;

/** A room and people for a time. */
export interface Booking {
  readonly roomId: string | null;
  readonly staffIds: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface Clash<Other extends Booking> {
  readonly because: "room-taken" | "facilitator-taken";
  readonly other: Other;
}

/** What of a booking another one holds at the same time, and which: the room, a person, or nothing. */
export const clashOf = <Other extends Booking>(
  wanted: Booking,
  others: readonly Other[],
): Clash<Other> | null => {
  const [from, to] = [epochOf(wanted.startsAt), epochOf(wanted.endsAt)];
  const meanwhile = others.filter(
    ({ startsAt, endsAt }) => epochOf(startsAt) < to && epochOf(endsAt) > from,
  );
  const inRoom =
    wanted.roomId === null ? undefined : meanwhile.find(({ roomId }) => roomId === wanted.roomId);
  if (inRoom !== undefined) return { because: "room-taken", other: inRoom };
  const withThem = meanwhile.find(({ staffIds }) =>
    staffIds.some((id) => wanted.staffIds.includes(id)),
  );
  return withThem === undefined ? null : { because: "facilitator-taken", other: withThem };
};
