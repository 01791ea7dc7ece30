import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { attendanceModeSchema } from "#domain/scheduling/attendance-event.ts";

export const attendanceStatuses = [
  "expected",
  "present",
  "late",
  "left-early",
  "partial",
  "excused",
  "absent",
  "cancelled",
] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];
export const attendanceStatusSchema = z.enum(attendanceStatuses);

/** Why somebody sits here: member of the series, guest for once, making up for what was missed, or alone with the therapist. */
export const attendeeKinds = ["member", "guest", "make-up", "individual"] as const;
export type AttendeeKind = (typeof attendeeKinds)[number];
export const attendeeKindSchema = z.enum(attendeeKinds);

/** Why minutes of presence earn nothing. The first two that apply are named. */
export const uncreditedReasons = [
  "before-session",
  "after-session",
  "break",
  "failure",
  "pulled-out",
  "elsewhere",
  "below-minimum",
  "make-up-over-limit",
] as const;
export type UncreditedReason = (typeof uncreditedReasons)[number];

/** A stretch of presence within the session, credited or not. */
export const segmentSchema = z.object({
  startsAt: instantSchema,
  endsAt: instantSchema,
  mode: attendanceModeSchema,
  notCreditedBecause: z.enum(uncreditedReasons).nullable(),
});
export type Segment = z.output<typeof segmentSchema>;

/** What the events of one person in one session come to: made anew from them, never typed. */
export const attendanceSchema = z
  .object({
    id: idSchema,
    sessionId: idSchema,
    patientId: idSchema,
    enrollmentId: idSchema,
    kind: attendeeKindSchema,
    status: attendanceStatusSchema,
    reason: z.string().nullable(),
    mode: attendanceModeSchema.nullable(),
    firstInAt: instantSchema.nullable(),
    lastOutAt: instantSchema.nullable(),
    /** What the session is planned for, what of it the person was there for, and what of that counts. */
    scheduledMinutes: z.int(),
    deliveredMinutes: z.int(),
    creditedMinutes: z.int(),
    /** The attendance of the same stay that this make-up is for; null where nobody said it. */
    makesUpFor: idSchema.nullable(),
    /** A make-up beyond those that count in its week: delivered, and not credited. */
    isOverLimit: z.boolean(),
    label: labelSchema,
    version: z.int(),
  })
  .meta({ id: "Attendance" });
export type Attendance = z.output<typeof attendanceSchema>;

/** Statuses of somebody who was there, however short. */
export const wasThere = (status: AttendanceStatus): boolean =>
  status === "present" || status === "late" || status === "left-early" || status === "partial";
