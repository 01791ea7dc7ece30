import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { route } from "#domain/contract/route.ts";
import { attendanceSchema } from "#domain/scheduling/attendance.ts";
import {
  attendanceEventSchema,
  newAttendanceEventSchema,
} from "#domain/scheduling/attendance-event.ts";

const sessionId = idSchema;
const ofSession = (input: { sessionId: string }) => ({ kind: "session", id: input.sessionId });

/** A break; without an end it runs. */
export const breakSchema = z.object({ startsAt: instantSchema, endsAt: instantSchema.nullable() });

/** The ledger of a session after something was added to it, as far as whoever asks sees its people. */
export const sessionLedgerSchema = z.object({
  attendances: z.array(attendanceSchema),
  breaks: z.array(breakSchema),
  /** Events of this request that are in the ledger now, whether by this request or an earlier copy of it. */
  recorded: z.array(idSchema),
  /** Of these, the ones that were there before: sent twice, counted once. */
  repeated: z.array(idSchema),
  /**
   * What was kept and earns nothing, with why: `after-end`, `already-there`, `not-there`; and what another device contradicts
   * that had not heard of it: `contradicts`; and who came in when the seats were taken: `crowded`, or when those who facilitate
   * had as many as they may lead: `over-ratio`.
   */
  remarks: z.array(z.object({ eventId: idSchema, code: z.string() })),
});
export type SessionLedger = z.output<typeof sessionLedgerSchema>;

/** Whoever is told of. The service names besides whom it concerned without their being shown: a break concerns everybody in the room. */
const attendees = (_: unknown, { attendances }: SessionLedger): string[] =>
  attendances.map((one) => one.patientId);

export const recordAttendance = route({
  method: "POST",
  path: "/sessions/{sessionId}/attendance-events",
  summary:
    "Add to the attendance ledger; a batch of an offline device comes the same way, and may come twice",
  permission: "attendance:record",
  purpose: "treatment",
  audit: {
    verb: "attendance.record",
    subjects: attendees,
    record: ofSession,
    details: ({ events }) => ({ events: events.length }),
  },
  input: z.object({ sessionId, events: z.array(newAttendanceEventSchema).min(1).max(500) }),
  output: sessionLedgerSchema,
  errors: {
    "session-cancelled": 409,
    "session-ahead": 409,
    "event-ahead": 409,
    "not-on-roster": 409,
    "event-of-nobody": 409,
    "event-unknown": 409,
    "event-elsewhere": 409,
    "mode-missing": 409,
    "correct-with-reason": 409,
  },
});

export const correctAttendance = route({
  method: "POST",
  path: "/sessions/{sessionId}/attendance-corrections",
  summary: "Put the attendance ledger right afterwards, with a reason; what was written stays",
  permission: "attendance:correct",
  purpose: "treatment",
  audit: {
    verb: "attendance.correct",
    subjects: attendees,
    record: ofSession,
    details: ({ events }) => ({ events: events.length }),
  },
  input: z.object({
    sessionId,
    /** Why the ledger is put right: kept with every event of the correction. */
    why: lineSchema(400),
    events: z.array(newAttendanceEventSchema).min(1).max(100),
  }),
  output: sessionLedgerSchema,
  errors: {
    "session-cancelled": 409,
    "session-ahead": 409,
    "event-ahead": 409,
    "not-on-roster": 409,
    "event-of-nobody": 409,
    "event-unknown": 409,
    "event-elsewhere": 409,
    "already-corrected": 409,
    "mode-missing": 409,
  },
});

export const listAttendanceEvents = route({
  method: "GET",
  path: "/sessions/{sessionId}/attendance-events",
  summary: "The ledger of a session as it was written, corrections and all",
  permission: "attendance:read",
  purpose: "treatment",
  audit: {
    verb: "attendance.read",
    subjects: (_, { rows }) => [
      ...new Set(rows.flatMap((event) => (event.patientId === null ? [] : [event.patientId]))),
    ],
    record: ofSession,
  },
  input: z.object({ sessionId }),
  output: z.object({ rows: z.array(attendanceEventSchema) }),
});

export const addAttendee = route({
  method: "POST",
  path: "/sessions/{sessionId}/attendees",
  summary: "Seat somebody for this session only: a guest, or a member making up for a missed one",
  permission: "attendance:record",
  purpose: "treatment",
  audit: {
    verb: "attendance.seat",
    subjects: attendees,
    record: ofSession,
  },
  input: z.object({
    sessionId,
    patientId: idSchema,
    enrollmentId: idSchema,
    kind: z.enum(["guest", "make-up"]),
    /** The missed attendance of the same stay that a make-up is for. */
    makesUpFor: optional(idSchema),
  }),
  output: sessionLedgerSchema,
  errors: {
    "session-cancelled": 409,
    "already-on-roster": 409,
    "session-full": 409,
    "enrollment-not-running": 409,
    "made-up-already": 409,
    "nothing-missed": 409,
  },
  status: 201,
});
