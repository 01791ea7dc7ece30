import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { usAddressSchema } from "#domain/basics/us-address.ts";
import { route } from "#domain/contract/route.ts";
import { crisisCallSchema } from "#domain/measures/measure.ts";
import { instrumentNames } from "#domain/measures/instruments/instrument-list.ts";

const mySessionSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    startsAt: instantSchema,
    endsAt: instantSchema,
    /** The wall clock of the place. */
    zone: z.string(),
    serviceDate: civilDateSchema,
    /** `video`: nobody has to come; `both`: one may come or join by video. */
    way: z.enum(["room", "video", "both"]),
    place: z
      .object({
        siteName: z.string(),
        roomName: z.string().nullable(),
        address: usAddressSchema,
        phone: z.string().nullable(),
      })
      .nullable(),
    isCancelled: z.boolean(),
  })
  .meta({ id: "MySession" });
/** The week of one's stay, in minutes. */
const myWeekSchema = z
  .object({
    creditedMinutes: z.int(),
    /** Of sessions still to come. */
    bookedMinutes: z.int(),
    /** Null where no rule asks for hours, or where this week is not a whole one. */
    requiredMinutes: z.int().nullable(),
    /** Neither credited nor booked of what is required. */
    openMinutes: z.int(),
  })
  .meta({ id: "MyWeek" });
export type MyWeek = z.output<typeof myWeekSchema>;

export type MySession = z.output<typeof mySessionSchema>;

/** What a person in care needs today. The others in the room are nowhere in it. */
export const readMyToday = route({
  method: "GET",
  path: "/my/today",
  summary:
    "One's own sessions of today and the next one, the hours of the week, and the check-ins that are due",
  permission: "my-care:read",
  purpose: "treatment",
  audit: { verb: "my-today.read", subjects: (_, today) => [today.patientId] },
  input: z.object({}),
  output: z.object({
    patientId: idSchema,
    /** What the person wants to be called. */
    callName: z.string(),
    programName: z.string(),
    crisisPhone: z.string().nullable(),
    phone: z.string().nullable(),
    zone: z.string(),
    today: z.array(mySessionSchema),
    next: mySessionSchema.nullable(),
    /** Null for somebody who is not in care now. */
    week: myWeekSchema.nullable(),
    checkIns: z.array(
      z.object({
        requestId: idSchema,
        instrument: z.enum(instrumentNames),
        dueOn: civilDateSchema,
        isBegun: z.boolean(),
      }),
    ),
    /** While the team is asked to call. */
    crisis: crisisCallSchema.nullable(),
  }),
});
