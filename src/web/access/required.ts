import type { FieldProblems } from "#web/platform/use-form.ts";

/** The fields among these that were left empty. */
export const required = (values: Readonly<Record<string, string>>): FieldProblems =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value.trim() === "")
      .map(([name]) => [name, { code: "required" }]),
  );
