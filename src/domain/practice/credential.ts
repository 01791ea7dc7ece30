import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema, optionalLineSchema } from "#domain/basics/text.ts";
import { usStateSchema } from "#domain/basics/us-address.ts";
import type { FieldProblem } from "#domain/contract/problem.ts";
import { credentialKindSchema } from "#domain/practice/credential-code.ts";
import { standingSchema } from "#domain/practice/credential-standing.ts";
import { namedSchema, recordSchema } from "#domain/practice/record-state.ts";

/** What people say of a credential. `expiresOn` is the last day on which it holds. */
export const credentialFacts = z.object({
  kind: credentialKindSchema,
  code: lineSchema(20).transform((value) => value.toUpperCase()),
  state: optional(usStateSchema),
  number: optionalLineSchema(40),
  issuedOn: optional(civilDateSchema),
  expiresOn: optional(civilDateSchema),
  needsSupervision: z.boolean(),
});

export const credentialSchema = z
  .object({
    id: idSchema,
    staff: namedSchema,
    kind: credentialKindSchema,
    code: z.string(),
    state: usStateSchema.nullable(),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    expiresOn: z.string().nullable(),
    needsSupervision: z.boolean(),
    /** Where it stands today, on the wall of the organization. */
    standing: standingSchema,
    ...recordSchema.shape,
  })
  .meta({ id: "Credential" });
export type Credential = z.output<typeof credentialSchema>;
export type CredentialFacts = Pick<
  Credential,
  "kind" | "code" | "state" | "number" | "issuedOn" | "expiresOn"
>;

/**
 * True for a DEA registration number: two letters and seven digits, the last of them the units of
 * (1st + 3rd + 5th) + 2 × (2nd + 4th + 6th) (DEA Diversion Control Division).
 */
export const isDeaNumber = (value: string): boolean => {
  if (!/^[A-Z][A-Z9]\d{7}$/.test(value)) return false;
  const digits = Array.from(value.slice(2), Number);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, check] = digits;
  return (a + c + e + 2 * (b + d + f)) % 10 === check;
};

/**
 * What stands against a credential, by field. A licence and a DEA registration are checked with whoever issued them, so
 * they name their state and number; a record that cannot be checked is none.
 */
export const credentialProblems = (facts: CredentialFacts): Record<string, FieldProblem> => {
  const problems: Record<string, FieldProblem> = {};
  const isIssuedByState = facts.kind === "license" || facts.kind === "dea";
  if (isIssuedByState && facts.state === null) problems["state"] = { code: "missing" };
  if (isIssuedByState && facts.number === null) problems["number"] = { code: "missing" };
  if (facts.kind === "dea" && facts.number !== null && !isDeaNumber(facts.number))
    problems["number"] = { code: "dea-check-digit" };
  if (facts.issuedOn !== null && facts.expiresOn !== null && facts.expiresOn < facts.issuedOn)
    problems["expiresOn"] = { code: "before-issued" };
  return problems;
};
