import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { lineSchema } from "#domain/basics/text.ts";

/**
 * What can be said of a session as it runs. The first four are about the session, the rest about one person in it;
 * `strike` says that an earlier event (`correctsId`) did not happen. Nothing is ever taken out of the ledger.
 */
export const sessionEventKinds = ["start", "end", "break-start", "break-end"] as const;
export const personEventKinds = [
  "arrive",
  "leave",
  "absent",
  "expected",
  "mode",
  "failure-start",
  "failure-end",
  "pulled-out",
  "returned",
] as const;
export const eventKinds = [...sessionEventKinds, ...personEventKinds, "strike"] as const;
export type EventKind = (typeof eventKinds)[number];
export const eventKindSchema = z.enum(eventKinds);

/** How somebody takes part: in the room, by video, or by telephone when video fails. */
export const attendanceModes = ["room", "video", "phone"] as const;
export type AttendanceMode = (typeof attendanceModes)[number];
export const attendanceModeSchema = z.enum(attendanceModes);

/**
 * Why somebody was absent, left early, or was taken out of the room. The first six excuse an absence; what excuses is the
 * program's to decide, the words are those programs use (attendance reasons apart from status).
 */
export const excusingReasons = [
  "medical",
  "court",
  "work",
  "childcare",
  "transport",
  "weather",
] as const;
export const attendanceReasons = [
  ...excusingReasons,
  "no-call",
  "called",
  "in-hospital",
  "on-leave",
  "individual-session",
  "crisis",
  "connection",
  "other",
] as const;
export type AttendanceReason = (typeof attendanceReasons)[number];
export const attendanceReasonSchema = z.enum(attendanceReasons);

/** `screen`: as it happened. `offline`: later, from a device that had no network. `late-entry`: written down afterwards with a reason. */
export const eventSources = ["screen", "offline", "late-entry"] as const;
export const eventSourceSchema = z.enum(eventSources);

/** Which device recorded, and what it knew then: `heardAt` is `receivedAt` of the newest entry it had heard of. */
const deviceSchemas = {
  device: lineSchema(40).nullable().optional(),
  heardAt: instantSchema.nullable().optional(),
};

/** One line of the attendance ledger. `occurredAt` is when it happened, `receivedAt` when the server heard of it. */
export const attendanceEventSchema = z
  .object({
    id: idSchema,
    sessionId: idSchema,
    /** Null for what is said of the session itself. */
    patientId: idSchema.nullable(),
    kind: eventKindSchema,
    mode: attendanceModeSchema.nullable(),
    /** A code of `attendanceReasons`. */
    reason: z.string().nullable(),
    /** What a corrector wrote afterwards. */
    why: z.string().nullable().optional(),
    occurredAt: instantSchema,
    receivedAt: instantSchema,
    source: eventSourceSchema,
    /** The event that this one puts right; it counts no longer. */
    correctsId: idSchema.nullable(),
    actorName: z.string(),
    ...deviceSchemas,
  })
  .meta({ id: "AttendanceEvent" });
export type AttendanceEvent = z.output<typeof attendanceEventSchema>;

/** True for a kind that is said of the session and of nobody in it. */
export const isSessionEvent = (kind: EventKind): boolean =>
  sessionEventKinds.some((one) => one === kind);

/** What a device may send. Its clock and its ids are its own: a batch may be sent twice and arrive hours later. */
export const newAttendanceEventSchema = z.object({
  id: idSchema,
  patientId: idSchema.nullable(),
  kind: eventKindSchema,
  mode: attendanceModeSchema.nullable().default(null),
  reason: attendanceReasonSchema.nullable().default(null),
  occurredAt: instantSchema,
  correctsId: idSchema.nullable().default(null),
  ...deviceSchemas,
});
export type NewAttendanceEvent = z.output<typeof newAttendanceEventSchema>;
