import { z } from "zod";
import { emailSchema } from "#domain/basics/email.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { optional } from "#domain/basics/optional.ts";
import { nameSchema } from "#domain/basics/person-name.ts";
import { optionalPhoneSchema } from "#domain/basics/phone.ts";
import { optionalLineSchema } from "#domain/basics/text.ts";
import { recordSchema } from "#domain/practice/record-state.ts";

/** What somebody is to the patient. */
export const contactRelations = [
  "parent",
  "guardian",
  "spouse",
  "partner",
  "child",
  "sibling",
  "grandparent",
  "other-relative",
  "friend",
  "sponsor",
  "physician",
  "therapist",
  "case-worker",
  "school",
  "employer",
  "attorney",
  "probation-officer",
  "other",
] as const;
export const contactRelationSchema = z.enum(contactRelations);
export type ContactRelation = (typeof contactRelations)[number];

/**
 * What somebody does for the patient. No role lets anybody be told anything: what may be said to whom is decided by
 * consent (42 CFR 2.31).
 */
export const contactRoles = [
  "emergency",
  "lives-with",
  "legal-guardian",
  "health-care-agent",
  "takes-part-in-care",
  "pays",
  "referred",
] as const;
export const contactRoleSchema = z.enum(contactRoles);
export type ContactRole = (typeof contactRoles)[number];

/** What people say of somebody around a patient: a person, or whoever answers at an office. */
export const contactFacts = z.object({
  name: nameSchema,
  relation: contactRelationSchema,
  roles: z.array(contactRoleSchema).max(contactRoles.length),
  phone: optionalPhoneSchema,
  email: optional(emailSchema),
  notes: optionalLineSchema(400),
});

export const contactSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    name: z.string(),
    relation: contactRelationSchema,
    roles: z.array(contactRoleSchema),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    notes: z.string().nullable(),
    ...recordSchema.shape,
  })
  .meta({ id: "PatientContact" });
export type Contact = z.output<typeof contactSchema>;
