import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { endReasonSchema, type EndReason } from "#domain/admissions/admission-terms.ts";
import { daysBetween } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";

/** So many days are looked back where nobody chose others: the quarter that a program is judged by. */
const endedDays = 90;

/** The range that is shown where nobody chose one; its last day is today. */
export const endedSince = (today: string): string =>
  Temporal.PlainDate.from(today)
    .subtract({ days: endedDays - 1 })
    .toString();

/** One stay that ended, with how long it was and why it ended. */
export const endedStaySchema = z
  .object({
    patientId: idSchema,
    enrollmentId: idSchema,
    name: z.string(),
    siteName: z.string(),
    programName: z.string(),
    trackName: z.string(),
    levelName: z.string(),
    therapistName: z.string().nullable(),
    admittedOn: z.iso.date(),
    endedOn: z.iso.date(),
    endReason: endReasonSchema.nullable(),
  })
  .meta({ id: "EndedStay" });
export type EndedStay = z.output<typeof endedStaySchema>;

/** What an end means to a program: the plan was done, somebody left it, they stepped to another level, or something else ended it. */
export const endKinds = ["completed", "early", "stepped", "other"] as const;
export type EndKind = (typeof endKinds)[number];

const kinds: Readonly<Record<EndReason, EndKind>> = {
  completed: "completed",
  transfer: "stepped",
  "against-advice": "early",
  "no-contact": "early",
  administrative: "other",
  hospitalized: "other",
  incarcerated: "other",
  died: "other",
  "payer-financial": "other",
  moved: "other",
};

/**
 * Early leaving is what the person did: they left against advice, or stayed away. Whom the program, the payer, a hospital or a
 * move took out of care did not leave, and a step to another level is no end of care at all.
 */
export const kindOfEnd = ({ endReason }: Pick<EndedStay, "endReason">): EndKind =>
  endReason === null ? "other" : kinds[endReason];

/** Days from the first to the last, both counted. */
export const daysOfStay = ({
  admittedOn,
  endedOn,
}: Pick<EndedStay, "admittedOn" | "endedOn">): number => daysBetween(admittedOn, endedOn) + 1;

/** The value below which this share of the numbers lies, between two of them in proportion. */
const quantile = (ascending: readonly number[], share: number): number => {
  const place = (ascending.length - 1) * share;
  const [below = 0, above = below] = [ascending[Math.floor(place)], ascending[Math.ceil(place)]];
  return Math.round(below + (above - below) * (place - Math.floor(place)));
};

/** Fewer stays have no middle half worth telling. */
const fewestForHalf = 4;

export interface EndedFigures {
  readonly ended: number;
  /** Days of the stay in the middle; null where none ended. */
  readonly median: number | null;
  /** Between these days lie the middle half of the stays. */
  readonly middleHalf: readonly [number, number] | null;
  readonly completed: number;
  readonly early: number;
  /** What the shares of the completed and the early are of: every end but a step to another level. */
  readonly leftCare: number;
}

/** How long these stays were, and how they ended. */
export const figuresOfEnded = (rows: readonly EndedStay[]): EndedFigures => {
  const days = rows.map(daysOfStay).toSorted((one, other) => one - other);
  const count = (kind: EndKind): number => rows.filter((row) => kindOfEnd(row) === kind).length;
  return {
    ended: rows.length,
    median: rows.length === 0 ? null : quantile(days, 0.5),
    middleHalf: rows.length < fewestForHalf ? null : [quantile(days, 0.25), quantile(days, 0.75)],
    completed: count("completed"),
    early: count("early"),
    leftCare: rows.length - count("stepped"),
  };
};
