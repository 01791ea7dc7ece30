import { describe, expect, test } from "vitest";
import {
  checkProblems,
  readCheckReport,
  readPlaywrightReport,
  readReportFile,
  readVitestReport,
} from "./reports.ts";

const vitestReport = (changes: object) =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }],
    ...changes,
  });

describe("vitest", () => {
  test("counts what passed and what was left out", () => {
    expect(readVitestReport(vitestReport({}), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  test("counts a file that failed before its first test", () => {
    const broken = { status: "failed", assertionResults: [] };
    const report = vitestReport({ testResults: [broken] });
    expect(readVitestReport(report, 1)).toMatchObject({ failed: 1 });
  });

  test("counts a failed test once, not its file as well", () => {
    const file = { status: "failed", assertionResults: [{ status: "failed" }] };
    const report = vitestReport({ numFailedTests: 1, testResults: [file] });
    expect(readVitestReport(report, 1)).toMatchObject({ failed: 1 });
  });

  test("does not believe good numbers of a run that ended badly", () => {
    expect(readVitestReport(vitestReport({}), 1)).toMatchObject({ passed: 5, failed: 1 });
  });
});

test("Playwright: a test that passed only when tried again has failed", () => {
  const report = JSON.stringify({ stats: { expected: 7, flaky: 1, unexpected: 2, skipped: 3 } });
  expect(readPlaywrightReport(report, 1)).toEqual({ passed: 7, failed: 3, skipped: 3 });
});

describe("the checks", () => {
  const report = JSON.stringify({
    passed: 1,
    failed: 1,
    steps: [
      { name: "types", ok: true, problems: [] },
      { name: "format", ok: false, problems: ["src/clock.ts is not formatted"] },
    ],
  });

  test("count one each", () => {
    expect(readCheckReport(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test("tell what those that failed have found", () => {
    expect(checkProblems(report)).toEqual(["failed: format", "  src/clock.ts is not formatted"]);
  });
});

test("a tool without a report, or with half of one, has crashed", () => {
  const outcome = readReportFile("/nowhere/report.json", readVitestReport, 137);
  expect(outcome).toMatchObject({ passed: 0, failed: 1, note: expect.stringContaining("137") });
  const half = import.meta.filename;
  expect(readReportFile(half, readVitestReport, 0)).toMatchObject({ failed: 1 });
});
