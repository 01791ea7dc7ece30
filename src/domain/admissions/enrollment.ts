import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { civilDateSchema, daysBetween } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { optional } from "#domain/basics/optional.ts";
import type { FieldProblem } from "#domain/contract/problem.ts";
import {
  admissionSourceSchema,
  admissionTypeSchema,
  endReasonSchema,
  patientStatusSchema,
} from "#domain/admissions/admission-terms.ts";
import { populationSchema, type Population } from "#domain/programs/population.ts";

const namedSchema = z.object({ id: idSchema, name: z.string() });

/** What people say of a stay: into which track at which level of care, from when, with whom, and how it came about. */
export const enrollmentFacts = z.object({
  trackId: idSchema,
  levelOfCareId: idSchema,
  admittedOn: civilDateSchema,
  attendingStaffId: optional(idSchema),
  therapistStaffId: optional(idSchema),
  admissionType: admissionTypeSchema,
  admissionSource: admissionSourceSchema,
  patientStatus: patientStatusSchema.default("still-in-care"),
});
export type EnrollmentFacts = z.output<typeof enrollmentFacts>;

/** One diagnosis of a stay. The order in which they are written is their rank: the first is what the stay is for. */
export const enrollmentDiagnosisFacts = z.object({
  code: z
    .string()
    .transform((value) => value.trim().toUpperCase())
    .pipe(z.string().regex(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/)),
  diagnosedOn: optional(civilDateSchema),
});
export type EnrollmentDiagnosisFacts = z.output<typeof enrollmentDiagnosisFacts>;

export const diagnosesOfStaySchema = z.array(enrollmentDiagnosisFacts).min(1).max(12);

export const enrollmentDiagnosisSchema = z.object({
  id: idSchema,
  code: z.string(),
  /** The words of the code set on the day of the diagnosis; null for a code that our subset does not hold. */
  description: z.string().nullable(),
  rank: z.int(),
  diagnosedOn: z.string(),
});

/** A person in a program at a level of care (FHIR EpisodeOfCare). Several may run at once. */
export const enrollmentSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    program: namedSchema,
    track: namedSchema.extend({ kind: z.string() }),
    levelOfCare: namedSchema.extend({ code: z.string() }),
    population: populationSchema,
    label: labelSchema,
    admittedOn: z.string(),
    endedOn: z.string().nullable(),
    endReason: endReasonSchema.nullable(),
    attendingStaff: namedSchema.nullable(),
    therapistStaff: namedSchema.nullable(),
    admissionType: admissionTypeSchema,
    admissionSource: admissionSourceSchema,
    patientStatus: patientStatusSchema,
    diagnoses: z.array(enrollmentDiagnosisSchema),
    createdAt: instantSchema,
    version: z.int(),
  })
  .meta({ id: "Enrollment" });
export type Enrollment = z.output<typeof enrollmentSchema>;

/** Full years on a day. Somebody born on February 29 is a year older on March 1 of a common year. */
export const ageOn = (birthDate: string, day: string): number =>
  Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(day), { largestUnit: "years" })
    .years;

/** Whose hours count: below the age bound of the hour rule in force somebody is an adolescent there. */
export const populationOn = (
  birthDate: string,
  admittedOn: string,
  adolescentBelowAge: number,
): Population => (ageOn(birthDate, admittedOn) < adolescentBelowAge ? "adolescent" : "adult");

/** The week of a stay on a day: the first seven days are week 1. */
export const weekOfStay = (admittedOn: string, day: string): number =>
  Math.max(1, Math.floor(daysBetween(admittedOn, day) / 7) + 1);

/** The week of a stay as told on a day: of a stay that has ended, the week it ended in. */
export const weekToldOn = (
  { admittedOn, endedOn }: { readonly admittedOn: string; readonly endedOn: string | null },
  day: string,
): number => weekOfStay(admittedOn, endedOn !== null && endedOn < day ? endedOn : day);

/** A stay is written down at most this long before it begins. */
const farthestAheadDays = 60;

/** What stands against the first day of a stay: before birth, or farther ahead than anybody plans. */
export const admissionDayProblem = (
  admittedOn: string,
  birthDate: string,
  today: string,
): FieldProblem | null => {
  if (admittedOn < birthDate) return { code: "before-birth" };
  if (daysBetween(today, admittedOn) > farthestAheadDays)
    return { code: "too-far-ahead", values: { days: farthestAheadDays } };
  return null;
};

/** What stands against the last day of a stay. A stay ends on the day it began or later, and not in the future. */
export const endDayProblem = (
  endedOn: string,
  admittedOn: string,
  today: string,
): FieldProblem | null => {
  if (endedOn < admittedOn) return { code: "before-admission" };
  return endedOn > today ? { code: "in-the-future" } : null;
};
