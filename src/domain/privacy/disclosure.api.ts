import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { route } from "#domain/contract/route.ts";
import { channelSchema, disclosureSchema, recipientSchema } from "#domain/privacy/disclosure.ts";
import { emergencyFacts } from "#domain/privacy/emergency.ts";
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
    /** The order of a court that opens it; left out, a consent has to. */
    courtOrderId: idSchema.nullable().default(null),
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
    "subpoena-alone": 403,
    "order-deficient": 403,
    "order-not-yet": 403,
    "order-expired": 403,
    "order-ended": 403,
    "order-does-not-cover": 403,
  },
});

export const tellInEmergency = route({
  permission: "disclosures:emergency",
  purpose: "treatment",
  method: "POST",
  path: "/patients/{patientId}/emergency-disclosures",
  summary:
    "Write down at once what medical personnel were told in an emergency, without consent (42 CFR 2.51)",
  audit: {
    verb: "disclosure.tell-in-emergency",
    subjects: (input) => [input.patientId],
    record: (_, disclosure) => ({ kind: "disclosure", id: disclosure.id }),
  },
  input: emergencyFacts.extend({
    patientId: idSchema,
    /** The name of the medical personnel (2.51(c)(1)). */
    recipient: lineSchema(120),
    information: z.array(informationSchema).min(1).max(20),
    channel: channelSchema.extract(["spoken", "paper", "fax"]),
  }),
  output: disclosureSchema,
  errors: { "emergency-not-for-counseling-notes": 403 },
  status: 201,
});
