import type { z } from "zod";
import { finding, type Finding } from "#domain/imports/finding.ts";

/** What was read of a resource: its facts, or why there are none; and what else somebody should know of it. */
export interface Reading<Facts> {
  readonly facts: Facts | null;
  readonly refusals: readonly Finding[];
  readonly notes: readonly Finding[];
}

export const refused = (...refusals: readonly Finding[]): Reading<never> => ({
  facts: null,
  refusals,
  notes: [],
});

const withoutFields = (raw: object, fields: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(raw).filter(([field]) => !fields.has(field)));

const outermost = (error: z.ZodError): string[] =>
  error.issues.flatMap(({ path: [field] }) => (field === undefined ? [] : [String(field)]));

/**
 * Reads what can be read: a field of another shape than FHIR gives it is left out and named, the others stay. Answers undefined
 * where nothing of the resource's kind is left.
 */
export const readLeniently = <Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): { readonly value: z.output<Schema>; readonly notes: readonly Finding[] } | undefined => {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return undefined;
  const first = schema.safeParse(raw);
  if (first.success) return { value: first.data, notes: [] };
  const unreadable = new Set(outermost(first.error));
  const second = schema.safeParse(withoutFields(raw, unreadable));
  if (!second.success) return undefined;
  const notes = [...unreadable].map((field) => finding("field-unreadable", field));
  return { value: second.data, notes };
};
