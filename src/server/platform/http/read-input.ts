import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { problem, type FieldProblem, type ProblemValue } from "#domain/contract/problem.ts";
import type { AnyRoute } from "#domain/contract/route.ts";

type Issue = z.core.$ZodIssue;

const codeOf = (issue: Issue): string => {
  if (issue.code === "custom" && typeof issue.params?.["code"] === "string")
    return issue.params["code"];
  if (issue.code === "invalid_type" && issue.input === undefined) return "missing";
  if (issue.code === "too_small" && issue.origin === "string" && issue.minimum === 1)
    return "missing";
  if (issue.code === "invalid_format") return `invalid-${issue.format.replaceAll("_", "-")}`;
  return issue.code.replaceAll("_", "-");
};

const plain = (value: unknown): ProblemValue | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : undefined;

/** The limits a sentence needs ("at most 80 characters"); never what was typed. */
const valuesOf = (issue: Issue): Record<string, ProblemValue> => {
  const values: Record<string, ProblemValue> = {};
  for (const name of ["minimum", "maximum", "origin", "expected"] as const) {
    const value = plain((issue as unknown as Record<string, unknown>)[name]);
    if (value !== undefined) values[name] = value;
  }
  return values;
};

/** Each field's first problem; a choice between shapes reports what its last branch missed. */
const fieldsOf = (issues: readonly Issue[], prefix = ""): Record<string, FieldProblem> => {
  const fields: Record<string, FieldProblem> = {};
  for (const issue of issues) {
    const path = [prefix, issue.path.join(".")].filter((part) => part !== "").join(".");
    const inner = issue.code === "invalid_union" ? issue.errors.at(-1) : undefined;
    if (inner !== undefined) {
      for (const [name, field] of Object.entries(fieldsOf(inner, path))) fields[name] ??= field;
      continue;
    }
    fields[path] ??= { code: codeOf(issue), values: valuesOf(issue) };
  }
  return fields;
};

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

/** Everything a request brought, as the one flat object its contract describes. */
export const gatherInput = (
  contract: AnyRoute,
  request: FastifyRequest,
): Record<string, unknown> => {
  const carriesBody = contract.method !== "GET" && contract.method !== "DELETE";
  const rest = carriesBody && contract.body === "json" ? request.body : request.query;
  return { ...asObject(rest), ...asObject(request.params) };
};

/** Input by its schema, or an `invalid-input` problem that names every field. */
export const readInput = (contract: AnyRoute, raw: Record<string, unknown>): unknown => {
  const parsed = contract.input.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw problem("invalid-input", { fields: fieldsOf(parsed.error.issues) });
};
