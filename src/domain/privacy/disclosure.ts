import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { emergencyGroundSchema } from "#domain/privacy/emergency.ts";
import { minorThreatFacts } from "#domain/privacy/minor-threat.ts";
import {
  disclosurePurposeSchema,
  informationSchema,
  recipientClassSchema,
} from "#domain/privacy/information.ts";

/** How something leaves. */
export const channels = [
  "spoken",
  "on-premises",
  "paper",
  "fax",
  "e-mail",
  "portal",
  "interface",
] as const;
export const channelSchema = z.enum(channels);
export type Channel = (typeof channels)[number];

/** On what ground something was told. */
export const disclosureBases = [
  "consent",
  "patient-request",
  "treatment-payment-operations",
  "emergency",
  "audit",
  "court-order",
  "minor-threat",
  "child-abuse-report",
  "crime-on-premises",
] as const;
export const disclosureBasisSchema = z.enum(disclosureBases);
export type DisclosureBasis = (typeof disclosureBases)[number];

/** Who is told. `isPatient`: the patient's own access, which needs no consent (42 CFR 2.23). */
export const recipientSchema = z.object({
  name: lineSchema(120),
  isPatient: z.boolean().default(false),
  /** What the recipient is, where a consent names a class. */
  classes: z.array(recipientClassSchema).default([]),
});
export type Recipient = z.output<typeof recipientSchema>;

export const disclosureSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    at: instantSchema,
    recipient: z.string(),
    purpose: disclosurePurposeSchema,
    information: z.array(informationSchema),
    recordKind: z.string(),
    recordId: idSchema.nullable(),
    label: labelSchema,
    basis: disclosureBasisSchema,
    consentId: idSchema.nullable(),
    noticeVersion: z.string().nullable(),
    channel: channelSchema,
    actorName: z.string(),
    /** Of an emergency what 42 CFR 2.51(c) asks to be written down; null otherwise. */
    emergency: z
      .object({
        ground: emergencyGroundSchema,
        affiliation: z.string(),
        toldBy: z.string(),
        toldAt: instantSchema,
        nature: z.string(),
      })
      .nullable(),
    /** What the director judged before a minor's parent was told (42 CFR 2.14(c)); null otherwise. */
    minorThreat: minorThreatFacts.nullable(),
    courtOrderId: idSchema.nullable(),
    /** The audit or evaluation it was for (42 CFR 2.53). */
    recordReviewId: idSchema.nullable(),
    /** What the patient had asked to be kept back and an emergency opened: whoever was told is asked to use and tell it no further (42 CFR 2.26(a)(4)). */
    restrictionId: idSchema.nullable(),
    /** It did not happen: who took back what had not left yet, and when. */
    struck: z.object({ at: instantSchema, by: z.string() }).nullable(),
  })
  .meta({ id: "Disclosure" });
export type Disclosure = z.output<typeof disclosureSchema>;
