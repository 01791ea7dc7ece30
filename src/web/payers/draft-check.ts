import { codeShapes } from "#domain/payers/code-shapes.ts";
import { termsProblems } from "#domain/payers/terms-problems.ts";
import { hasLine } from "#web/payers/service-row.ts";
import { termsOf, type TermsValues } from "#web/payers/terms-values.ts";
import { listTyped } from "#web/payers/typed-lists.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

/** What is typed of a version: its terms, from when they hold, and where they are written. */
export type DraftValues = TermsValues & {
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly source: string;
};

const hasShape = (shape: RegExp, text: string): boolean =>
  text.trim() === "" || shape.test(text.trim().toUpperCase());

const allHaveShape = (shape: RegExp, text: string): boolean =>
  listTyped(text).every((part) => shape.test(part));

const unless = (isFine: boolean, name: string, code: string): FieldProblems =>
  isFine ? {} : { [name]: { code } };

/** What is wrong with a code, a revenue code and modifiers as they are typed. */
const lineShapes = (
  at: string,
  line: Pick<TermsValues, "code" | "codeModifiers" | "revenueCode">,
): FieldProblems => ({
  ...unless(hasShape(codeShapes.procedure, line.code), `${at}code`, "no-code"),
  ...unless(hasShape(codeShapes.revenue, line.revenueCode), `${at}revenueCode`, "no-revenue-code"),
  ...unless(
    allHaveShape(codeShapes.modifier, line.codeModifiers),
    `${at}codeModifiers`,
    "no-modifiers",
  ),
});

/** The names of the fields, where those of the terms differ. */
const fieldOf = (name: string): string =>
  name.replace(/\bprocedure$/, "code").replace(/^(perDiem|providers)\./, "");

/** What does not fit in each service, by `services.<place>.<field>`. */
export const serviceProblems = (values: TermsValues): FieldProblems => {
  const fitting = Object.entries(termsProblems(termsOf(values)))
    .filter(([name]) => name.startsWith("services."))
    .map(([name, problem]) => [fieldOf(name), problem] as const);
  const shapes = values.services.flatMap((row, place) =>
    hasLine(row) ? Object.entries(lineShapes(`services.${place}.`, row)) : [],
  );
  return Object.fromEntries([...fitting, ...shapes]);
};

const otherProblems = (values: TermsValues): FieldProblems =>
  Object.fromEntries(
    Object.entries(termsProblems(termsOf(values)))
      .filter(([name]) => !name.startsWith("services."))
      .map(([name, problem]) => [fieldOf(name), problem]),
  );

const listShapes = (values: TermsValues): FieldProblems => ({
  ...unless(
    allHaveShape(codeShapes.modifier, values.conditionCodes),
    "conditionCodes",
    "no-modifiers",
  ),
  ...unless(
    allHaveShape(codeShapes.diagnosis, values.primaryPrefixes),
    "primaryPrefixes",
    "no-prefixes",
  ),
  ...unless(
    values.modifiers.every(({ modifier }) =>
      codeShapes.modifier.test(modifier.trim().toUpperCase()),
    ),
    "modifiers",
    "no-modifiers",
  ),
});

const twoDigits = ["billType", "placeOfService", "placeOfServiceTelehealth"] as const;

const twoDigitShapes = (values: TermsValues): FieldProblems =>
  Object.fromEntries(
    twoDigits
      .filter((name) => !hasShape(codeShapes.twoDigits, values[name]))
      .map((name) => [name, { code: "two-digits" }]),
  );

/** Everything that stands against a draft before the server is asked, by field. */
export const checkDraft = (values: DraftValues): FieldProblems => ({
  ...(values.hasPerDiem ? lineShapes("", values) : {}),
  ...listShapes(values),
  ...twoDigitShapes(values),
  ...unless(Object.keys(serviceProblems(values)).length === 0, "services", "services-unfit"),
  ...otherProblems(values),
  ...(values.effectiveTo !== "" &&
    values.effectiveTo < values.effectiveFrom && { effectiveTo: { code: "before-start" } }),
  ...missingOf(values, ["effectiveFrom", "source", "timelyFilingDays", "mostDiagnoses"]),
});
