import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  closeSite,
  foreseeLifting,
  listClosingCalls,
  liftClosure,
  listClosures,
} from "#domain/scheduling/closure.api.ts";
import { readHours } from "#domain/scheduling/hours.api.ts";
import { retireSeries } from "#domain/scheduling/series.api.ts";
import { createSession, listSessions } from "#domain/scheduling/session.api.ts";
import { openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

let house: ScheduleHouse;
beforeAll(async () => {
  house = await openScheduleHouse();
});
afterAll(() => house.product.close());

let hour = 6;
/** A group of its own hour, so that no two meet in the room. */
const aSeries = () =>
  house.series({ startsAtWall: `${String(++hour).padStart(2, "0")}:00`, minutes: 60 });

const sessionsOf = async (seriesId: string, from: string, to: string) =>
  (await house.done(house.supervisor, listSessions, { from, to, seriesId })).rows;

const close = (startsOn: string, endsOn: string, reason = "Snow") =>
  house.done(house.supervisor, closeSite, { siteId: house.siteId, startsOn, endsOn, reason });

const lift = (closureId: string) =>
  house.done(house.supervisor, liftClosure, { closureId, version: 1, reason: "No snow came" });

describe("closed days", () => {
  it("are lifted: what they called off is planned again, with its people", async () => {
    const series = await aSeries();
    const [person] = await house.members(series.id, 1);
    const before = await sessionsOf(series.id, "2026-11-25", "2026-11-26");
    const { id: closureId, cancelled } = await close("2026-11-25", "2026-11-26");
    expect(cancelled).toBe(2);
    const { rows } = await house.done(house.supervisor, listClosures, {});
    expect(rows.find((one) => one.id === closureId)).toMatchObject({
      cancelledCount: 2,
      closedBy: "Sol Supervisor",
      lifted: null,
    });
    expect(await house.done(house.supervisor, foreseeLifting, { closureId })).toEqual({
      restored: 2,
      made: 0,
      staying: [],
      whole: 1,
      short: 0,
      stillClosed: [],
    });
    expect(await lift(closureId)).toMatchObject({ restored: 2 });
    const after = await sessionsOf(series.id, "2026-11-25", "2026-11-26");
    expect(
      after.map(({ id, state, startsAt, expectedCount, facilitators, cancelReason }) => ({
        id,
        state,
        startsAt,
        expectedCount,
        facilitators,
        cancelReason,
      })),
    ).toEqual(
      before.map(({ id, startsAt, facilitators }) => ({
        id,
        state: "scheduled",
        startsAt,
        expectedCount: 1,
        facilitators,
        cancelReason: null,
      })),
    );
    const { rows: hours } = await house.done(house.supervisor, readHours, {
      patientId: person?.patientId ?? "",
      on: "2026-11-24",
    });
    expect(hours).toMatchObject([{ variance: null }]);
    const kept = (await house.done(house.supervisor, listClosures, {})).rows;
    expect(kept.find((one) => one.id === closureId)).toMatchObject({
      cancelledCount: 0,
      lifted: { by: "Sol Supervisor" },
      version: 2,
    });
    expect(await house.refused(house.supervisor, foreseeLifting, { closureId })).toMatchObject({
      code: "closure-lifted",
    });
  });

  it("bring back no session whose hour was given away, or whose group ended", async () => {
    const [taken, ended, whole] = [await aSeries(), await aSeries(), await aSeries()];
    const { id: closureId } = await close("2026-12-02", "2026-12-02");
    const [lost] = await sessionsOf(taken.id, "2026-12-02", "2026-12-02");
    await house.done(house.supervisor, retireSeries, {
      seriesId: ended.id,
      version: 1,
      reason: "Over",
    });
    await house.insert("session", {
      site_id: house.siteId,
      program_id: house.programId,
      activity_type_id: house.groupTypeId,
      room_id: house.roomId,
      name: "Something else",
      zone: "America/Denver",
      service_date: "2026-12-02",
      starts_at: lost?.startsAt,
      ends_at: lost?.endsAt,
      capacity: 4,
      created_at: house.product.clock.now().toString(),
    });
    const answer = await lift(closureId);
    const ofThese = (seriesId: string) => sessionsOf(seriesId, "2026-12-02", "2026-12-02");
    expect(answer.staying).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ sessionId: lost?.id, because: "room-taken" }),
        expect.objectContaining({ because: "series-ended" }),
      ]),
    );
    expect(await ofThese(taken.id)).toMatchObject([{ state: "cancelled" }]);
    expect(await ofThese(ended.id)).toMatchObject([{ state: "cancelled" }]);
    expect(await ofThese(whole.id)).toMatchObject([{ state: "scheduled" }]);
  });

  it("plan what was never planned because of them", async () => {
    const { id: closureId } = await close("2026-12-09", "2026-12-10");
    const series = await aSeries();
    expect(await sessionsOf(series.id, "2026-12-09", "2026-12-10")).toEqual([]);
    const [person] = await house.members(series.id, 1);
    expect(person).toBeDefined();
    const foreseen = await house.done(house.supervisor, foreseeLifting, { closureId });
    expect(foreseen.made).toBe(2);
    await lift(closureId);
    expect(await sessionsOf(series.id, "2026-12-09", "2026-12-10")).toMatchObject([
      { state: "scheduled", expectedCount: 1 },
      { state: "scheduled", expectedCount: 1 },
    ]);
  });

  it("say which sessions fall out though none was ever planned, and whom to call for them", async () => {
    const { id: closureId } = await close("2026-12-14", "2026-12-15", "Holiday");
    const series = await aSeries();
    const [person] = await house.members(series.id, 1);
    const { rows } = await house.done(house.supervisor, listClosures, {});
    expect(rows.find((one) => one.id === closureId)).toMatchObject({ notPlannedCount: 1 });
    const days = { siteId: house.siteId, startsOn: "2026-12-14", endsOn: "2026-12-15" };
    const calls = await house.done(house.supervisor, listClosingCalls, { ...days, closureId });
    expect(calls.rows.filter(({ patientId }) => patientId === person?.patientId)).toMatchObject([
      { sessions: 1, startsAt: `2026-12-14T${hour + 7}:00:00Z` },
    ]);
    await lift(closureId);
    const after = (await house.done(house.supervisor, listClosures, {})).rows;
    expect(after.find((one) => one.id === closureId)).toMatchObject({ notPlannedCount: 0 });
  });

  it("make no week whole that another closure keeps a day of closed, and say who fell short in an old one", async () => {
    const { id: first } = await close("2026-11-11", "2026-11-11");
    const { id: second } = await close("2026-11-13", "2026-11-13", "Burst pipe");
    const foreseen = (closureId: string) =>
      house.done(house.supervisor, foreseeLifting, { closureId });
    expect(await foreseen(first)).toMatchObject({
      whole: 0,
      short: 0,
      stillClosed: ["2026-11-13"],
    });
    await lift(first);
    const { whole, short, stillClosed } = await foreseen(second);
    expect(stillClosed).toEqual([]);
    expect(whole).toBeGreaterThan(0);
    expect(short).toBe(whole);
    await lift(second);
  });

  it("stay closed where another closure covers them, which then holds their sessions", async () => {
    const series = await aSeries();
    const { id: first } = await close("2026-12-16", "2026-12-17");
    const { id: second } = await close("2026-12-17", "2026-12-18", "Burst pipe");
    const answer = await lift(first);
    expect(answer.staying.some(({ because }) => because === "closed-otherwise")).toBe(true);
    expect(await sessionsOf(series.id, "2026-12-16", "2026-12-17")).toMatchObject([
      { state: "scheduled" },
      { state: "cancelled" },
    ]);
    await lift(second);
    expect(await sessionsOf(series.id, "2026-12-17", "2026-12-17")).toMatchObject([
      { state: "scheduled" },
    ]);
  });

  it("are closed once, and open again for plans after they were lifted", async () => {
    const { id: closureId } = await close("2026-12-23", "2026-12-25");
    const again = {
      siteId: house.siteId,
      startsOn: "2026-12-24",
      endsOn: "2026-12-24",
      reason: "x",
    };
    expect(await house.refused(house.supervisor, closeSite, again)).toMatchObject({
      status: 409,
      code: "closed-already",
    });
    const plan = {
      name: "Family evening",
      siteId: house.siteId,
      programId: house.programId,
      activityTypeId: house.groupTypeId,
      day: "2026-12-24",
      startsAtWall: "20:00",
      minutes: 60,
      facilitators: [{ staffId: house.leadId, role: "lead" as const }],
    };
    expect(await house.refused(house.supervisor, createSession, plan)).toMatchObject({
      code: "site-closed",
    });
    await lift(closureId);
    await house.done(house.supervisor, createSession, plan);
    expect((await close("2026-12-24", "2026-12-24")).cancelled).toBeGreaterThan(0);
  });

  it("are lifted by one of two at once, by nobody elsewhere and nobody without the right", async () => {
    const { id: closureId } = await close("2026-12-30", "2026-12-30");
    const input = { closureId, version: 1, reason: "Back" };
    const stranger = await house.product.addPerson(house.elsewhere, ["supervisor"], "Sam Stranger");
    expect(await house.refused(stranger, liftClosure, input)).toMatchObject({ status: 404 });
    expect(await house.refused(stranger, foreseeLifting, { closureId })).toMatchObject({
      status: 404,
    });
    expect(await house.refused(house.lead, liftClosure, input)).toMatchObject({ status: 403 });
    const answers = await Promise.all([
      house.product.call(house.supervisor ?? stranger, liftClosure, input),
      house.product.call(house.supervisor ?? stranger, liftClosure, input),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });
});
