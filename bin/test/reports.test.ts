import path from "node:path";
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
    testResults: [
      {
        name: "a.test.ts",
        status: "passed",
        assertionResults: [{ status: "passed", fullName: "a" }],
      },
    ],
    ...changes,
  });

describe("vitest", () => {
  test("counts what passed and what was left out", () => {
    expect(readVitestReport(vitestReport({}), 0)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 2,
      failures: [],
      shaky: [],
      strayIn: [],
    });
  });

  test("counts and names an error that no test caught, with its place in our own code", () => {
    const uncaught = {
      message: "Error: gone",
      stack: `Error: gone\n    at emit (node:events:1)\n    at pool.ts:7:3\n    at d.test.ts:9`,
      file: path.resolve("src/d.test.ts"),
      test: "adds up",
    };
    const report = vitestReport({ uncaught: [uncaught, { message: "Error: nowhere" }] });
    expect(readVitestReport(report, 1)).toMatchObject({
      passed: 5,
      failed: 2,
      failures: [
        'src/d.test.ts: caught by no test while "adds up" ran\n    Error: gone, at pool.ts:7:3',
        "in no file: caught by no test\n    Error: nowhere",
      ],
      strayIn: ["src/d.test.ts"],
    });
  });

  test("counts a file that failed before its first test", () => {
    const broken = {
      name: path.resolve("src/b.test.ts"),
      status: "failed",
      message: "no such module\nat b.test.ts:1",
      assertionResults: [],
    };
    const report = vitestReport({ testResults: [broken] });
    expect(readVitestReport(report, 1)).toMatchObject({
      failed: 1,
      failures: ["src/b.test.ts\n    no such module"],
    });
  });

  test("counts a failed test once, not its file as well", () => {
    const broken = { status: "failed", fullName: "adds up", failureMessages: ["1 is not 2\nat …"] };
    const file = {
      name: path.resolve("src/c.test.ts"),
      status: "failed",
      assertionResults: [broken],
    };
    const report = vitestReport({ numFailedTests: 1, testResults: [file] });
    expect(readVitestReport(report, 1)).toMatchObject({
      failed: 1,
      failures: ["src/c.test.ts: adds up\n    1 is not 2"],
    });
  });

  test("names a test that passed on the second try", () => {
    const shaky = { status: "passed", fullName: "adds up", failureMessages: ["too late\nat …"] };
    const file = {
      name: path.resolve("src/d.test.ts"),
      status: "passed",
      assertionResults: [shaky],
    };
    const report = vitestReport({ testResults: [file] });
    expect(readVitestReport(report, 0)).toMatchObject({
      failed: 0,
      failures: [],
      shaky: ["src/d.test.ts: adds up\n    too late"],
    });
  });

  test("does not believe good numbers of a run that ended badly", () => {
    expect(readVitestReport(vitestReport({}), 1)).toMatchObject({ passed: 5, failed: 1 });
  });
});

test("Playwright: a story that passed on the second try has passed, and is named", () => {
  const spec = { title: "a device is left behind", file: "devices.spec.ts", line: 12 };
  const report = JSON.stringify({
    stats: { expected: 7, flaky: 1, unexpected: 2, skipped: 3 },
    suites: [
      {
        specs: [
          { ...spec, tests: [{ status: "expected" }] },
          { ...spec, line: 20, tests: [{ status: "flaky" }] },
        ],
        suites: [{ specs: [{ ...spec, line: 30, tests: [{ status: "unexpected" }] }] }],
      },
    ],
  });
  expect(readPlaywrightReport(report, 1)).toEqual({
    passed: 8,
    failed: 2,
    skipped: 3,
    failures: ["devices.spec.ts:30: a device is left behind"],
    shaky: ["devices.spec.ts:20: a device is left behind"],
  });
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
