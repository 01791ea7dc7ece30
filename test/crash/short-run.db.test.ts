import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { testedBinDir } from "#test/support/postgres.ts";
import { makeThrowawayFolder } from "#test/support/throwaway-folder.ts";
import { crashRun } from "./crash-run.ts";
import { freePort } from "./free-port.ts";
import { killKinds } from "./killer.ts";
import { reportLines } from "./report-lines.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = makeThrowawayFolder();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

// The same each time, so that what fails here fails again; `npm run crash` goes on where this ends.
// On another PostgreSQL it is enough to see that it comes back.
const kills = testedBinDir === undefined ? 5 : 2;
const options = { seed: 16, kills, minutes: 15, kinds: killKinds };

it("loses nothing that was acknowledged when processes are killed while people work", async () => {
  const place = { dataDir, port: await freePort(), binDir: testedBinDir };
  const report = await crashRun(place, options, () => {});
  const problems = report.checks.flatMap((check) => check.problems);
  // The first line is what a summary shows of a failure.
  const told = [problems[0] ?? "nothing was lost", ...reportLines(report)].join("\n");
  expect(problems, told).toEqual([]);
  expect(report.endedToo, told).toEqual([]);
  expect(report.acknowledged, told).toBeGreaterThan(50);
  expect(Object.values(report.kills).reduce((sum, count) => sum + count, 0)).toBe(options.kills);
  // A check that looked at nothing has shown nothing.
  expect(
    report.checks.filter(({ looked }) => looked === 0).map(({ name }) => name),
    told,
  ).toEqual([]);
}, 900_000);
