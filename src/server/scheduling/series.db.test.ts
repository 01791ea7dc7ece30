import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import { listHours, readHours } from "#domain/scheduling/hours.api.ts";
import {
  joinSeries,
  leaveSeries,
  listMemberships,
  pauseMembership,
  transferMembership,
} from "#domain/scheduling/membership.api.ts";
import {
  changeSeries,
  createSeries,
  listSeriesRevisions,
  readSeries,
  retireSeries,
} from "#domain/scheduling/series.api.ts";
import { closeSite } from "#domain/scheduling/closure.api.ts";
import { cancelSession, changeSession, listSessions } from "#domain/scheduling/session.api.ts";
import { materializeAhead } from "#server/scheduling/series.service.ts";
import { eventAt, openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

const sessionsOf = async (seriesId: string, from: string, to: string) =>
  (await house.done(house.supervisor, listSessions, { from, to, seriesId })).rows;

/** A series at an hour of its own, so that the tests do not meet in one room. */
let hour = 6;
const aSeries = async (more: Parameters<ScheduleHouse["series"]>[0] = {}) => {
  hour++;
  const startsAtWall = `${String(hour).padStart(2, "0")}:00`;
  return house.series({ name: `Group ${hour}`, startsAtWall, minutes: 50, ...more });
};

describe("a weekly group", () => {
  it("stands in the calendar eight weeks ahead, and looking again makes nothing twice", async () => {
    const series = await aSeries();
    const count = async () =>
      (
        await house.product.ownerPool.query(
          "select count(*)::int as n, max(service_date) as last from stepwell.session where series_id = $1",
          [series.id],
        )
      ).rows[0];
    expect(await count()).toEqual({ n: 30, last: "2027-01-14" });
    await house.product.inside(house.here, (work) => materializeAhead(work, series.id));
    expect(await count()).toEqual({ n: 30, last: "2027-01-14" });
    await house.moveTo("2026-11-26T20:00:00Z");
    await house.product.inside(house.here, (work) => materializeAhead(work, series.id));
    expect(await count()).toEqual({ n: 33, last: "2027-01-21" });
    await house.moveTo("2026-11-19T20:00:00Z");
  });

  it("is refused a room or a person that is taken, whole", async () => {
    await aSeries({ startsAtWall: "20:00" });
    const before = await house.product.ownerPool.query(
      "select count(*) as n from stepwell.session",
    );
    const other = await house.staff("Ifeoma", "Castellan");
    const clash = house.plan({ startsAtWall: "20:30", minutes: 60, weekdays: [3] });
    expect(
      await house.refused(house.supervisor, createSeries, {
        ...clash,
        facilitators: [{ staffId: other, role: "lead" }],
      }),
    ).toMatchObject({ status: 409, code: "room-taken", fields: { roomId: { code: "taken" } } });
    expect(
      await house.refused(house.supervisor, createSeries, { ...clash, roomId: null }),
    ).toMatchObject({
      code: "facilitator-taken",
    });
    const after = await house.product.ownerPool.query("select count(*) as n from stepwell.session");
    expect(after.rows).toEqual(before.rows);
  });

  it("is changed from a day on; what was before stays", async () => {
    const series = await aSeries();
    const startsAtWall = "05:15";
    await house.done(house.supervisor, changeSeries, {
      seriesId: series.id,
      version: 1,
      from: "2026-11-25",
      startsAtWall,
    });
    const hours = (await sessionsOf(series.id, "2026-11-18", "2026-11-26")).map((one) => [
      one.serviceDate,
      one.startsAt.slice(11, 16),
    ]);
    expect(hours.filter(([, time]) => time === "12:15").map(([day]) => day)).toEqual([
      "2026-11-25",
      "2026-11-26",
    ]);
    expect(hours).toHaveLength(5);
    const past = { seriesId: series.id, version: 2, from: "2026-11-01", minutes: 60 };
    expect(await house.refused(house.supervisor, changeSeries, past)).toMatchObject({
      code: "from-past",
    });
    const stale = { seriesId: series.id, version: 1, minutes: 60 };
    expect(await house.refused(house.supervisor, changeSeries, stale)).toMatchObject({
      code: "changed-meanwhile",
    });
  });

  it("gets another name for the public, and its sessions stay the ones they were", async () => {
    const series = await aSeries({ publicName: " Evenings without alcohol " });
    expect(series.publicName).toBe("Evenings without alcohol");
    const ids = async () =>
      (await sessionsOf(series.id, "2026-11-18", "2026-12-18")).map((one) => one.id);
    const before = await ids();
    const change = { seriesId: series.id, version: 1, publicName: "" };
    const changed = await house.done(house.supervisor, changeSeries, change);
    expect(changed).toMatchObject({ publicName: null, name: series.name, version: 2 });
    expect(await ids()).toEqual(before);
    const { rows } = await house.done(house.supervisor, listSeriesRevisions, {
      seriesId: series.id,
    });
    expect(rows[0]?.changes).toEqual({
      publicName: { from: "Evenings without alcohol", to: null },
    });
  });

  it("ends with its coming sessions and its memberships", async () => {
    const series = await aSeries();
    const [person] = await house.members(series.id, 1);
    await house.done(house.supervisor, retireSeries, {
      seriesId: series.id,
      version: 1,
      reason: "Merged",
    });
    const coming = await sessionsOf(series.id, "2026-11-20", "2026-12-10");
    expect(new Set(coming.map((one) => one.state))).toEqual(new Set(["cancelled"]));
    const { rows } = await house.done(house.supervisor, listMemberships, { seriesId: series.id });
    expect(rows).toMatchObject([
      { patientId: person?.patientId, endsOn: "2026-11-19", endReason: "series-ended" },
    ]);
  });
});

describe("membership", () => {
  it("is dated: leaving, pausing and going over never rewrite the past", async () => {
    const [from, to] = [await aSeries(), await aSeries()];
    const [person] = await house.members(from.id, 1);
    if (person === undefined) throw new Error("nobody");
    const { rows } = await house.done(house.supervisor, listMemberships, { seriesId: from.id });
    const membershipId = rows[0]?.id ?? "";
    const paused = await house.done(house.supervisor, pauseMembership, {
      membershipId,
      version: 1,
      lastDay: "2026-11-24",
      backOn: "2026-12-07",
    });
    const expected = async (seriesId: string) =>
      (await sessionsOf(seriesId, "2026-11-18", "2026-12-18"))
        .filter((one) => one.expectedCount === 1)
        .map((one) => one.serviceDate);
    expect(await expected(from.id)).toEqual([
      "2026-11-18",
      "2026-11-19",
      "2026-11-23",
      "2026-12-07",
      "2026-12-09",
      "2026-12-10",
      "2026-12-14",
      "2026-12-16",
      "2026-12-17",
    ]);
    await house.done(house.supervisor, transferMembership, {
      membershipId: paused.id,
      version: 1,
      toSeriesId: to.id,
      startsOn: "2026-12-14",
    });
    expect((await expected(from.id)).at(-1)).toBe("2026-12-10");
    expect(await expected(to.id)).toEqual(["2026-12-14", "2026-12-16", "2026-12-17"]);
    const all = await house.done(house.supervisor, listMemberships, { seriesId: from.id });
    expect(all.rows.map((row) => row.endReason)).toEqual(["paused", "transferred"]);
  });

  it("has no last day before one on which the person was there", async () => {
    const series = await aSeries({
      startsAtWall: "18:00",
      roomId: null,
      facilitators: [{ staffId: await house.staff("Ola", "Brandt"), role: "lead" }],
    });
    const [person] = await house.members(series.id, 1);
    const session = await house.tonight(series.id);
    await house.moveTo("2026-11-20T03:00:00Z");
    await house.done(house.lead, recordAttendance, {
      sessionId: session.id,
      events: [eventAt(0, "arrive", person?.patientId ?? "")],
    });
    const { rows } = await house.done(house.supervisor, listMemberships, { seriesId: series.id });
    const ending = {
      membershipId: rows[0]?.id ?? "",
      version: 1,
      lastDay: "2026-11-18",
      reason: "left",
    } as const;
    expect(await house.refused(house.supervisor, leaveSeries, ending)).toMatchObject({
      code: "was-there-later",
    });
    await house.moveTo("2026-11-19T20:00:00Z");
  });

  it("gives the last seat to one of two who want it at once, and nobody a seat twice", async () => {
    const series = await aSeries({ capacity: 2 });
    const [first] = await house.members(series.id, 1);
    if (first === undefined) throw new Error("nobody");
    const wanted = { seriesId: series.id, startsOn: "2026-11-19", endsOn: null };
    expect(
      await house.refused(house.supervisor, joinSeries, { ...wanted, ...first }),
    ).toMatchObject({ code: "already-member" });
    const two = [
      await house.stay("Amara", "Whitlock", null),
      await house.stay("Petr", "Navarro", null),
    ];
    const answers = await Promise.all(
      two.map((who) => house.product.call(house.supervisor, joinSeries, { ...wanted, ...who })),
    );
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const outside = { ...wanted, ...two[0], startsOn: "2026-10-01" } as const;
    expect(
      await house.refused(house.supervisor, joinSeries, {
        ...outside,
        patientId: two[0]?.patientId ?? "",
        enrollmentId: two[0]?.enrollmentId ?? "",
      }),
    ).toMatchObject({ code: "outside-series" });
  });
});

describe("one session", () => {
  it("moves with its bookings, into no room that is taken", async () => {
    const [one, other] = [await aSeries(), await aSeries()];
    const [first] = await sessionsOf(one.id, "2026-11-25", "2026-11-25");
    const [second] = await sessionsOf(other.id, "2026-11-25", "2026-11-25");
    if (first === undefined || second === undefined) throw new Error("no session");
    const taken = { sessionId: first.id, version: 1, startsAtWall: other.startsAtWall };
    expect(await house.refused(house.supervisor, changeSession, taken)).toMatchObject({
      code: "room-taken",
    });
    await house.done(house.supervisor, cancelSession, {
      sessionId: second.id,
      version: 1,
      reason: "Holiday",
    });
    const moved = await house.done(house.supervisor, changeSession, taken);
    expect(moved.startsAt).toBe(second.startsAt);
    expect(moved.facilitators).toHaveLength(1);
  });

  it("is cancelled by a closure, and the week is one of variance", async () => {
    const series = await aSeries();
    const [person] = await house.members(series.id, 1);
    const patientId = person?.patientId ?? "";
    const closed = await house.done(house.supervisor, closeSite, {
      siteId: house.siteId,
      startsOn: "2026-11-26",
      endsOn: "2026-11-27",
      reason: "Thanksgiving",
    });
    expect(closed.cancelled).toBeGreaterThan(0);
    const { rows } = await house.done(house.supervisor, readHours, { patientId, on: "2026-11-24" });
    expect(rows).toMatchObject([
      { variance: "closure", standing: "variance", rule: { name: "IOP 9 hours" } },
    ]);
    const next = await house.done(house.supervisor, readSeries, { seriesId: series.id });
    expect(next.memberCount).toBe(1);
  });
});

describe("the hours board", () => {
  it("shows everybody in care, the largest gap first, and no other organization", async () => {
    const board = await house.done(house.supervisor, listHours, { on: "2026-11-12" });
    const gaps = board.rows.map((row) => row.shortMinutes);
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    expect(board.rows.length).toBeGreaterThan(5);
    const stranger = await house.product.addPerson(house.elsewhere, ["supervisor"], "Sam Stranger");
    expect((await house.done(stranger, listHours, {})).rows).toEqual([]);
    const biller = await house.product.addPerson(house.here, ["patient"], "Pat Patient");
    expect(await house.refused(biller, listHours, {})).toMatchObject({ status: 403 });
  });
});
