import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { emailSchema } from "#domain/basics/email.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { optional } from "#domain/basics/optional.ts";
import { nameSchema, optionalNameSchema } from "#domain/basics/person-name.ts";
import { optionalPhoneSchema } from "#domain/basics/phone.ts";
import { optionalLineSchema } from "#domain/basics/text.ts";
import { usAddressSchema } from "#domain/basics/us-address.ts";
import { languageSchema } from "#domain/patients/language.ts";
import { recordSchema } from "#domain/practice/record-state.ts";

export const sexesAtBirth = ["female", "male", "unknown"] as const;
export const sexAtBirthSchema = z.enum(sexesAtBirth);

const otherNames = z.array(nameSchema).max(8);

/**
 * What people say of a patient. `givenName` and `familyName` are the legal name, as claims and letters need it; everywhere
 * else the preferred name speaks. What may be done with the telephone is said for each way of using it: a reminder on the
 * wrong voicemail tells a household who is in care.
 */
export const patientFacts = z.object({
  givenName: nameSchema,
  middleName: optionalNameSchema,
  familyName: nameSchema,
  nameSuffix: optionalLineSchema(20),
  preferredName: optionalNameSchema,
  formerNames: otherNames,
  nicknames: otherNames,
  pronouns: optionalLineSchema(40),
  birthDate: civilDateSchema,
  /** As payers ask for it. */
  sexAtBirth: optional(sexAtBirthSchema),
  /** In the person's own words. */
  gender: optionalLineSchema(40),
  language: languageSchema,
  needsInterpreter: z.boolean(),
  phone: optionalPhoneSchema,
  phoneMayBeCalled: z.boolean(),
  phoneMayBeTexted: z.boolean(),
  voicemailMayBeLeft: z.boolean(),
  email: optional(emailSchema),
  address: optional(usAddressSchema),
});

/** What a list needs of a patient. */
export const patientRowSchema = z
  .object({
    id: idSchema,
    /** Medical record number: given by the organization, never reused. */
    mrn: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    preferredName: z.string().nullable(),
    pronouns: z.string().nullable(),
    birthDate: z.string(),
    phone: z.string().nullable(),
    retiredAt: z.string().nullable(),
  })
  .meta({ id: "PatientRow" });
export type PatientRow = z.output<typeof patientRowSchema>;

/** Where somebody is in care now, and with whom: what the register says of a running stay. */
export const careNowSchema = z.object({
  programName: z.string(),
  trackName: z.string(),
  therapistName: z.string().nullable(),
});
export type CareNow = z.output<typeof careNowSchema>;

/** Whether a stay runs, for lists that are asked for only one of these. Who was never admitted is among those not in care, too. */
export const careStates = ["in-care", "not-in-care", "no-program-yet"] as const;
export type CareState = (typeof careStates)[number];

/** A patient in the register. */
export const patientListedSchema = z
  .object({
    ...patientRowSchema.shape,
    /** The running stays that whoever asks sees, the newest first; none where they see none. */
    care: z.array(careNowSchema),
  })
  .meta({ id: "PatientListed" });
export type PatientListed = z.output<typeof patientListedSchema>;

export const patientSchema = z
  .object({
    ...patientRowSchema.shape,
    middleName: z.string().nullable(),
    nameSuffix: z.string().nullable(),
    formerNames: z.array(z.string()),
    nicknames: z.array(z.string()),
    sexAtBirth: sexAtBirthSchema.nullable(),
    gender: z.string().nullable(),
    language: z.string(),
    needsInterpreter: z.boolean(),
    phoneMayBeCalled: z.boolean(),
    phoneMayBeTexted: z.boolean(),
    voicemailMayBeLeft: z.boolean(),
    email: z.string().nullable(),
    address: usAddressSchema.nullable(),
    /** The record of the same person that is kept, where this one turned out to be the second. */
    duplicateOfId: idSchema.nullable(),
    ...recordSchema.shape,
  })
  .meta({ id: "Patient" });
export type Patient = z.output<typeof patientSchema>;
