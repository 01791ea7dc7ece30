import type { FieldProblems } from "#web/platform/use-form.ts";

/** The named fields that are still empty, told before the server is asked. */
export const missingOf = <Values extends object>(
  values: Values,
  names: readonly (keyof Values & string)[],
): FieldProblems =>
  Object.fromEntries(
    names
      .filter((name) => {
        const value: unknown = values[name];
        return value === "" || value === null || (Array.isArray(value) && value.length === 0);
      })
      .map((name) => [name, { code: "required" }]),
  );

/** A choice that the form's check has found made. */
export const made = <V extends string>(choice: V | ""): V => {
  if (choice === "") throw new Error("A form was sent before a choice in it was made.");
  return choice;
};

/** A choice that may stay open. */
export const chosen = <V extends string>(choice: V | ""): V | null =>
  choice === "" ? null : choice;
