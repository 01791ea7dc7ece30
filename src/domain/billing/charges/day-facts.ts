import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { authorizationUnits } from "#domain/payers/authorization-unit.ts";
import { populationSchema } from "#domain/programs/population.ts";

/** How somebody took part. Billing knows presence only through the minutes ledger, so the words stand here too. */
export const serviceModes = ["room", "video", "phone"] as const;
export const serviceModeSchema = z.enum(serviceModes);

/** How far the paper of a service is: a payer may rely on `signed` alone. */
export const noteStandings = [
  "none",
  "draft",
  "signed",
  "waiting-cosignature",
  "retracted",
] as const;
export const noteStandingSchema = z.enum(noteStandings);

/** One person in one session: what the ledger credits, who led it, and how far its note is. */
export const dayServiceSchema = z.object({
  sessionId: idSchema,
  attendanceId: idSchema,
  sessionName: z.string(),
  /** What payers call it (`serviceOf` of payers). */
  service: z.string(),
  startedAt: instantSchema,
  endedAt: instantSchema,
  creditedMinutes: z.int().min(0),
  deliveredMinutes: z.int().min(0),
  /** A make-up beyond those that count in its week. */
  isOverLimit: z.boolean().optional(),
  mode: serviceModeSchema.nullable(),
  /** A code of the ledger. */
  status: z.string(),
  /** False while it runs or lies ahead: its minutes may still grow. */
  isOver: z.boolean(),
  leadStaffId: idSchema.nullable(),
  /** Who supervises the lead now. */
  leadSupervisorId: idSchema.nullable(),
  /** Letters of the lead's credentials that held on the day, such as LCSW. */
  leadCredentials: z.array(z.string()),
  noteId: idSchema.nullable(),
  noteState: noteStandingSchema,
  /** What the note says; null where there is none. */
  noteMinutes: z.int().nullable(),
  servesPerDiem: z.boolean(),
});
export type DayService = z.output<typeof dayServiceSchema>;

/** What a payer allowed; `used` is what the days before this one took of it, in its own unit. */
export const dayAuthorizationSchema = z.object({
  id: idSchema,
  number: z.string(),
  startsOn: civilDateSchema,
  endsOn: civilDateSchema,
  units: z.int(),
  unit: z.enum(authorizationUnits),
  used: z.number(),
});
export type DayAuthorization = z.output<typeof dayAuthorizationSchema>;

/** What somebody may let a day go without, on their word (day-holds). */
export const releasableDayHolds = ["no-authorization", "authorization-used-up"] as const;

/** That a day is billed although something is missing, and why; and that this was taken back, where it was. */
export const dayReleaseSchema = z.object({
  id: idSchema,
  code: z.enum(releasableDayHolds),
  reason: z.string(),
  releasedAt: instantSchema,
  releasedBy: z.string(),
  takenBack: z.object({ reason: z.string(), at: instantSchema, by: z.string() }).nullable(),
});

/** Everything a day's charges are made from. A day is the site's civil date; a person in two programs has two. */
export const dayFactsSchema = z.object({
  serviceDate: civilDateSchema,
  zone: z.string(),
  patientId: idSchema,
  siteId: idSchema,
  enrollment: z.object({
    id: idSchema,
    programId: idSchema,
    levelOfCareId: idSchema,
    population: populationSchema,
    label: labelSchema,
    admittedOn: civilDateSchema,
    endedOn: civilDateSchema.nullable(),
  }),
  coverage: z
    .object({ id: idSchema, payerId: idSchema, planName: z.string().nullable() })
    .nullable(),
  services: z.array(dayServiceSchema),
  /** In force on the day; rank 1 is the principal one. Codes as they are written, with the dot. */
  diagnoses: z.array(z.object({ code: z.string(), rank: z.int() })),
  authorizations: z.array(dayAuthorizationSchema),
  /** Every one that there was, the oldest first; what was taken back lets nothing go. */
  releases: z.array(dayReleaseSchema),
  /**
   * Why the payer may not be told: no consent to it (42 CFR 2.31, 2.33; 45 CFR 164.506), or the patient asked to keep it back and
   * that was agreed to (42 CFR 2.26). Null: it may.
   */
  refusedToPayer: z.enum(["no-consent", "kept-back"]).nullable(),
  /** Sessions that need a licensed lead and whose lead had no credential in force that day. */
  credentialLapsed: z.array(idSchema),
});
export type DayFacts = z.output<typeof dayFactsSchema>;
