import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { route } from "#domain/contract/route.ts";
import { attendanceStatusSchema } from "#domain/scheduling/attendance.ts";

/** A session to come as it is offered to somebody. */
export const seatSchema = z
  .object({
    sessionId: idSchema,
    /** The weekly group it is one of; null where it stands alone. */
    seriesId: idSchema.nullable(),
    name: z.string(),
    siteName: z.string(),
    roomName: z.string().nullable(),
    zone: z.string(),
    startsAt: instantSchema,
    endsAt: instantSchema,
    minutes: z.int(),
    /** What it is likely to be credited with: less the breaks that do not count and that its group usually takes. */
    likelyMinutes: z.int(),
    hasVideo: z.boolean(),
    countsTowardHours: z.boolean(),
    seatsLeft: z.int(),
  })
  .meta({ id: "Seat" });
export type Seat = z.output<typeof seatSchema>;

export const listSeats = route({
  method: "GET",
  path: "/patients/{patientId}/seats",
  summary:
    "Sessions to come of a stay: those with a seat for the patient, and those of the same program that count and have one free",
  permission: "attendance:read",
  purpose: "treatment",
  audit: { verb: "seat.list", subjects: (input) => [input.patientId] },
  input: z.object({
    patientId: idSchema,
    enrollmentId: idSchema,
    /** The first day on which an open seat would help, of a week to come; else from now on. Sessions booked before it are left out. */
    helpsFrom: civilDateSchema.optional(),
    /** The last day on which an open seat would help: the end of the week of the rule. */
    helpsUntil: civilDateSchema,
  }),
  output: z.object({
    booked: z.array(seatSchema),
    open: z.array(seatSchema),
  }),
});

/** A session of a stay that went by without the person, and that nothing makes up for yet. */
export const missedSeatSchema = z
  .object({
    attendanceId: idSchema,
    name: z.string(),
    zone: z.string(),
    startsAt: instantSchema,
    status: attendanceStatusSchema,
  })
  .meta({ id: "MissedSeat" });

export const listMissedSeats = route({
  method: "GET",
  path: "/patients/{patientId}/missed-seats",
  summary:
    "Sessions of the last 60 days that were missed or called off and are not made up for, newest first",
  permission: "attendance:read",
  purpose: "treatment",
  audit: { verb: "missed-seat.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId: idSchema, enrollmentId: idSchema }),
  output: z.object({ rows: z.array(missedSeatSchema) }),
});
