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
    withoutConsent: z.array(z.object({ patientId: idSchema, name: z.string() })),
    underPart2: z.int(),
    /** Consents of people in care that end soon and that no longer one of their kind follows, the first to end first. */
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
    disclosures: z.int(),
    /** Of them, those made without consent in a medical emergency (42 CFR 2.51). */
    emergencies: z.int(),
  })
  .meta({ id: "PrivacyWatch" });
export type PrivacyWatch = z.output<typeof privacyWatchSchema>;
