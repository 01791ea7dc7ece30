import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { recordSchema } from "#domain/practice/record-state.ts";
import { modalitySchema } from "#domain/programs/modality.ts";

/** Who is in the room: what a session of this type needs in facilitators, notes and codes follows from it. */
export const formats = [
  "group",
  "individual",
  "family",
  "multifamily",
  "medication",
  "assessment",
  "case-management",
] as const;
export const formatSchema = z.enum(formats);
export type Format = (typeof formats)[number];

/**
 * What people say of a type of activity. Whether its minutes count toward the hours of a week and make a billable day
 * differs by state and payer, so it is theirs to say; `minutesToCount` is the least that counts at all. How many people one
 * facilitator may lead differs likewise (North Carolina, SAIOP: 12 face to face); nothing said, nothing told.
 */
export const activityTypeFacts = z.object({
  name: lineSchema(80),
  format: formatSchema,
  modality: modalitySchema,
  countsTowardHours: z.boolean(),
  minutesToCount: z.int().min(0).max(600),
  needsLicensedLead: z.boolean(),
  servesPerDiem: z.boolean(),
  peoplePerFacilitator: optional(z.int().min(1).max(100)),
});

export const activityTypeSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    format: formatSchema,
    modality: modalitySchema,
    countsTowardHours: z.boolean(),
    minutesToCount: z.int(),
    needsLicensedLead: z.boolean(),
    servesPerDiem: z.boolean(),
    peoplePerFacilitator: z.int().nullable(),
    ...recordSchema.shape,
  })
  .meta({ id: "ActivityType" });
export type ActivityType = z.output<typeof activityTypeSchema>;
