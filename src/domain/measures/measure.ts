import { z } from "zod";
import { localeSchema } from "#domain/access/account.ts";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { instrumentNames } from "#domain/measures/instruments/instrument-list.ts";

const answersSchema = z.record(z.string(), z.int());

/** A measure that was asked of somebody, and as far as it is answered. */
export const measureSchema = z
  .object({
    /** Of the request: one answer sheet belongs to it. */
    id: idSchema,
    patientId: idSchema,
    patientName: z.string(),
    enrollmentId: idSchema,
    instrument: z.enum(instrumentNames),
    instrumentVersion: z.string(),
    dueOn: civilDateSchema,
    requestedAt: instantSchema,
    requestedBy: z.string(),
    cancelledAt: instantSchema.nullable(),
    startedAt: instantSchema.nullable(),
    completedAt: instantSchema.nullable(),
    /** `self`: the person on their own device; `staff`: read aloud and typed by somebody who works here. */
    answeredBy: z.enum(["self", "staff"]).nullable(),
    language: localeSchema.nullable(),
    answers: answersSchema,
    score: z.int().nullable(),
    band: z.string().nullable(),
    notScoredBecause: z.enum(["too-many-missing"]).nullable(),
    scoringVersion: z.string().nullable(),
    label: labelSchema,
    version: z.int(),
  })
  .meta({ id: "Measure" });
export type Measure = z.output<typeof measureSchema>;

/** What happens now that an answer asks for somebody at once: who was told, and by when they are to call. */
export const crisisCallSchema = z
  .object({ toldAt: instantSchema, callBy: instantSchema, callerName: z.string().nullable() })
  .meta({ id: "CrisisCall" });
export type CrisisCall = z.output<typeof crisisCallSchema>;

/** One asking in somebody's course. */
export const measurePointSchema = z.object({
  id: idSchema,
  instrument: z.enum(instrumentNames),
  dueOn: civilDateSchema,
  completedAt: instantSchema.nullable(),
  answers: answersSchema,
  score: z.int().nullable(),
  band: z.string().nullable(),
});
export type MeasurePoint = z.output<typeof measurePointSchema>;
