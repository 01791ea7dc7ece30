/** What a step of the test run came to: numbers of single tests or checks. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One sentence for the summary, where there is something to say. */
  readonly note?: string;
  /** The tests that failed, by file and name: said again at the end, where somebody looks first. */
  readonly failures?: readonly string[];
  /** Those that failed and then passed when they were tried once more: something in them is to be mended. */
  readonly shaky?: readonly string[];
  /** The files in which an error was caught by no test, counted among the failures. */
  readonly strayIn?: readonly string[];
}

/** A step that could not do its work at all counts as one failure. */
export const failure = (note: string): Outcome => ({ passed: 0, failed: 1, skipped: 0, note });

/** A step left out because the machine lacks something; counted, so that nobody takes it for passed. */
export const skip = (note: string): Outcome => ({ passed: 0, failed: 0, skipped: 1, note });

/**
 * An error that no test caught gets a second try like a test does: its files are run `again`. What passes then has passed and
 * is told by name; where a test failed, or the error is in no file, nothing is tried.
 */
export const withSecondTry = async (
  first: Outcome,
  again: (files: readonly string[]) => Promise<Outcome>,
): Promise<Outcome> => {
  const { strayIn = [], failures = [], shaky = [], ...numbers } = first;
  if (strayIn.length === 0 || strayIn.length !== first.failed) return first;
  const second = await again([...new Set(strayIn)]);
  if (second.failed > 0) return first;
  return { ...numbers, failed: 0, shaky: [...shaky, ...failures] };
};

/** The outcome of a whole run; a run without a single test has not shown anything and is a failure. */
export const total = (outcomes: readonly Outcome[]): Outcome => {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((number, outcome) => number + of(outcome), 0);
  const passed = sum((outcome) => outcome.passed);
  const failed = sum((outcome) => outcome.failed);
  const skipped = sum((outcome) => outcome.skipped);
  return { passed, failed: passed + failed === 0 ? 1 : failed, skipped };
};

/** The numbers as people and machines read them: `12 passed, 0 failed`, `, 1 skipped` only where there is one. */
export const numbersOf = ({ passed, failed, skipped }: Outcome): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
