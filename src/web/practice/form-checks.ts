import { isNpi } from "#domain/basics/npi.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

/** The named fields that are still empty, told before the server is asked. */
export const missingOf = (
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
): FieldProblems =>
  Object.fromEntries(
    names
      .filter((name) => values[name] === "" || values[name] === null)
      .map((name) => [name, { code: "missing" }]),
  );

/** An NPI whose check digit does not fit, told before the server is asked. Empty is fine. */
export const npiProblem = (npi: string): FieldProblems => {
  const digits = npi.replace(/[\s-]/g, "");
  return digits === "" || isNpi(digits) ? {} : { npi: { code: "npi-check-digit" } };
};

/** A choice that the form's check has found made. */
export const made = <V extends string>(choice: V | ""): V => {
  if (choice === "") throw new Error("A form was sent before a choice in it was made.");
  return choice;
};
