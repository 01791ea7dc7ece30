import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { obstacleSchema } from "#domain/scheduling/obstacle.ts";

/** Days on which a site is closed, both of them included, and what became of the closure. */
export const closureSchema = z
  .object({
    id: idSchema,
    siteId: idSchema,
    siteName: z.string(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    reason: z.string(),
    /** Sessions that are called off because of it. */
    cancelledCount: z.int(),
    /** Meetings of weekly groups that were never planned because of it. */
    notPlannedCount: z.int(),
    closedBy: z.string().nullable(),
    lifted: z.object({ at: instantSchema, by: z.string().nullable() }).nullable(),
    version: z.int(),
  })
  .meta({ id: "Closure" });
export type Closure = z.output<typeof closureSchema>;

/** What lifting a closure does, told before it is done. */
export const liftingSchema = z.object({
  /** Sessions that are planned again as they were. */
  restored: z.int(),
  /** Meetings of weekly groups that were never planned because of the closure, and are now. */
  made: z.int(),
  /** People whose week is held to its floor again, and of those how many fell short of it in a week that is over. */
  whole: z.int(),
  short: z.int(),
  /** Days of these weeks on which the site stays closed: such a week is held against nobody. */
  stillClosed: z.array(z.iso.date()),
  staying: z.array(
    z.object({
      sessionId: idSchema.nullable(),
      name: z.string(),
      zone: z.string(),
      startsAt: instantSchema,
      ...obstacleSchema.shape,
    }),
  ),
});
export type Lifting = z.output<typeof liftingSchema>;

/** What closing a site on some days does, told before it is done. */
export const closingSchema = z.object({
  /** Sessions that are called off, and those that stay because somebody was in them already. */
  cancelled: z.int(),
  kept: z.int(),
  /** People whose rule allows fewer days between services than it would come to, if nothing else is offered. */
  longGaps: z.int(),
});
export type Closing = z.output<typeof closingSchema>;

/** Somebody to call because a site is closed: the first seat they lose, and how they may be reached. */
export const closingCallSchema = z
  .object({
    patientId: idSchema,
    name: z.string(),
    phone: z.string().nullable(),
    phoneMayBeCalled: z.boolean(),
    phoneMayBeTexted: z.boolean(),
    voicemailMayBeLeft: z.boolean(),
    /** Of a minor whoever is their guardian by law and can be called, as far as whoever asks sees contacts. */
    guardian: z.object({ name: z.string(), phone: z.string() }).nullable(),
    sessionName: z.string(),
    zone: z.string(),
    startsAt: instantSchema,
    /** More days than their rule allows lie between the services before and after: whom to offer one in between. */
    hasLongGap: z.boolean(),
    /** Sessions of theirs on these days, that one among them. */
    sessions: z.int(),
  })
  .meta({ id: "ClosingCall" });
export type ClosingCall = z.output<typeof closingCallSchema>;

export const callsSchema = z.object({
  rows: z.array(closingCallSchema),
  /** How many there are, also beyond those that are listed. */
  total: z.int(),
});
export type ClosingCalls = z.output<typeof callsSchema>;
