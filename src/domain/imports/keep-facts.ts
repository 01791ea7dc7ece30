import type { z } from "zod";
import type { FindingCode } from "#domain/imports/finding-codes.ts";
import { finding, type Finding } from "#domain/imports/finding.ts";
import type { IncomingPatient } from "#domain/imports/incoming.ts";
import { patientFacts } from "#domain/patients/patient.ts";

const codeOf = (issue: z.core.$ZodIssue): FindingCode => {
  const own: unknown = issue.code === "custom" ? issue.params?.["code"] : undefined;
  if (own === "not-a-name" || own === "invisible-characters") return own;
  return issue.code === "too_big" ? "too-long" : "value-unreadable";
};

/** Why a fact was not kept; of a choice between shapes the last says what is missing. */
const issueCode = (issue: z.core.$ZodIssue): FindingCode => {
  const inner = issue.code === "invalid_union" ? issue.errors.at(-1)?.[0] : undefined;
  return codeOf(inner ?? issue);
};

const needed = ["givenName", "familyName", "birthDate"];

const emptyOf = (value: unknown): [] | null => (Array.isArray(value) ? [] : null);

/** The facts that can be kept; what cannot be is left out and named, what a person cannot be without refuses them. */
export const keepFacts = (
  said: Record<string, unknown>,
): { facts: IncomingPatient["facts"] | null; refusals: Finding[]; notes: Finding[] } => {
  const first = patientFacts.safeParse(said);
  if (first.success) return { facts: first.data, refusals: [], notes: [] };
  const found = first.error.issues.map((issue) => {
    const field = String(issue.path[0]);
    const value = said[field];
    return {
      field,
      told: finding(issueCode(issue), field, typeof value === "string" ? value : ""),
    };
  });
  const refusals = found.filter(({ field }) => needed.includes(field)).map(({ told }) => told);
  if (refusals.length > 0) return { facts: null, refusals, notes: [] };
  const emptied = Object.fromEntries(found.map(({ field }) => [field, emptyOf(said[field])]));
  const second = patientFacts.safeParse({ ...said, ...emptied });
  const notes = found.map(({ told }) => told);
  return second.success
    ? { facts: second.data, refusals: [], notes }
    : { facts: null, refusals: notes, notes: [] };
};
