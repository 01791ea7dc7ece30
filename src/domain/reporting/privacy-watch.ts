import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { consentKindSchema } from "#domain/privacy/consent.ts";

/** So many days ahead an ending consent is told, and so many back disclosures are counted. */
export const privacyWatchDays = 30;

/** What a privacy officer looks at in the morning. */
export const privacyWatchSchema = z
  .object({
    on: z.iso.date(),
    /** People in care under 42 CFR Part 2 of whom no signed consent for treatment, payment and operations stands. */
    withoutConsentCount: z.int(),
    /** The first of them. */
    withoutConsent: z.array(z.object({ patientId: idSchema, name: z.string() })),
    underPart2: z.int(),
    /** Consents of people in care that end soon and that no longer one of their kind follows, the first to end first. */
    endingCount: z.int(),
    /** Of so many signed consents of people in care that stand today. */
    standingCount: z.int(),
    /** The first of them. */
    ending: z.array(
      z.object({
        consentId: idSchema,
        patientId: idSchema,
        name: z.string(),
        kind: consentKindSchema,
        recipients: z.array(z.string()),
        expiresOn: z.iso.date(),
      }),
    ),
    /** What people asked to be kept back and nobody answered (42 CFR 2.26; 45 CFR 164.522(a)), the oldest first. */
    unanswered: z.array(
      z.object({
        restrictionId: idSchema,
        patientId: idSchema,
        name: z.string(),
        askedOn: z.iso.date(),
      }),
    ),
    /** Of so many who asked for something to be kept back and did not take it back. */
    asked: z.int(),
    disclosures: z.int(),
    /** Of them, those made without consent in a medical emergency (42 CFR 2.51). */
    emergencies: z.int(),
  })
  .meta({ id: "PrivacyWatch" });
export type PrivacyWatch = z.output<typeof privacyWatchSchema>;
