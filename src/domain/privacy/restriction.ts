import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { nameSchema } from "#domain/basics/person-name.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { signerRelationSchema } from "#domain/privacy/consent.ts";
import { informationSchema, treatmentPaymentOperations } from "#domain/privacy/information.ts";

/** From whom it is to be kept back: from anybody, from some by name, or from a class of recipients. */
export const restrictedRecipientKinds = ["anybody", "named", "class"] as const;
const restrictedRecipientKindSchema = z.enum(restrictedRecipientKinds);
export type RestrictedRecipientKind = (typeof restrictedRecipientKinds)[number];

export const restrictedPurposeSchema = z.enum(treatmentPaymentOperations);
export type RestrictedPurpose = z.output<typeof restrictedPurposeSchema>;

/**
 * What a patient asks to be kept back in treatment, payment and operations, whether there is a consent to it or not
 * (42 CFR 2.26(a)(1)).
 */
export const restrictionFacts = z.object({
  askedOn: civilDateSchema,
  askedBy: nameSchema,
  askerRelation: signerRelationSchema,
  recipientKind: restrictedRecipientKindSchema,
  /** Names, or classes; none where it is anybody. */
  recipients: z.array(lineSchema(120)).max(20),
  information: z.array(informationSchema).min(1).max(20),
  purposes: z.array(restrictedPurposeSchema).min(1).max(3),
  /** The service was paid in full by somebody who is not the health plan (2.26(a)(6)(ii)). */
  paidInFull: z.boolean(),
});
export type RestrictionFacts = z.output<typeof restrictionFacts>;

export const restrictionAnswers = ["agreed", "not-agreed"] as const;
export const restrictionAnswerSchema = z.enum(restrictionAnswers);

/**
 * What ends a restriction: the patient asks for it in writing, or agrees aloud and that is written down (42 CFR 2.26(b)(1),
 * (2)). A program's own word (2.26(b)(3)) would still leave everything recorded until then restricted; the door cannot tell
 * the two apart, so it is no ground here.
 */
export const restrictionEndGrounds = ["asked-in-writing", "agreed-aloud"] as const;
export const restrictionEndGroundSchema = z.enum(restrictionEndGrounds);

export const restrictionStates = ["in-force", "asked", "not-agreed", "ended"] as const;
export type RestrictionState = (typeof restrictionStates)[number];

/** What was asked, and what became of it. */
export interface RestrictionTerms extends RestrictionFacts {
  readonly answer: (typeof restrictionAnswers)[number] | null;
  readonly answeredOn: string | null;
  readonly endedOn: string | null;
}

export const restrictionSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    askedOn: z.string(),
    askedBy: z.string(),
    askerRelation: signerRelationSchema,
    recipientKind: restrictedRecipientKindSchema,
    recipients: z.array(z.string()),
    information: z.array(informationSchema),
    purposes: z.array(restrictedPurposeSchema),
    paidInFull: z.boolean(),
    answer: restrictionAnswerSchema.nullable(),
    answeredOn: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answerReason: z.string().nullable(),
    endedOn: z.string().nullable(),
    endGround: restrictionEndGroundSchema.nullable(),
    endReason: z.string().nullable(),
    state: z.enum(restrictionStates),
    /** True where the program has no choice (42 CFR 2.26(a)(6)). */
    mustAgree: z.boolean(),
    createdAt: instantSchema,
    version: z.int(),
  })
  .meta({ id: "Restriction" });
export type Restriction = z.output<typeof restrictionSchema>;
