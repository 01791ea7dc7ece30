import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { pageInput, pageOf } from "#domain/basics/page.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { route } from "#domain/contract/route.ts";
import { channelSchema, disclosureSchema, recipientSchema } from "#domain/privacy/disclosure.ts";
import { emergencyFacts } from "#domain/privacy/emergency.ts";
import { disclosurePurposeSchema, informationSchema } from "#domain/privacy/information.ts";
import { minorThreatFacts } from "#domain/privacy/minor-threat.ts";

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
    /** Somebody made sure that it is the person, or who stands for them; asked where it goes as their own record. */
    isIdentityConfirmed: z.boolean().default(false),
    purpose: disclosurePurposeSchema,
    information: z.array(informationSchema).min(1).max(20),
    channel: channelSchema.extract(["spoken", "on-premises", "paper", "fax"]),
    /** The audit or evaluation that opens it (42 CFR 2.53). */
    recordReviewId: idSchema.nullable().default(null),
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
    "restricted-by-agreement": 403,
    "nothing-to-tell": 403,
    "review-deficient": 403,
    "review-not-yet": 403,
    "review-over": 403,
    "review-ended": 403,
    "review-does-not-cover": 403,
    "review-on-premises-only": 403,
    "subpoena-alone": 403,
    "order-deficient": 403,
    "order-not-yet": 403,
    "order-expired": 403,
    "order-ended": 403,
    "order-does-not-cover": 403,
    "not-their-own-name": 422,
    "identity-not-confirmed": 422,
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

export const tellParentOfMinor = route({
  permission: "disclosures:minor-threat",
  purpose: "operations",
  method: "POST",
  path: "/patients/{patientId}/minor-disclosures",
  summary:
    "Tell whoever acts for a minor what reduces a threat to life, on the judgment of the program's director (42 CFR 2.14(c))",
  audit: {
    verb: "disclosure.tell-parent",
    subjects: (input) => [input.patientId],
    record: (_, disclosure) => ({ kind: "disclosure", id: disclosure.id }),
  },
  input: minorThreatFacts.extend({
    patientId: idSchema,
    /** Who is told. */
    recipient: lineSchema(120),
    information: z.array(informationSchema).min(1).max(20),
    channel: channelSchema.extract(["spoken", "paper"]),
  }),
  output: disclosureSchema,
  errors: { "not-a-minor": 403, "minor-threat-not-for-counseling-notes": 403 },
  status: 201,
});
