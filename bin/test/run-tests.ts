import { say } from "../bootstrap/progress.mjs";
import { ChoiceNotUnderstood, readChoice, type Choice, type StepName } from "./choice.ts";
import { announceFixtures } from "./fixtures.ts";
import { failure, numbersOf, total, type Outcome } from "./outcome.ts";
import { forgetProductSettings, TestsStopped } from "./run-tool.ts";
import { steps } from "./steps.ts";

interface StepOutcome {
  readonly name: StepName | "fixtures";
  readonly outcome: Outcome;
  readonly seconds: number;
}

const runStep = async (name: StepName, filters: readonly string[]): Promise<StepOutcome> => {
  const step = steps[name];
  say(`${name}: ${step.title}`);
  const begin = performance.now();
  const outcome = await step.run(filters).catch((error: unknown) => {
    if (error instanceof TestsStopped) throw error;
    return failure(error instanceof Error ? error.message : String(error));
  });
  return {
    name,
    outcome: whatItShows(outcome, filters),
    seconds: (performance.now() - begin) / 1000,
  };
};

/** A step in which not one test ran has shown nothing, unless a filter left its tests out. */
const whatItShows = (outcome: Outcome, filters: readonly string[]): Outcome =>
  filters.length === 0 && outcome.passed + outcome.failed + outcome.skipped === 0
    ? failure("no test was found")
    : outcome;

const runAll = async ({ steps: names, filters }: Choice): Promise<boolean> => {
  const missing = announceFixtures();
  const results: StepOutcome[] =
    missing === undefined ? [] : [{ name: "fixtures", outcome: missing, seconds: 0 }];
  for (const name of names) results.push(await runStep(name, filters));
  for (const { name, outcome, seconds } of results) {
    const note = outcome.note === undefined ? "" : `: ${outcome.note}`;
    say(`${name.padEnd(8)} ${numbersOf(outcome)} in ${seconds.toFixed(1)} s${note}`);
    for (const failed of outcome.failures ?? []) console.log(`  failed: ${failed}`);
    for (const shaky of outcome.shaky ?? []) console.log(`  passed on the second try: ${shaky}`);
  }
  const sum = total(results.map(({ outcome }) => outcome));
  console.log(numbersOf(sum));
  return sum.failed === 0;
};

const exitCodes = { passed: 0, failed: 1, notUnderstood: 2, stopped: 130 } as const;

const main = async (args: readonly string[]): Promise<number> => {
  forgetProductSettings();
  try {
    return (await runAll(readChoice(args))) ? exitCodes.passed : exitCodes.failed;
  } catch (error) {
    if (error instanceof TestsStopped) return exitCodes.stopped;
    if (!(error instanceof ChoiceNotUnderstood)) throw error;
    console.error(error.message);
    return exitCodes.notUnderstood;
  }
};

process.exitCode = await main(process.argv.slice(2));
