import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";

export const membershipEndReasons = [
  "completed",
  "transferred",
  "paused",
  "discharged",
  "left",
  "series-ended",
] as const;
export const membershipEndReasonSchema = z.enum(membershipEndReasons);

/** A person in a series from one day to another, both of them included. A pause is a gap between two memberships. */
export const membershipSchema = z
  .object({
    id: idSchema,
    seriesId: idSchema,
    seriesName: z.string(),
    patientId: idSchema,
    patientName: z.string(),
    enrollmentId: idSchema,
    levelName: z.string(),
    label: labelSchema,
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable(),
    endReason: membershipEndReasonSchema.nullable(),
    /** Given by mistake and taken back before it was used: kept to be read, and counted nowhere. */
    withdrawn: z
      .object({ at: instantSchema, by: z.string().nullable(), reason: z.string().nullable() })
      .nullable(),
    version: z.int(),
  })
  .meta({ id: "Membership" });
export type Membership = z.output<typeof membershipSchema>;

interface Span {
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** True on every day from the first to the last, both included; dates compare as texts. */
export const runsOn = ({ startsOn, endsOn }: Span, day: string): boolean =>
  startsOn <= day && (endsOn === null || day <= endsOn);

/**
 * The most people who are members on one and the same day of `span`, counted where somebody begins: between two beginnings
 * a group only becomes smaller.
 */
export const fullestDay = (members: readonly Span[], span: Span): number => {
  const days = [span.startsOn, ...members.map((one) => one.startsOn)].filter((day) =>
    runsOn(span, day),
  );
  return days.reduce(
    (most, day) => Math.max(most, members.filter((one) => runsOn(one, day)).length),
    0,
  );
};
