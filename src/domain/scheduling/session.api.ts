import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
import { callsSchema } from "#domain/scheduling/closure.ts";
import { obstacleSchema } from "#domain/scheduling/obstacle.ts";
import { facilitatorFacts, sessionSchema } from "#domain/scheduling/session.ts";
import { wallTimeSchema } from "#domain/scheduling/wall-clock.ts";

const sessionId = idSchema;
const ofInput = (input: { sessionId: string }) => ({ kind: "session", id: input.sessionId });
const read = { permission: "schedule:read", purpose: "treatment" } as const;
const manage = { permission: "schedule:manage", purpose: "operations" } as const;

export const listSessions = route({
  ...read,
  method: "GET",
  path: "/sessions",
  summary: "Sessions from one day to another, earliest first; at most five weeks",
  audit: { verb: "session.schedule", subjects: "none" },
  input: z.object({
    from: civilDateSchema,
    to: civilDateSchema,
    siteId: idSchema.optional(),
    seriesId: idSchema.optional(),
    /** Only those that this colleague facilitates. */
    staffId: idSchema.optional(),
    /** `true`: only those that the caller facilitates. */
    mine: z.stringbool().default(false),
    /** `true`: only those of the caller's groups that others facilitate for them. */
    ledForMe: z.stringbool().default(false),
  }),
  output: z.object({ rows: z.array(sessionSchema) }),
  errors: { "span-too-long": 409 },
});

export const readSession = route({
  ...read,
  method: "GET",
  path: "/sessions/{sessionId}",
  summary: "One session",
  audit: { verb: "session.look-at", subjects: "none", record: ofInput },
  input: z.object({ sessionId }),
  output: sessionSchema,
});

const bookingErrors = {
  "room-taken": 409,
  "facilitator-taken": 409,
  "facilitator-twice": 409,
  "no-lead": 409,
  "two-leads": 409,
  "room-elsewhere": 409,
  "site-closed": 409,
  retired: 409,
} as const;

export const createSession = route({
  ...manage,
  permission: "attendance:record",
  method: "POST",
  path: "/sessions",
  summary: "Plan a single session, or an individual one with its patient",
  audit: {
    verb: "session.plan",
    subjects: (input) => input.attendees.map((one) => one.patientId),
    record: (_, session) => ({ kind: "session", id: session.id }),
  },
  input: z.object({
    name: lineSchema(80),
    siteId: idSchema,
    programId: idSchema,
    activityTypeId: idSchema,
    roomId: optional(idSchema),
    /** Day and hour on the wall of the site. */
    day: civilDateSchema,
    startsAtWall: wallTimeSchema,
    minutes: z.int().min(10).max(600),
    capacity: z.int().min(1).max(100).default(12),
    hasVideo: z.boolean().default(false),
    facilitators: z.array(facilitatorFacts).min(1).max(6),
    attendees: z
      .array(z.object({ patientId: idSchema, enrollmentId: idSchema }))
      .max(40)
      .default([]),
  }),
  output: sessionSchema,
  errors: {
    ...bookingErrors,
    "patient-missing": 409,
    "enrollment-not-running": 409,
    "session-full": 409,
  },
  status: 201,
});

export const changeSession = route({
  ...manage,
  method: "PATCH",
  path: "/sessions/{sessionId}",
  summary: "Move one session, or give it another room or other facilitators",
  audit: { verb: "session.move", subjects: "none", record: ofInput },
  input: z.object({
    sessionId,
    version: versionSchema,
    roomId: z.exactOptional(optional(idSchema)),
    day: z.exactOptional(civilDateSchema),
    startsAtWall: z.exactOptional(wallTimeSchema),
    minutes: z.exactOptional(z.int().min(10).max(600)),
    facilitators: z.exactOptional(z.array(facilitatorFacts).min(1).max(6)),
    /** Needed where the session has begun: then only who led it can be put right. */
    why: z.exactOptional(lineSchema(400)),
  }),
  output: sessionSchema,
  errors: { ...bookingErrors, "session-cancelled": 409, "session-began": 409, "day-taken": 409 },
});

export const cancelSession = route({
  ...manage,
  method: "POST",
  path: "/sessions/{sessionId}/cancellation",
  summary: "Call off a session; it counts against nobody",
  audit: { verb: "session.cancel", subjects: "none", record: ofInput },
  input: z.object({ sessionId, version: versionSchema, reason: lineSchema(400) }),
  output: sessionSchema,
  errors: { "session-cancelled": 409, "somebody-was-there": 409 },
});

export const foreseeCallingOff = route({
  ...manage,
  method: "GET",
  path: "/sessions/{sessionId}/cancellation",
  summary: "How many people calling off a session would leave short of the floor of their week",
  audit: { verb: "session.foresee-calling-off", subjects: "none", record: ofInput },
  input: z.object({ sessionId }),
  output: z.object({
    /** Of those with a seat, whose week ends below its floor then, or further below. */
    short: z.int(),
    /** How many of them it does already. */
    shortAlready: z.int(),
    /** Whose week has a closed day: they lose hours, and nobody is held to them; and how many at most. */
    notHeld: z.int(),
    notHeldMinutes: z.int(),
    /** How much is missing then, of whoever misses least and of whoever misses most. */
    leastMinutes: z.int(),
    mostMinutes: z.int(),
  }),
});

export const listSessionCalls = route({
  method: "GET",
  path: "/sessions/{sessionId}/calls",
  summary: "Whom to call because a session is called off, or is about to be",
  permission: "attendance:read",
  purpose: "treatment",
  audit: {
    verb: "session.list-calls",
    subjects: (_, { rows }) => rows.map(({ patientId }) => patientId),
    record: ofInput,
  },
  input: z.object({ sessionId, limit: z.coerce.number().int().min(1).max(2000).default(2000) }),
  output: callsSchema,
});

export const foreseePlanningAgain = route({
  ...manage,
  method: "GET",
  path: "/sessions/{sessionId}/planning-again",
  summary: "Whether anything stands in the way of planning a session again that was called off",
  audit: { verb: "session.foresee-planning-again", subjects: "none", record: ofInput },
  input: z.object({ sessionId }),
  output: z.object({ obstacle: obstacleSchema.nullable() }),
});

export const planAgain = route({
  ...manage,
  method: "POST",
  path: "/sessions/{sessionId}/planning-again",
  summary: "Plan a session again that was called off, with its room, people and seats",
  audit: { verb: "session.plan-again", subjects: "none", record: ofInput },
  input: z.object({ sessionId, version: versionSchema }),
  output: sessionSchema,
  errors: {
    "not-called-off": 409,
    began: 409,
    "closed-otherwise": 409,
    "series-ended": 409,
    retired: 409,
    "room-taken": 409,
    "facilitator-taken": 409,
  },
});
