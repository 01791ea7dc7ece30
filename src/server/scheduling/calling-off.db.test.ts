import { afterAll, beforeAll, expect, it } from "vitest";
import { closeSite } from "#domain/scheduling/closure.api.ts";
import { listHours } from "#domain/scheduling/hours.api.ts";
import {
  cancelSession,
  changeSession,
  foreseeCallingOff,
  listSessionCalls,
  listSessions,
} from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

const sessionOf = async (seriesId: string, day: string): Promise<Session> => {
  const asked = { from: day, to: day, seriesId };
  const [session] = (await house.done(house.supervisor, listSessions, asked)).rows;
  if (session === undefined) throw new Error(`no session on ${day}`);
  return session;
};

const callOff = ({ id: sessionId, version }: Session) =>
  house.done(house.supervisor, cancelSession, { sessionId, version, reason: "Nobody to lead" });

const foresee = ({ id: sessionId }: Session) =>
  house.done(house.supervisor, foreseeCallingOff, { sessionId });

it("says before it is done whose week falls short of its floor, and does just that", async () => {
  const series = await house.series();
  await house.members(series.id, 2);
  const wednesday = await sessionOf(series.id, "2026-11-25");
  const told = {
    short: 2,
    shortAlready: 0,
    notHeld: 0,
    notHeldMinutes: 0,
    leastMinutes: 180,
    mostMinutes: 180,
  };
  expect(await foresee(wednesday)).toEqual(told);
  const off = await callOff(wednesday);
  expect(off.calledOff).toEqual({
    by: "Sol Supervisor",
    at: house.product.clock.now().toString(),
  });
  const { rows } = await house.done(house.supervisor, listHours, { on: "2026-11-25" });
  expect(rows.map(({ standing, shortMinutes }) => ({ standing, shortMinutes }))).toEqual([
    { standing: "short", shortMinutes: 180 },
    { standing: "short", shortMinutes: 180 },
  ]);
  const thursday = await sessionOf(series.id, "2026-11-26");
  expect(thursday.calledOff).toBeNull();
  expect(await foresee(thursday)).toEqual({
    short: 2,
    shortAlready: 2,
    notHeld: 0,
    notHeldMinutes: 0,
    leastMinutes: 360,
    mostMinutes: 360,
  });
});

it("in a week with a closed day says how many lose hours that nobody is held to", async () => {
  const series = await house.series({ startsAtWall: "15:00", minutes: 60 });
  await house.members(series.id, 2);
  const friday = { siteId: house.siteId, startsOn: "2026-12-11", endsOn: "2026-12-11" };
  await house.done(house.supervisor, closeSite, { ...friday, reason: "Holiday" });
  expect(await foresee(await sessionOf(series.id, "2026-12-09"))).toMatchObject({
    short: 0,
    notHeld: 2,
    notHeldMinutes: 60,
  });
});

it("is done once it is over where nobody came, so that it is an absence for nobody; moved it is no more", async () => {
  const series = await house.series({ startsAtWall: "11:00", minutes: 60, weekdays: [5] });
  const { id: sessionId, version } = await sessionOf(series.id, "2026-11-20");
  const before = house.product.clock.now().toString();
  const input = { sessionId, version, reason: "Nobody came" };
  await house.moveTo("2026-11-20T19:00:00Z");
  const moved = { sessionId, version, startsAtWall: "12:00" };
  expect(await house.refused(house.supervisor, changeSession, moved)).toMatchObject({
    code: "session-began",
  });
  expect((await house.done(house.supervisor, cancelSession, input)).state).toBe("cancelled");
  await house.moveTo(before);
});

it("the sessions of a colleague who is ill stand in one list", async () => {
  const series = await house.series({ startsAtWall: "13:00", minutes: 60 });
  const other = await house.worker("therapist", "Ray", "Other");
  const days = { from: "2026-12-07", to: "2026-12-13" };
  const of = async (staffId: string) =>
    (await house.done(house.supervisor, listSessions, { ...days, staffId })).rows;
  expect((await of(house.leadId)).some((one) => one.series?.id === series.id)).toBe(true);
  expect(await of(other.staffId)).toEqual([]);
});

it("tells whom to call before and after, and nobody else sees them", async () => {
  const series = await house.series({ startsAtWall: "09:00", minutes: 60 });
  const people = await house.members(series.id, 2);
  await house.product.ownerPool.query(
    "update stepwell.patient set phone = '3035550112', phone_may_be_called = true where id = $1",
    [people[0]?.patientId],
  );
  const session = await sessionOf(series.id, "2026-12-02");
  const asked = { sessionId: session.id };
  const before = await house.done(house.supervisor, listSessionCalls, asked);
  expect(before).toMatchObject({
    total: 2,
    rows: [
      { name: "Given0 Family0", phone: "3035550112", phoneMayBeCalled: true, sessions: 1 },
      { name: "Given1 Family1", phone: null },
    ],
  });
  await callOff(session);
  expect(await house.done(house.supervisor, listSessionCalls, asked)).toEqual(before);
  const stranger = await house.product.addPerson(house.elsewhere, ["supervisor"], "Sam Stranger");
  expect(await house.refused(stranger, listSessionCalls, asked)).toMatchObject({ status: 404 });
  expect(await house.refused(stranger, foreseeCallingOff, asked)).toMatchObject({ status: 404 });
});
