import { afterAll, beforeAll, expect, test } from "vitest";
import { publishHourRule } from "#domain/programs/hour-rule.api.ts";
import { listAtRisk } from "#domain/reporting/at-risk.api.ts";
import { closeSite, foreseeClosing, listClosingCalls } from "#domain/scheduling/closure.api.ts";
import { listHours, readHours } from "#domain/scheduling/hours.api.ts";
import { listMemberships, pauseMembership } from "#domain/scheduling/membership.api.ts";
import { reportingRoutes } from "#server/reporting/reporting.routes.ts";
import {
  eventAt,
  openScheduleHouse,
  tonight,
  type ScheduleHouse,
} from "#test/support/schedule-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

type Someone = { readonly patientId: string; readonly enrollmentId: string };

let house: ScheduleHouse;
let director: TestPerson;
let stranger: TestPerson;
let seriesId: string;
let people: readonly Someone[];
let sent = 0;

const friday = "2026-11-20T18:00:00Z";
const at = (place: number): Someone => {
  const one = people[place];
  if (one === undefined) throw new Error("nobody there");
  return one;
};

beforeAll(async () => {
  house = await openScheduleHouse(
    reportingRoutes({ installation: { demo: () => Promise.resolve(null) } }),
    { hook: (text) => void (sent += /attended_on/.test(text) ? 1 : 0) },
  );
  director = await house.product.addPerson(house.here, ["director"]);
  stranger = await house.product.addPerson(house.elsewhere, ["director"]);
  seriesId = (await house.series()).id;
  people = await house.members(seriesId, 3);
  await house.moveTo(tonight);
  const { id } = await house.tonight(seriesId);
  // The third stays away.
  await house.record(
    id,
    people.slice(0, 2).map(({ patientId }) => eventAt(0, "arrive", patientId, { mode: "room" })),
  );
  await house.moveTo(friday);
});
afterAll(() => house.product.close());

const gapOf = async ({ patientId }: Someone) =>
  (await house.done(director, readHours, { patientId })).rows[0]?.gap;
const riskOf = async ({ enrollmentId }: Someone) =>
  (await house.done(director, listAtRisk, {})).rows
    .find((row) => row.enrollmentId === enrollmentId)
    ?.reasons.filter(({ code }) => code === "service-due");

const publish = async (facts: object) => {
  const effectiveFrom = house.product.clock.now().toString().slice(0, 10);
  await house.done(director, publishHourRule, {
    levelOfCareId: house.levelId,
    population: "adult",
    name: "IOP 9 hours",
    floorMinutes: 540,
    ceilingMinutes: 1200,
    adolescentBelowAge: 18,
    week: "monday",
    source: "State manual 4.2",
    effectiveFrom,
    ...facts,
  });
};

test("where no rule speaks of days between services nothing is warned of, and one does from its day on", async () => {
  expect(await gapOf(at(0))).toBeNull();
  expect(await riskOf(at(2))).toBeUndefined();
  await publish({ longestGapDays: 3 });
  expect(await gapOf(at(0))).toEqual({
    longestGapDays: 3,
    counts: "attended",
    skipsClosed: true,
    lastOn: "2026-11-19",
    nextOn: "2026-11-23",
    dueBy: "2026-11-23",
    standing: "kept",
  });
  // Nothing lies between two services of somebody who had none yet.
  expect(await gapOf(at(2))).toBeNull();
  const { patientId } = at(0);
  const { rows } = await house.done(director, readHours, { patientId, on: "2026-11-12" });
  expect(rows[0]?.gap).toBeNull();
});

test("closing the site says whose gap becomes too long, and afterwards they are worth a look", async () => {
  const monday = { siteId: house.siteId, startsOn: "2026-11-23", endsOn: "2026-11-23" };
  const foreseen = { cancelled: 1, kept: 0, longGaps: 2 };
  expect(await house.done(house.supervisor, foreseeClosing, monday)).toEqual(foreseen);
  const { rows: calls } = await house.done(house.supervisor, listClosingCalls, monday);
  const long = calls.map(({ hasLongGap }) => hasLongGap);
  expect(long.filter(Boolean)).toHaveLength(2);
  expect(long.slice(0, 2)).toEqual([true, true]);
  const thursday = { ...monday, startsOn: "2026-11-26", endsOn: "2026-11-26" };
  expect(await house.done(house.supervisor, foreseeClosing, thursday)).toMatchObject({
    cancelled: 1,
    longGaps: 0,
  });
  expect(await house.refused(house.lead, foreseeClosing, monday)).toMatchObject({ status: 403 });
  expect(await house.refused(stranger, foreseeClosing, monday)).toMatchObject({ status: 404 });
  await house.done(house.supervisor, closeSite, { ...monday, reason: "Snow" });
  expect(await gapOf(at(0))).toMatchObject({
    nextOn: "2026-11-25",
    dueBy: "2026-11-24",
    standing: "due",
  });
  expect(await riskOf(at(0))).toEqual([
    {
      code: "service-due",
      since: "2026-11-19",
      dueBy: "2026-11-24",
      nextOn: "2026-11-25",
      mostDays: 3,
      isOver: false,
    },
  ]);
  expect(await riskOf(at(2))).toBeUndefined();
  await house.moveTo("2026-11-25T18:00:00Z");
  expect(await riskOf(at(0))).toMatchObject([{ isOver: true, dueBy: "2026-11-24" }]);
  expect(await house.refused(stranger, readHours, { patientId: at(0).patientId })).toMatchObject({
    status: 404,
  });
});

test("nobody waits for whoever paused, and whoever was offered services had them", async () => {
  await house.moveTo("2026-11-27T18:00:00Z");
  const { rows } = await house.done(house.supervisor, listMemberships, { seriesId });
  const member = rows.find(({ patientId }) => patientId === at(1).patientId);
  await house.done(house.supervisor, pauseMembership, {
    membershipId: member?.id ?? "",
    version: member?.version ?? 0,
    lastDay: "2026-11-27",
    backOn: "2026-12-14",
  });
  await publish({ longestGapDays: 2, gapCounts: "offered", gapSkipsClosed: false });
  // Offered on Thursday, with or without them; Monday is a day too late.
  expect(await gapOf(at(2))).toMatchObject({
    lastOn: "2026-11-26",
    nextOn: "2026-11-30",
    dueBy: "2026-11-29",
    standing: "due",
  });
  expect(await gapOf(at(1))).toMatchObject({
    nextOn: "2026-12-14",
    dueBy: "2026-12-15",
    standing: "kept",
  });
});

test("everybody's gaps are one statement, on the board as in the list", async () => {
  sent = 0;
  const { rows } = await house.done(director, listHours, {});
  expect(rows.filter(({ gap }) => gap !== null)).toHaveLength(3);
  expect(sent).toBe(1);
  await house.done(director, listAtRisk, {});
  expect(sent).toBe(2);
});
