import type { FieldProblems } from "#web/platform/use-form.ts";

/** Marks the fields of these names that are still empty. */
export const missingOf = <Values extends object>(
  values: Values,
  names: readonly (keyof Values & string)[],
): FieldProblems =>
  Object.fromEntries(
    names
      .filter((name) => values[name] === "" || values[name] === null)
      .map((name) => [name, { code: "missing" }]),
  );
