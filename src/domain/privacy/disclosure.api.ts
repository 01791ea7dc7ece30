import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { route } from "#domain/contract/route.ts";
import { channelSchema, disclosureSchema, recipientSchema } from "#domain/privacy/disclosure.ts";
import { disclosurePurposeSchema, informationSchema } from "#domain/privacy/information.ts";

export const listDisclosures = route({
  permission: "disclosures:read",
  purpose: "operations",
  method: "GET",
  path: "/patients/{patientId}/disclosures",
  summary: "The accounting: who was told what of a patient, why and on what ground, newest first",
  audit: { verb: "disclosure.list", subjects: (input) => [input.patientId] },
  input: z.object({ ...pageInput, patientId: idSchema }),
  output: pageOf(disclosureSchema),
});

export const makeDisclosure = route({
  permission: "disclosures:make",
  purpose: "operations",
  method: "POST",
  path: "/patients/{patientId}/disclosures",
  summary:
    "Tell somebody something by word of mouth or on paper; refused without a ground, accounted for with one",
  audit: {
    verb: "disclosure.make",
    subjects: (input) => [input.patientId],
    record: (_, { disclosure }) => ({ kind: "disclosure", id: disclosure.id }),
  },
  input: z.object({
    patientId: idSchema,
    recipient: recipientSchema,
    purpose: disclosurePurposeSchema,
    information: z.array(informationSchema).min(1).max(20),
    channel: channelSchema.extract(["spoken", "paper", "fax"]),
  }),
  output: z.object({
    disclosure: disclosureSchema,
    /** What must be said or handed over with it: the notice, and what the consent covers (42 CFR 2.32). */
    notice: z.object({ version: z.string(), short: z.string(), long: z.string() }).nullable(),
  }),
  errors: {
    "no-consent": 403,
    "consent-deficient": 403,
    "consent-expired": 403,
    "consent-revoked": 403,
    "consent-not-yet": 403,
    "consent-does-not-cover": 403,
    "nothing-to-tell": 403,
  },
});
