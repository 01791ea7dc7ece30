import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { versionSchema } from "#domain/contract/changeable.ts";
import { route } from "#domain/contract/route.ts";
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
  summary: "Cancel a session; it counts against nobody",
  audit: { verb: "session.cancel", subjects: "none", record: ofInput },
  input: z.object({ sessionId, version: versionSchema, reason: lineSchema(400) }),
  output: sessionSchema,
  errors: { "session-cancelled": 409, "somebody-was-there": 409 },
});
