import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { courseOf, courseText } from "./course.ts";
import { figuresOf } from "./figures-table.ts";
import { keepRun, namesInHistory, readHistory, readRuns } from "./history-files.ts";
import { keptRunOf, type KeptCase, type KeptRun } from "./kept-run.ts";
import { fillPage, namesOnPage } from "./page.ts";
import { pageFor } from "./record.ts";

const root = path.resolve(import.meta.dirname, "../..");

const caseOf = (facts: Partial<KeptCase>): KeptCase => ({
  case: "c=1",
  unit: "req/s",
  value: 1000,
  ceiling: 2000,
  ratio: 0.5,
  cpuRatio: 2,
  p50Ms: 1,
  p95Ms: 2,
  p99Ms: 3,
  targets: [{ ratioAtLeast: 0.45 }],
  isReached: true,
  othersShare: 0.01,
  ...facts,
});

const runOf = (facts: Partial<KeptCase>, run: Partial<KeptRun> = {}): KeptRun => ({
  date: "2026-11-22",
  commit: "abc1234",
  machine: "2 × Some CPU, 8 GB",
  node: "24.1.0",
  load: 0.2,
  rounds: 3,
  seconds: 3,
  cases: [caseOf(facts)],
  ...run,
});

const ratios = (...of: readonly number[]) => of.map((ratio) => runOf({ ratio }));

test("a ratio that falls by more than a tenth of what it was is said to have fallen", () => {
  expect(courseOf(ratios(0.5, 0.52, 0.48, 0.44))[0]).toMatchObject({ fell: true });
  expect(courseOf(ratios(0.5, 0.52, 0.48, 0.46))[0]).toMatchObject({ fell: false });
  expect(courseText("api.read", ratios(0.5, 0.4))).toContain("FELL by 20 %");
  expect(courseText("api.read", ratios(0.4, 0.5))).toContain("25 % better");
});

test("where less is better, more is the fall", () => {
  const times = (...of: readonly number[]) => of.map((ratio) => runOf({ ratio, unit: "ms" }));
  expect(courseOf(times(2, 2.3))[0]).toMatchObject({ fell: true });
  expect(courseOf(times(2, 1.5))[0]).toMatchObject({ fell: false });
});

test("without a ceiling the share of the limit is followed", () => {
  const alone = (value: number) =>
    runOf({ unit: "ms", ratio: null, ceiling: null, targets: [{ atMost: 50 }], value });
  const course = courseOf([alone(20), alone(40)])[0];
  expect(course?.points.map(({ share }) => share)).toEqual([0.4, 0.8]);
  expect(course?.fell).toBe(true);
});

test("neither another machine nor a disturbed run is compared with", () => {
  const elsewhere = runOf({ ratio: 0.9 }, { machine: "64 × Other CPU, 256 GB" });
  expect(courseOf([elsewhere, ...ratios(0.5)])[0]?.worseBy).toBeNull();
  const disturbed = runOf({ ratio: 0.9, othersShare: 0.5 });
  expect(courseOf([disturbed, ...ratios(0.5)])[0]?.worseBy).toBeNull();
  expect(courseText("x", [...ratios(0.9), runOf({ ratio: 0.1, othersShare: 0.5 })])).toContain(
    "not compared",
  );
});

test("a count is compared whatever else the machine did", () => {
  const counts = [9, 12].map((value) =>
    runOf({ unit: "actions", value, ratio: null, targets: [{ atMost: 9 }], othersShare: 0.9 }),
  );
  expect(courseOf(counts)[0]).toMatchObject({ fell: true });
  expect(figuresOf("hands", counts)).not.toContain("Other programs");
});

test("a case too short to tell what others took is as disturbed as its run", () => {
  const long = caseOf({ case: "all", othersShare: 0.4 });
  const short = caseOf({ case: "one", othersShare: null });
  const runs = [runOf({}), runOf({}, { cases: [long, short] })];
  expect(courseOf(runs).map(({ worseBy }) => worseBy)).toEqual([null, null]);
});

test("what 95 of 100 wait for is a limit beside the ratio", () => {
  const targets = [{ ratioAtLeast: 0.25 }, { p95AtMost: 15 }];
  const slow = runOf({ targets, ratio: 0.5, p95Ms: 30, isReached: false });
  expect(figuresOf("note.group", [slow])).toContain("not reached, 2.0 times too slow");
});

test("what is kept is read again, a line a run, and a broken line is named", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "stepwell-history-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const runs = ratios(0.5, 0.6);
  for (const run of runs) keepRun(folder, "api.read", run);
  expect(readHistory(folder, "api.read")).toEqual(runs);
  expect(readHistory(folder, "nothing")).toEqual([]);
  expect(namesInHistory(folder)).toEqual(["api.read"]);
  expect(() => readRuns(`${JSON.stringify(runs[0])}\n{}\n`, "a.jsonl")).toThrow("a.jsonl, line 2");
});

const reportOf = (failures: number) => ({
  measuredAt: "2026-11-22T12:00:00.000Z",
  pace: { rounds: 3, seconds: 3, speed: 20 },
  environment: {
    cpu: "Some CPU",
    cores: 2,
    memoryMb: 8123,
    platform: "linux x64",
    node: "24.1.0",
    loadAverage: [0.2, 0.3, 0.4],
    commit: "abc1234",
  },
  benchmarks: [
    {
      name: "api.read",
      summary: "",
      notes: [],
      cases: [],
      verdicts: [
        {
          case: "c=1",
          unit: "req/s" as const,
          targets: [{ ratioAtLeast: 0.45 }],
          standings: [
            {
              contender: "Stepwell",
              role: "subject" as const,
              value: 1000.04,
              lowest: 900,
              highest: 1100,
              failures,
              figures: { p50Ms: 1, p95Ms: 2, p99Ms: 3 },
              othersShare: 0.01,
            },
          ],
          ratio: failures > 0 ? null : 0.50001,
          isReached: failures > 0 ? null : true,
          cpuRatio: 2,
          othersShare: 0.01,
          failed: failures > 0 ? ["Stepwell"] : [],
        },
      ],
    },
  ],
});

test("of a report its ratios are kept, and nothing where somebody answered wrongly", () => {
  const [sound, failing] = [reportOf(0), reportOf(1)];
  expect(sound.benchmarks.map((one) => keptRunOf(sound, one))).toEqual([runOf({})]);
  expect(failing.benchmarks.map((one) => keptRunOf(failing, one))).toEqual([undefined]);
});

test("figures are put between their marks, and nothing else of the page changes", () => {
  const page =
    "# One\n\n<!-- figures of api.read -->\n\nold\n\n<!-- end of figures -->\n\nWords $1.\n";
  expect(namesOnPage(page)).toEqual(["api.read"]);
  const filled = fillPage(page, (name) => `new of ${name} $1`);
  expect(filled).toBe(page.replace("old", () => "new of api.read $1"));
});

test("a table says value, ceiling, ratio, limit and how near", () => {
  const text = figuresOf("api.read", ratios(0.5));
  expect(text).toContain("1,000 req/s, p95 2.00 ms");
  expect(text).toContain("reached, 90 % of it used");
  expect(figuresOf("api.read", [runOf({ ratio: 0.3, isReached: false })])).toContain(
    "not reached, 1.5 times too slow",
  );
});

test("a limit is said as people say it, whatever the quotient", () => {
  const limitOf = (...targets: KeptCase["targets"]) => figuresOf("api.read", [runOf({ targets })]);
  expect(limitOf({ ratioAtLeast: 2 / 3 })).toContain("| at least 0.67 |");
  expect(limitOf({ ratioAtMost: 4 / 3 })).toContain("| at most 1.33 times |");
  expect(limitOf({ ratioAtLeast: 0.4 })).toContain("| at least 0.4 ");
});

test("the page says what the history says: `npm run bench -- --page` writes it", () => {
  const page = readFileSync(path.join(root, "docs/performance.md"), "utf8");
  const folder = path.join(root, "bench/history");
  expect(pageFor(page, folder)).toBe(page);
  expect(namesOnPage(page)).toEqual(expect.arrayContaining([...namesInHistory(folder)]));
  expect(namesOnPage(page).length).toBeGreaterThan(0);
});
