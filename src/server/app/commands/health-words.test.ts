import { expect, it } from "vitest";
import { healthCodes } from "#domain/operations/health-finding.ts";
import { healthWords } from "#server/app/commands/health-words.ts";

it("says what to do about everything that is not fine", () => {
  for (const code of healthCodes) {
    const isFine = /-fine$|^letters-leave$|^settings-own-database$/.test(code);
    const { what, todo } = healthWords({ code, severity: isFine ? "fine" : "wrong", values: {} });
    expect(what, code).not.toBe("");
    expect(todo === undefined, code).toBe(isFine);
  }
});

it("says sizes and spans as people do", () => {
  const low = { freeBytes: 1_240_000_000, leastBytes: 2_000_000_000, folder: "/data" };
  expect(healthWords({ code: "disk-low", severity: "wrong", values: low })).toEqual({
    what: "Only 1.2 GB are free on the disk of /data",
    todo: "Free at least 2.0 GB: the database stops when its disk is full.",
  });
  const late = { minutes: 780, everyMinutes: 360, name: "stepwell-20261119T200000Z.backup" };
  expect(healthWords({ code: "backup-late", severity: "urgent", values: late }).what).toBe(
    "The newest backup is 13 hours old, and one is due every 6 hours: stepwell-20261119T200000Z.backup",
  );
});
