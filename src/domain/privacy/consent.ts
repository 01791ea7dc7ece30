import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { optionalNameSchema } from "#domain/basics/person-name.ts";
import { usStateSchema } from "#domain/basics/us-address.ts";
import { disclosurePurposeSchema, informationSchema } from "#domain/privacy/information.ts";
import { signatureNeeds, type SignatureNeed } from "#domain/privacy/minor-consent.ts";

/**
 * What a consent is for. Counseling notes and legal proceedings each need one of their own, which can be combined with no
 * other (42 CFR 2.31(b), (d)).
 */
export const consentKinds = [
  "treatment-payment-operations",
  "specific",
  "counseling-notes",
  "legal-proceeding",
] as const;
export const consentKindSchema = z.enum(consentKinds);

/** How the recipients are named; an intermediary is named first, before those it passes records on to. */
export const recipientKinds = [
  "named-person",
  "named-organization",
  "class",
  "intermediary",
] as const;
export const recipientKindSchema = z.enum(recipientKinds);

export const signerRelations = [
  "patient",
  "parent",
  "legal-guardian",
  "personal-representative",
] as const;
export const signerRelationSchema = z.enum(signerRelations);

export const signatureMethods = ["paper", "electronic"] as const;
export const signatureMethodSchema = z.enum(signatureMethods);

/** What the paper says. It is written down as it is: what it lacks is told, and it discloses nothing until that is mended. */
export const consentFacts = z.object({
  kind: consentKindSchema,
  /** Who may tell: a name, or a class of people of the program. */
  discloser: optionalLineSchema(200),
  recipientKind: recipientKindSchema,
  recipients: z.array(lineSchema(120)).max(20),
  information: z.array(informationSchema).max(20),
  purposes: z.array(disclosurePurposeSchema).max(20),
  expiresOn: optional(civilDateSchema),
  /** Such as "the end of treatment"; `none` is allowed for treatment, payment and operations, and for research. */
  expiresAtEvent: optionalLineSchema(200),
  statesRevocation: z.boolean(),
  statesRedisclosure: z.boolean(),
  statesRefusal: z.boolean(),
  signedOn: optional(civilDateSchema),
  signedBy: optionalNameSchema,
  signerRelation: optional(signerRelationSchema),
  signatureMethod: optional(signatureMethodSchema),
  /** The state whose law says who signs for a minor: where the care is. */
  careState: optional(usStateSchema),
  /** Where a minor and a parent both sign: the other signature (42 CFR 2.14(b)(1)). */
  secondSignedBy: optionalNameSchema,
  secondSignerRelation: optional(signerRelationSchema),
  secondSignedOn: optional(civilDateSchema),
});
export type ConsentFacts = z.output<typeof consentFacts>;

/** What a consent needs to be held against the regulation: the paper, and what became of it. */
export interface ConsentTerms extends ConsentFacts {
  readonly revokedOn: string | null;
  /** The day the event happened that ends it. */
  readonly eventOn: string | null;
  /** Whose signatures it needs, by the patient's age when it was signed. */
  readonly signatureNeed: SignatureNeed;
}

export const consentStates = ["in-force", "deficient", "not-yet", "expired", "revoked"] as const;
export type ConsentState = (typeof consentStates)[number];

export const consentDefectCodes = [
  "no-discloser",
  "no-information",
  "no-recipient",
  "intermediary-without-participants",
  "no-purpose",
  "purpose-not-allowed",
  "purposes-not-separate",
  "counseling-notes-not-separate",
  "no-right-to-revoke",
  "no-expiry",
  "no-expiry-not-allowed",
  "not-signed",
  "signature-not-dated",
  "minor-not-signed",
  "parent-signed-alone",
  "parent-not-signed",
  "second-signature-not-dated",
  "no-redisclosure-statement",
  "no-refusal-statement",
] as const;
export type ConsentDefect = (typeof consentDefectCodes)[number];

export const consentSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    kind: consentKindSchema,
    discloser: z.string().nullable(),
    recipientKind: recipientKindSchema,
    recipients: z.array(z.string()),
    information: z.array(informationSchema),
    purposes: z.array(disclosurePurposeSchema),
    expiresOn: z.string().nullable(),
    expiresAtEvent: z.string().nullable(),
    eventOn: z.string().nullable(),
    statesRevocation: z.boolean(),
    statesRedisclosure: z.boolean(),
    statesRefusal: z.boolean(),
    signedOn: z.string().nullable(),
    signedBy: z.string().nullable(),
    signerRelation: signerRelationSchema.nullable(),
    signatureMethod: signatureMethodSchema.nullable(),
    careState: usStateSchema.nullable(),
    secondSignedBy: z.string().nullable(),
    secondSignerRelation: signerRelationSchema.nullable(),
    secondSignedOn: z.string().nullable(),
    signatureNeed: z.enum(signatureNeeds),
    templateVersion: z.string(),
    revokedOn: z.string().nullable(),
    revocationReason: z.string().nullable(),
    /** Where it stands today, by the organization's calendar. */
    state: z.enum(consentStates),
    /** What the regulation asks for and the paper lacks. */
    defects: z.array(z.enum(consentDefectCodes)),
    createdAt: instantSchema,
    version: z.int(),
  })
  .meta({ id: "Consent" });
export type Consent = z.output<typeof consentSchema>;
