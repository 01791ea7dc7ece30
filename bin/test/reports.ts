import { readFileSync } from "node:fs";
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
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: count, flaky: count, unexpected: count, skipped: count }),
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

/** What vitest ran. A file that failed before its first test has no failed test, and still counts. */
export const readVitestReport: ReadReport = (text, code) => {
  const report = vitestReport.parse(JSON.parse(text));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  const outcome = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return believed(outcome, code);
};

/** What Playwright ran. A test that passed only when tried again has failed. */
export const readPlaywrightReport: ReadReport = (text, code) => {
  const { expected, flaky, unexpected, skipped } = playwrightReport.parse(JSON.parse(text)).stats;
  return believed({ passed: expected, failed: unexpected + flaky, skipped }, code);
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
