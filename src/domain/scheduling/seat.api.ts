import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { route } from "#domain/contract/route.ts";

/** A session to come as it is offered to somebody. */
export const seatSchema = z
  .object({
    sessionId: idSchema,
    name: z.string(),
    siteName: z.string(),
    roomName: z.string().nullable(),
    zone: z.string(),
    startsAt: instantSchema,
    endsAt: instantSchema,
    minutes: z.int(),
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
    /** The last day on which an open seat would help: the end of the week of the rule. */
    helpsUntil: civilDateSchema,
  }),
  output: z.object({
    booked: z.array(seatSchema),
    open: z.array(seatSchema),
  }),
});
