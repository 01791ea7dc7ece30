import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { civilDateSchema, dateAt } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instrumentNames, instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { triggerOf } from "#domain/measures/instruments/score.ts";
import type { MeasurePoint } from "#domain/measures/measure.ts";

/** One asking in a course. What was not answered, or made no score, has none: it is a gap and never a zero. */
const coursePointSchema = z.object({
  id: idSchema,
  /** The day it was answered where the person is in care; else the day it is due. */
  on: civilDateSchema,
  state: z.enum(["scored", "not-scored", "not-answered", "due"]),
  score: z.int().nullable(),
  band: z.string().nullable(),
  /** Items whose answer asked for somebody at once. */
  actedOn: z.array(z.string()),
});
export type CoursePoint = z.output<typeof coursePointSchema>;

/** One instrument over time, oldest first, with what its scores are held against. */
export const courseSchema = z
  .object({
    instrument: z.enum(instrumentNames),
    name: z.string(),
    highest: z.int(),
    bands: z.array(z.object({ code: z.string(), from: z.int() })),
    /** The smallest difference of two scores that means something. */
    meaningfulChange: z.int(),
    /** Of all askings, also those that are too long ago to be among the points. */
    asked: z.int(),
    answered: z.int(),
    points: z.array(coursePointSchema),
  })
  .meta({ id: "Course" });
export type Course = z.output<typeof courseSchema>;

/** A year of one asking a week. */
const mostPoints = 52;

const pointOf = (point: MeasurePoint, today: string, zone: string): CoursePoint => {
  const { id, completedAt, dueOn, score, band } = point;
  const actedOn = Object.entries(point.answers).flatMap(([item, value]) =>
    triggerOf(instrumentOf(point.instrument), item, value) === undefined ? [] : [item],
  );
  if (completedAt === null)
    return {
      id,
      on: dueOn,
      state: dueOn < today ? "not-answered" : "due",
      score: null,
      band: null,
      actedOn,
    };
  const on = dateAt(Temporal.Instant.from(completedAt), zone);
  return { id, on, state: score === null ? "not-scored" : "scored", score, band, actedOn };
};

/** What was asked of one person, as one course for each instrument in the order of the list. */
export const coursesOf = (points: readonly MeasurePoint[], today: string, zone: string): Course[] =>
  instrumentNames.flatMap((name) => {
    const asked = points.filter(({ instrument }) => instrument === name);
    if (asked.length === 0) return [];
    const { name: shown, scoring, bands, change } = instrumentOf(name);
    return [
      {
        instrument: name,
        name: shown,
        highest: scoring.highest,
        bands: bands.map(({ code, from }) => ({ code, from })),
        meaningfulChange: change.clinicallyMeaningful,
        asked: asked.length,
        answered: asked.filter(({ completedAt }) => completedAt !== null).length,
        points: asked
          .map((point) => pointOf(point, today, zone))
          .toSorted((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id))
          .slice(-mostPoints),
      },
    ];
  });
