import type { StepName } from "./choice.ts";
import { ensureChromium } from "./ensure-chromium.ts";
import { debianPostgres } from "./debian-postgres.ts";
import { lacking } from "./lacking.ts";
import { withSecondTry, type Outcome } from "./outcome.ts";
import {
  checkProblems,
  readCheckReport,
  readPlaywrightReport,
  readVitestReport,
} from "./reports.ts";
import { runTool } from "./run-tool.ts";

/** A part of the test run. */
export interface Step {
  readonly title: string;
  readonly run: (filters: readonly string[]) => Promise<Outcome>;
}

const check = (): Promise<Outcome> =>
  runTool({
    script: () => ["bin/check/check.ts", "--json"],
    reportsOnOutput: true,
    read: (text, code) => {
      for (const line of checkProblems(text)) console.log(line);
      return readCheckReport(text, code);
    },
  });

interface Choices {
  readonly env?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
}

const vitest = (
  project: "unit" | "db",
  filters: readonly string[],
  { env = {}, without = [] }: Choices = {},
): Promise<Outcome> =>
  runTool({
    script: (report) => [
      "node_modules/vitest/vitest.mjs",
      "run",
      `--project=${project}`,
      ...without.map((files) => `--exclude=${files}`),
      "--reporter=default",
      "--reporter=./bin/test/vitest-reporter.ts",
      `--outputFile.json=${report}`,
      ...(filters.length > 0 ? ["--passWithNoTests", ...filters] : []),
    ],
    read: readVitestReport,
    env: () => env,
  });

/** Processes are killed and clocks are raced here: an error beside the tests has a second try as each test has. */
const onPostgres = async (filters: readonly string[], choices?: Choices): Promise<Outcome> =>
  withSecondTry(await vitest("db", filters, choices), (files) => vitest("db", files, choices));

/** What the demonstration begins with hangs on no PostgreSQL; that it can be made and lived on this one is tried once. */
const ofTheDemo = "src/demo/!(seed-at-any-hour).db.test.ts";

/** How it goes about a statement over large tables is looked at where PostgreSQL comes with Stepwell. */
const ofLargeTables = "test/hot-queries*.db.test.ts";

const onDebianPostgres = async (filters: readonly string[]): Promise<Outcome> => {
  const binDir = debianPostgres();
  if (binDir === undefined) return lacking("PostgreSQL 15 of Debian cannot be had on this machine");
  return onPostgres(filters, {
    env: { STEPWELL_POSTGRES_BIN: binDir },
    without: [ofTheDemo, ofLargeTables],
  });
};

const journeys = async (filters: readonly string[]): Promise<Outcome> => {
  const { program, libraries, fonts } = await ensureChromium();
  return runTool({
    script: () => [
      "node_modules/@playwright/test/cli.js",
      "test",
      "--reporter=list,json",
      ...(filters.length > 0 ? ["--pass-with-no-tests", ...filters] : []),
    ],
    read: readPlaywrightReport,
    env: (report) => ({
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      CHROMIUM: program,
      ...(libraries && { CHROMIUM_LIBRARIES: libraries }),
      ...(fonts && { FONTCONFIG_PATH: fonts }),
    }),
  });
};

/** The steps of `npm test`, by name. */
export const steps: Readonly<Record<StepName, Step>> = {
  check: { title: "types, lint, format, import rules", run: check },
  unit: { title: "rules and parts", run: (filters) => vitest("unit", filters) },
  db: { title: "on the bundled PostgreSQL", run: (filters) => onPostgres(filters) },
  db15: { title: "on PostgreSQL 15", run: onDebianPostgres },
  journeys: { title: "stories in the browser", run: journeys },
};
