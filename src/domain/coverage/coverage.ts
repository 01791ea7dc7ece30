import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optional } from "#domain/basics/optional.ts";
import { optionalNameSchema } from "#domain/basics/person-name.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { usAddressSchema } from "#domain/basics/us-address.ts";
import type { FieldProblem } from "#domain/contract/problem.ts";
import { claimLacks } from "#domain/coverage/claim-subscriber.ts";
import { sexAtBirthSchema } from "#domain/patients/patient.ts";

export const relations = ["self", "spouse", "child", "other"] as const;
export const relationSchema = z.enum(relations);
export type Relation = (typeof relations)[number];

/** What people say of a policy: whose it is, its numbers as printed on the card, and from when to when it holds. */
export const coverageFacts = z.object({
  payerId: idSchema,
  /** 1 pays first. */
  rank: z.coerce.number().int().min(1).max(3),
  planName: optionalLineSchema(120),
  memberNumber: lineSchema(40),
  groupNumber: optionalLineSchema(40),
  relationToSubscriber: relationSchema,
  /** In one piece, where nobody has taken it apart yet; a claim needs the pieces below. */
  subscriberName: optionalLineSchema(120),
  subscriberGivenName: optionalNameSchema,
  subscriberMiddleName: optionalNameSchema,
  subscriberFamilyName: optionalNameSchema,
  subscriberSuffix: optionalLineSchema(20),
  subscriberBirthDate: optional(civilDateSchema),
  subscriberSex: optional(sexAtBirthSchema),
  subscriberAddress: optional(usAddressSchema),
  effectiveFrom: civilDateSchema,
  effectiveTo: optional(civilDateSchema),
});
export type CoverageFacts = z.output<typeof coverageFacts>;

export const coverageSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    payer: z.object({ id: idSchema, name: z.string() }),
    rank: z.int(),
    planName: z.string().nullable(),
    memberNumber: z.string(),
    groupNumber: z.string().nullable(),
    relationToSubscriber: relationSchema,
    subscriberName: z.string().nullable(),
    subscriberGivenName: z.string().nullable(),
    subscriberMiddleName: z.string().nullable(),
    subscriberFamilyName: z.string().nullable(),
    subscriberSuffix: z.string().nullable(),
    subscriberBirthDate: z.string().nullable(),
    subscriberSex: sexAtBirthSchema.nullable(),
    subscriberAddress: usAddressSchema.nullable(),
    effectiveFrom: z.string(),
    effectiveTo: z.string().nullable(),
    createdAt: instantSchema,
    /** Entered by mistake: it covers nothing and stays readable. */
    retiredAt: instantSchema.nullable(),
    /** What a claim under it would lack today. */
    lacks: z.array(z.enum(claimLacks)),
    version: z.int(),
  })
  .meta({ id: "Coverage" });
export type Coverage = z.output<typeof coverageSchema>;

/** What stands against a policy, by field. Somebody else's policy names its subscriber; it does not end before it begins. */
export const coverageProblems = (
  facts: Pick<
    Coverage,
    | "relationToSubscriber"
    | "subscriberName"
    | "subscriberGivenName"
    | "subscriberFamilyName"
    | "effectiveFrom"
    | "effectiveTo"
  >,
): Record<string, FieldProblem> => ({
  ...(facts.relationToSubscriber !== "self" &&
    facts.subscriberName === null &&
    (facts.subscriberGivenName === null || facts.subscriberFamilyName === null) && {
      subscriberName: { code: "missing" },
    }),
  ...(facts.effectiveTo !== null &&
    facts.effectiveTo < facts.effectiveFrom && { effectiveTo: { code: "before-start" } }),
});

/** Policies that hold on a day of both; of these each has a place of its own in the order of payers. */
export const overlap = (
  one: Pick<Coverage, "effectiveFrom" | "effectiveTo">,
  other: Pick<Coverage, "effectiveFrom" | "effectiveTo">,
): boolean =>
  (one.effectiveTo === null || other.effectiveFrom <= one.effectiveTo) &&
  (other.effectiveTo === null || one.effectiveFrom <= other.effectiveTo);

/** The first place in the order of payers that is free beside these; undefined where all are taken. */
export const freeRank = (taken: readonly number[]): number | undefined =>
  [1, 2, 3].find((rank) => !taken.includes(rank));

/** True on every day from the first to the last, both included. */
export const coversOn = (
  coverage: Pick<Coverage, "effectiveFrom" | "effectiveTo">,
  day: string,
): boolean =>
  coverage.effectiveFrom <= day && (coverage.effectiveTo === null || day <= coverage.effectiveTo);
