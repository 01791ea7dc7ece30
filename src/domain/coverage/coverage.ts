import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import type { FieldProblem } from "#domain/contract/problem.ts";

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
  subscriberName: optionalLineSchema(120),
  subscriberBirthDate: optional(civilDateSchema),
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
    subscriberBirthDate: z.string().nullable(),
    effectiveFrom: z.string(),
    effectiveTo: z.string().nullable(),
    createdAt: instantSchema,
    version: z.int(),
  })
  .meta({ id: "Coverage" });
export type Coverage = z.output<typeof coverageSchema>;

/** What stands against a policy, by field. Somebody else's policy names its subscriber; it does not end before it begins. */
export const coverageProblems = (
  facts: Pick<
    Coverage,
    "relationToSubscriber" | "subscriberName" | "effectiveFrom" | "effectiveTo"
  >,
): Record<string, FieldProblem> => ({
  ...(facts.relationToSubscriber !== "self" &&
    facts.subscriberName === null && { subscriberName: { code: "missing" } }),
  ...(facts.effectiveTo !== null &&
    facts.effectiveTo < facts.effectiveFrom && { effectiveTo: { code: "before-start" } }),
});

/** True on every day from the first to the last, both included. */
export const coversOn = (
  coverage: Pick<Coverage, "effectiveFrom" | "effectiveTo">,
  day: string,
): boolean =>
  coverage.effectiveFrom <= day && (coverage.effectiveTo === null || day <= coverage.effectiveTo);
