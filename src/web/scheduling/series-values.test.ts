import { expect, test } from "vitest";
import { seriesSchema } from "#domain/scheduling/series.ts";
import { changesOf, valuesOf } from "#web/scheduling/series-values.ts";

const idOf = (digit: number): string => `0190a0b0-0000-7000-8000-00000000000${digit}`;
const [lead, second, third, other] = [idOf(1), idOf(2), idOf(3), idOf(4)];
const named = { id: idOf(9), name: "Evenings" };

const series = seriesSchema.parse({
  id: idOf(8),
  name: "Evening group",
  publicName: "Evenings without alcohol",
  program: named,
  track: null,
  activityType: named,
  site: named,
  room: null,
  zone: "America/Denver",
  weekdays: [1, 3],
  startsAtWall: "18:00",
  minutes: 180,
  startsOn: "2026-01-05",
  endsOn: null,
  capacity: 12,
  hasVideo: false,
  facilitators: [
    { staffId: lead, name: "Lead", role: "lead" },
    { staffId: second, name: "Second", role: "trainee" },
    { staffId: third, name: "Third", role: "co-facilitator" },
  ],
  memberCount: 0,
  nextSession: null,
  version: 1,
  label: "general",
  createdAt: "2026-01-01T00:00:00Z",
  changedAt: "2026-01-01T00:00:00Z",
  changedBy: "Somebody",
  retiredAt: null,
});
const before = valuesOf(series, "2026-02-02");
const ledBy = (change: { readonly leadId?: string; readonly coId?: string }) =>
  changesOf(series, before, { ...before, ...change }).facilitators;

test("its name for the public stays until another is typed, and may be taken away", () => {
  expect(changesOf(series, before, before).publicName).toBe("Evenings without alcohol");
  expect(changesOf(series, before, { ...before, publicName: "" }).publicName).toBe("");
});

test("a group with another hour is led as it was", () => {
  const changes = changesOf(series, before, { ...before, startsAtWall: "7 pm" });
  expect(changes).not.toHaveProperty("facilitators");
  expect(changes.from).toBe("2026-02-02");
});

test("with another lead a trainee stays a trainee", () => {
  expect(ledBy({ leadId: other })).toEqual([
    { staffId: other, role: "lead" },
    { staffId: second, role: "trainee" },
    { staffId: third, role: "co-facilitator" },
  ]);
});

test("a trainee who takes the lead leads, and who led before facilitates", () => {
  expect(ledBy({ leadId: second, coId: lead })).toEqual([
    { staffId: second, role: "lead" },
    { staffId: lead, role: "co-facilitator" },
    { staffId: third, role: "co-facilitator" },
  ]);
});

test("somebody new in second place is a co-facilitator", () => {
  expect(ledBy({ coId: other })?.[1]).toEqual({ staffId: other, role: "co-facilitator" });
});
