import { z } from "zod";
import { enrollmentSchema } from "#domain/admissions/enrollment.ts";
import { stayLackSchema } from "#domain/admissions/stay-lack.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { authorizationSchema, authorizationStandings } from "#domain/coverage/authorization.ts";
import { spineStateSchema, spineSteps } from "#domain/charting/chart-spine.ts";
import { goalSchema } from "#domain/charting/goal.ts";
import { courseSchema } from "#domain/measures/course.ts";
import { weekHoursSchema } from "#domain/scheduling/hours.ts";
import { membershipSchema } from "#domain/scheduling/membership.ts";
import { closures } from "#domain/tasks/task-kind.ts";

const timelineKinds = [
  "session",
  "measure",
  "call-asked",
  "call-taken",
  "call-closed",
  "admission",
  "discharge",
  "authorization",
  "objective",
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** How a session's note stands: none yet, signed, waiting for a second signature, returned by it, or taken back. */
const noteStates = ["none", "signed", "waits-for-cosignature", "returned", "retracted"] as const;

/** One thing that happened. What a kind does not know is null. */
export const timelineEntrySchema = z
  .object({
    id: idSchema,
    kind: z.enum(timelineKinds),
    day: z.string(),
    at: instantSchema.nullable(),
    zone: z.string().nullable(),
    /** The session, the instrument (of a call, that of the answer that asked for it), the program, the number of the authorization, the objective. */
    name: z.string(),
    /** Of attendance, of a measure its band, of a call the item that asked for it or how it ended, of a stay why it ended, of an objective how. */
    status: z.string().nullable(),
    mode: z.string().nullable(),
    creditedMinutes: z.int().nullable(),
    /** A make-up beyond those that count in its week: they were there, and nothing of it is credited. */
    isOverLimit: z.boolean(),
    /** Of a measure its score, of a call the answer that asked for it. */
    score: z.int().nullable(),
    /** The sentence of the note, or what was done about a call; null, too, for who may not read notes. */
    words: z.string().nullable(),
    by: z.string().nullable(),
    noteId: idSchema.nullable(),
    noteState: z.enum(noteStates),
    measureId: idSchema.nullable(),
  })
  .meta({ id: "TimelineEntry" });
export type TimelineEntry = z.output<typeof timelineEntrySchema>;

export const timelineSchema = z.object({
  rows: z.array(timelineEntrySchema),
  nextCursor: z.string().nullable(),
});

/** What a signed note said of risk, or that an answer asked for a call: whichever came last, and the one before it. */
const riskSchema = z.object({
  /** As the note says it; `call-asked` of an answer. */
  level: z.string(),
  on: z.string(),
  /** Who wrote the note; of an answer, who closed the call. */
  by: z.string().nullable(),
  /** The sentence of the note, or what was done about the call. */
  sentence: z.string().nullable(),
  answer: z
    .object({
      measureId: idSchema,
      instrument: z.string(),
      item: z.string(),
      value: z.int(),
      at: instantSchema,
      closure: z.enum(closures).nullable(),
    })
    .nullable(),
  before: z.object({ level: z.string(), on: z.string() }).nullable(),
  /** The days on which an answer asked for a call, the latest first. */
  calls: z.array(z.string()),
});

/** The next session in which somebody has a seat. */
const nextSessionSchema = z.object({
  sessionId: idSchema,
  name: z.string(),
  startsAt: instantSchema,
  zone: z.string(),
});

const dueSchema = z.object({
  id: idSchema,
  kind: z.string(),
  urgency: z.enum(["crisis", "today", "soon"]),
  dueAt: instantSchema,
  takenAt: instantSchema.nullable(),
  owner: z.string().nullable(),
  ownerRole: z.string().nullable(),
  /** What somebody wrote down that is to be done; null where the kind says it. */
  words: z.string().nullable(),
});

/** Everything of the first screen about one person. What the reader may not see is empty. */
export const chartSchema = z
  .object({
    patient: z.object({
      id: idSchema,
      name: z.string(),
      givenName: z.string(),
      pronouns: z.string().nullable(),
      birthDate: z.string(),
      age: z.int(),
      mrn: z.string(),
    }),
    today: z.string(),
    zone: z.string(),
    /** How closely this person's record is kept: the strictest of the stays. Null before the first. */
    label: labelSchema.nullable(),
    payerNames: z.array(z.string()),
    spine: z.array(z.object({ step: z.enum(spineSteps), state: spineStateSchema })),
    enrollments: z.array(enrollmentSchema),
    /** The weekly groups in which a stay has a seat, today or from a day on. */
    seats: z.array(
      membershipSchema.pick({
        id: true,
        enrollmentId: true,
        seriesId: true,
        seriesName: true,
        startsOn: true,
        endsOn: true,
      }),
    ),
    /** What running stays still lack, as far as the reader sees it. */
    lacks: z.array(z.object({ enrollmentId: idSchema, lacks: z.array(stayLackSchema) })),
    /** The week of each running stay against the floor of its rule. */
    hours: z.array(weekHoursSchema),
    /** Null where none is booked, or the reader may not see seats. */
    next: nextSessionSchema.nullable(),
    risk: riskSchema.nullable(),
    due: z.object({ total: z.int(), rows: z.array(dueSchema) }),
    goals: z.array(goalSchema),
    authorizations: z.array(
      authorizationSchema.extend({
        standing: z.enum(authorizationStandings),
        daysLeft: z.int(),
      }),
    ),
    /** Of each measure that was ever asked. */
    courses: z.array(courseSchema),
    timeline: timelineSchema,
  })
  .meta({ id: "Chart" });
export type Chart = z.output<typeof chartSchema>;
