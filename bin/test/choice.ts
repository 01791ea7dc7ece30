/** The parts of a test run, in their order. */
export const stepNames = ["check", "unit", "db", "db15", "journeys"] as const;

export type StepName = (typeof stepNames)[number];

/** What a developer asked for: which steps, and which tests in them. */
export interface Choice {
  readonly steps: readonly StepName[];
  /** Passed on to vitest and Playwright, which take them as parts of file names. */
  readonly filters: readonly string[];
}

/** Thrown when the arguments of `npm test` cannot be understood. */
export class ChoiceNotUnderstood extends Error {
  override readonly name = "ChoiceNotUnderstood";
}

const testSteps: readonly StepName[] = ["unit", "db", "db15", "journeys"];

/**
 * Reads `npm test -- --only unit,db part-of-a-file-name`. Without `--only` a filter chooses among all
 * steps that know files.
 */
export const readChoice = (args: readonly string[]): Choice => {
  const steps: StepName[] = [];
  const filters: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? "";
    if (argument === "--only") steps.push(...namedSteps(args[++at] ?? ""));
    else if (argument.startsWith("-")) throw notUnderstood(argument);
    else filters.push(argument);
  }
  if (steps.length > 0) return { steps: stepNames.filter((name) => steps.includes(name)), filters };
  return { steps: filters.length > 0 ? testSteps : stepNames, filters };
};

const namedSteps = (list: string): StepName[] =>
  list.split(",").map((name) => {
    const step = stepNames.find((known) => known === name);
    if (step === undefined) throw notUnderstood(`--only ${name}`);
    return step;
  });

const notUnderstood = (argument: string): ChoiceNotUnderstood =>
  new ChoiceNotUnderstood(
    `${argument} is not understood. Use: npm test -- [--only ${stepNames.join(",")}] [part of a file name …]`,
  );
