import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readSettings } from "#server/app/settings.ts";

const livesOn = (environment: Readonly<Record<string, string>>): boolean =>
  readSettings(environment).livesOn;

test("the demo lives on where it is there to stay, and where it was asked to", () => {
  const temporary = path.join(tmpdir(), "somewhere");
  expect(livesOn({})).toBe(true);
  expect(livesOn({ STEPWELL_DATA: "/srv/stepwell" })).toBe(true);
  expect(livesOn({ STEPWELL_DATA: temporary })).toBe(false);
  expect(livesOn({ STEPWELL_DATA: "/dev/shm/stepwell" })).toBe(false);
  expect(livesOn({ STEPWELL_DATA: temporary, STEPWELL_DEMO_LIFE: "1" })).toBe(true);
  expect(livesOn({ STEPWELL_DEMO_LIFE: "0" })).toBe(false);
  expect(livesOn({ STEPWELL_DEMO: "0", STEPWELL_DEMO_LIFE: "1" })).toBe(false);
  const database = { DATABASE_URL: "postgres://stepwell@db.example/stepwell" };
  expect(livesOn({ ...database, STEPWELL_DEMO: "1" })).toBe(false);
  expect(livesOn({ ...database, STEPWELL_DEMO: "1", STEPWELL_DEMO_LIFE: "1" })).toBe(true);
});
