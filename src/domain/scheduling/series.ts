import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { recordSchema } from "#domain/practice/record-state.ts";
import { facilitatorFacts, facilitatorSchema } from "#domain/scheduling/session.ts";
import { wallTimeSchema } from "#domain/scheduling/wall-clock.ts";

const namedSchema = z.object({ id: idSchema, name: z.string() });

/** Sessions of weekly groups stand in the calendar so many weeks ahead. */
export const weeksMadeAhead = 8;

/** ISO weekdays: Monday is 1, Sunday 7. */
export const weekdaysSchema = z
  .array(z.int().min(1).max(7))
  .min(1)
  .max(7)
  .transform((days) => [...new Set(days)].toSorted((a, b) => a - b));

/** What people say of a group that meets every week: where, when on the wall of the site, with whom, how many. */
export const seriesFacts = z.object({
  name: lineSchema(80),
  publicName: optionalLineSchema(80),
  programId: idSchema,
  trackId: optional(idSchema),
  activityTypeId: idSchema,
  siteId: idSchema,
  roomId: optional(idSchema),
  weekdays: weekdaysSchema,
  startsAtWall: wallTimeSchema,
  minutes: z.int().min(10).max(600),
  startsOn: civilDateSchema,
  endsOn: optional(civilDateSchema),
  capacity: z.int().min(1).max(100),
  hasVideo: z.boolean(),
  facilitators: z.array(facilitatorFacts).min(1).max(6),
});

export const seriesSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    /** What whoever looks for help reads instead of the name; null where the name says enough. */
    publicName: z.string().nullable(),
    program: namedSchema,
    track: namedSchema.nullable(),
    activityType: namedSchema,
    site: namedSchema,
    room: namedSchema.nullable(),
    zone: z.string(),
    weekdays: z.array(z.int()),
    startsAtWall: z.string(),
    minutes: z.int(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable(),
    capacity: z.int(),
    hasVideo: z.boolean(),
    facilitators: z.array(facilitatorSchema),
    /** Members of today, of those whom whoever asks sees where they may read rosters. */
    memberCount: z.int(),
    /** The next session that is not cancelled. */
    nextSession: z.object({ id: idSchema, startsAt: z.string() }).nullable(),
    ...recordSchema.shape,
  })
  .meta({ id: "Series" });
export type Series = z.output<typeof seriesSchema>;
