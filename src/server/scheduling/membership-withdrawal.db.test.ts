import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { correctAttendance } from "#domain/scheduling/attendance.api.ts";
import {
  joinSeries,
  leaveSeries,
  listMemberships,
  withdrawMembership,
} from "#domain/scheduling/membership.api.ts";
import { readSeries } from "#domain/scheduling/series.api.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { newId } from "#server/platform/ids.ts";
import { eventAt, openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";

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

describe("a seat that was given by mistake", () => {
  const reason = "Meant somebody of the same name";
  const withdraw = (membershipId: string) => ({ membershipId, version: 1, reason });

  it("is taken back whole where nothing was recorded, and can be given again", async () => {
    const series = await aSeries();
    const [person] = await house.members(series.id, 1);
    const { rows } = await house.done(house.supervisor, listMemberships, { seriesId: series.id });
    const id = rows[0]?.id ?? "";
    const done = await house.done(house.supervisor, withdrawMembership, withdraw(id));
    expect(done).toMatchObject({
      withdrawn: { by: "Sol Supervisor", reason },
      endsOn: null,
      version: 2,
    });
    const seats = await sessionsOf(series.id, "2026-11-09", "2026-12-10");
    expect(seats.map(({ expectedCount }) => expectedCount)).toEqual(seats.map(() => 0));
    expect(await house.done(house.supervisor, readSeries, { seriesId: series.id })).toMatchObject({
      memberCount: 0,
    });
    const today = await house.done(house.supervisor, listMemberships, {
      seriesId: series.id,
      on: "2026-11-19",
    });
    expect(today.rows).toEqual([]);
    await house.done(house.supervisor, joinSeries, {
      seriesId: series.id,
      patientId: person?.patientId ?? "",
      enrollmentId: person?.enrollmentId ?? "",
      startsOn: "2026-11-09",
    });
    const all = await house.done(house.supervisor, listMemberships, { seriesId: series.id });
    expect(all.rows.map(({ withdrawn }) => withdrawn === null).toSorted()).toEqual([false, true]);
    expect(
      await house.refused(house.supervisor, withdrawMembership, { ...withdraw(id), version: 2 }),
    ).toMatchObject({
      code: "membership-withdrawn",
    });
    expect(
      await house.refused(house.supervisor, leaveSeries, {
        membershipId: id,
        version: 2,
        lastDay: "2026-11-19",
        reason: "left",
      }),
    ).toMatchObject({ code: "membership-withdrawn" });
  });

  it.each([
    ["an arrival", "arrive", "room"],
    ["an absence", "absent", null],
  ] as const)(
    "ends and is not undone where %s is recorded; put right, it is taken back",
    async (_, kind, mode) => {
      const series = await house.series({
        startsAtWall: kind === "arrive" ? "18:00" : "19:10",
        minutes: 60,
        roomId: null,
      });
      const [person] = await house.members(series.id, 1);
      const patientId = person?.patientId ?? "";
      await house.moveTo("2026-11-20T02:30:00Z");
      const session = await house.tonight(series.id);
      const event = eventAt(kind === "arrive" ? 5 : 75, kind, patientId, { mode });
      await house.record(session.id, [event]);
      const { rows } = await house.done(house.supervisor, listMemberships, { seriesId: series.id });
      const id = rows[0]?.id ?? "";
      expect(await house.refused(house.supervisor, withdrawMembership, withdraw(id))).toMatchObject(
        {
          status: 409,
          code: "membership-used",
        },
      );
      await house.done(house.supervisor, correctAttendance, {
        sessionId: session.id,
        why: "Somebody else",
        events: [eventAt(80, "strike", patientId, { id: newId(), correctsId: event.id })],
      });
      await house.done(house.supervisor, withdrawMembership, withdraw(id));
      expect((await house.tonight(series.id)).expectedCount).toBe(0);
    },
  );

  it("is taken back by nobody elsewhere and nobody without the right", async () => {
    const series = await aSeries();
    await house.members(series.id, 1);
    const { rows } = await house.done(house.supervisor, listMemberships, { seriesId: series.id });
    const id = rows[0]?.id ?? "";
    const stranger = await house.product.addPerson(house.elsewhere, ["supervisor"], "Sue Stranger");
    const biller = await house.product.addPerson(house.here, ["biller"], "Bo Biller");
    expect(await house.refused(stranger, withdrawMembership, withdraw(id))).toMatchObject({
      status: 404,
    });
    expect(await house.refused(biller, withdrawMembership, withdraw(id))).toMatchObject({
      status: 403,
    });
  });
});
