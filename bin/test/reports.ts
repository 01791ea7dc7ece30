import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { failure, type Outcome } from "./outcome.ts";

const count = z.int().nonnegative();

const checkReport = z.object({
  passed: count,
  failed: count,
  steps: z.array(z.object({ name: z.string(), ok: z.boolean(), problems: z.array(z.string()) })),
});

const vitestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  uncaught: z
    .array(
      z.object({
        message: z.string(),
        stack: z.string().nullish(),
        file: z.string().nullish(),
        test: z.string().nullish(),
      }),
    )
    .default([]),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

interface PlaywrightSuite {
  readonly specs: readonly {
    title: string;
    file: string;
    line: number;
    tests: { status: string }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[] | undefined;
}

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    specs: z.array(
      z.object({
        title: z.string(),
        file: z.string(),
        line: z.int(),
        tests: z.array(z.object({ status: z.string() })),
      }),
    ),
    suites: z.array(playwrightSuite).optional(),
  }),
);

const playwrightReport = z.object({
  stats: z.object({ expected: count, flaky: count, unexpected: count, skipped: count }),
  suites: z.array(playwrightSuite),
});

/** Reads the report a tool has written as text; `code` is the tool's exit code. */
export type ReadReport = (text: string, code: number) => Outcome;

/** What `npm run check -- --json` found: one number per check. */
export const readCheckReport: ReadReport = (text, code) => {
  const { passed, failed } = checkReport.parse(JSON.parse(text));
  return believed({ passed, failed, skipped: 0 }, code);
};

/** What the failed checks found wrong, for people. */
export const checkProblems = (text: string): string[] =>
  checkReport
    .parse(JSON.parse(text))
    .steps.filter(({ ok }) => !ok)
    .flatMap(({ name, problems }) => [`failed: ${name}`, ...problems.map((one) => `  ${one}`)]);

type Uncaught = z.infer<typeof vitestReport>["uncaught"][number];

/** An error that no test caught: while which test ran, and the place of ours it came from. */
const strayError = ({ message, stack, file, test }: Uncaught): string => {
  const place = stack
    ?.split("\n")
    .find((line) => /^ *at /.test(line) && !/node_modules|node:/.test(line));
  const during = test ? ` while "${test}" ran` : "";
  return `${file ? fileOf(file) : "in no file"}: caught by no test${during}\n    ${[message, place?.trim()].filter(Boolean).join(", ")}`;
};

/** What vitest ran. A file that failed before its first test has no failed test, and still counts; so does what no test caught. */
export const readVitestReport: ReadReport = (text, code) => {
  const report = vitestReport.parse(JSON.parse(text));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  // What failed before it passed keeps the message of its first try.
  const withMessages = (wanted: string) =>
    report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status, failureMessages }) => status === wanted && failureMessages?.length)
        .map(({ fullName, failureMessages }) =>
          told(`${fileOf(name)}: ${fullName}`, failureMessages?.[0]),
        ),
    );
  const outcome = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length + report.uncaught.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...brokenFiles.map(({ name, message }) => told(fileOf(name), message)),
      ...withMessages("failed"),
      ...report.uncaught.map(strayError),
    ],
    shaky: withMessages("passed"),
    strayIn: report.uncaught.flatMap(({ file }) => (file ? [fileOf(file)] : [])),
  };
  return believed(outcome, code);
};

/** What Playwright ran. A story that passed when it was tried once more has passed, and is told by name. */
export const readPlaywrightReport: ReadReport = (text, code) => {
  const { stats, suites } = playwrightReport.parse(JSON.parse(text));
  const { expected, flaky, unexpected, skipped } = stats;
  const named = (wanted: string) => suites.flatMap((suite) => specsOf(suite, wanted));
  const outcome = {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    failures: named("unexpected"),
    shaky: named("flaky"),
  };
  return believed(outcome, code);
};

const specsOf = ({ specs, suites = [] }: PlaywrightSuite, wanted: string): string[] => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === wanted))
    .map(({ file, line, title }) => `${file}:${line}: ${title}`),
  ...suites.flatMap((suite) => specsOf(suite, wanted)),
];

const fileOf = (name: string): string => path.relative(process.cwd(), name);

/** A failed test with the first line of what it said. */
const told = (test: string, message: string | undefined): string => {
  const [first = ""] = (message ?? "").split("\n");
  return first === "" ? test : `${test}\n    ${first}`;
};

/** Reads the report in a file; a tool that left none, or half of one, has crashed. */
export const readReportFile = (file: string, read: ReadReport, code: number): Outcome => {
  try {
    return read(readFileSync(file, "utf8"), code);
  } catch {
    return failure(`ended with exit code ${code} and without a report`);
  }
};

/** Numbers that look well from a tool that says it failed are not believed. */
const believed = (outcome: Outcome, code: number): Outcome =>
  code !== 0 && outcome.failed === 0
    ? { ...outcome, failed: 1, note: `ended with exit code ${code}` }
    : outcome;
