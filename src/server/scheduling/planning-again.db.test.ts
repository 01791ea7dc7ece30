import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeSite, liftClosure } from "#domain/scheduling/closure.api.ts";
import { retireSeries } from "#domain/scheduling/series.api.ts";
import {
  cancelSession,
  changeSession,
  createSession,
  foreseePlanningAgain,
  listSessions,
  planAgain,
  readSession,
} from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
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

/** The session of a group on a day to come. */
const sessionOf = async (seriesId: string, day = "2026-11-25"): Promise<Session> => {
  const asked = { from: day, to: day, seriesId };
  const [session] = (await house.done(house.supervisor, listSessions, asked)).rows;
  if (session === undefined) throw new Error(`no session on ${day}`);
  return session;
};

const callOff = ({ id: sessionId, version }: Session) =>
  house.done(house.supervisor, cancelSession, { sessionId, version, reason: "Nobody to lead" });

const foresee = async ({ id: sessionId }: Session) =>
  (await house.done(house.supervisor, foreseePlanningAgain, { sessionId })).obstacle;

const refusedAgain = ({ id: sessionId, version }: Session) =>
  house.refused(house.supervisor, planAgain, { sessionId, version });

/** Something else that the lead leads in the same room at the hour of a session. */
const planElse = (session: Session, more: { roomId?: string; staffId?: string }) =>
  house.done(house.supervisor, createSession, {
    name: "Family evening",
    siteId: house.siteId,
    programId: house.programId,
    activityTypeId: house.groupTypeId,
    ...(more.roomId !== undefined && { roomId: more.roomId }),
    day: session.serviceDate,
    startsAtWall: `${String(hour).padStart(2, "0")}:30`,
    minutes: 20,
    facilitators: [{ staffId: more.staffId ?? house.leadId, role: "lead" }],
  });

describe("a session that was called off", () => {
  it("is planned again as it was, with its people, whoever joined meanwhile among them", async () => {
    const series = await aSeries();
    await house.members(series.id, 2);
    const before = await sessionOf(series.id);
    const off = await callOff(before);
    expect(off).toMatchObject({ state: "cancelled", cancelReason: "Nobody to lead" });
    await house.members(series.id, 1);
    expect(await foresee(off)).toBeNull();
    const asked = { sessionId: off.id, version: off.version };
    const after = await house.done(house.supervisor, planAgain, asked);
    const { id, startsAt, endsAt, room, facilitators } = before;
    expect(after).toMatchObject({ id, startsAt, endsAt, room, facilitators });
    expect(after).toMatchObject({ state: "scheduled", cancelReason: null, expectedCount: 3 });
    const { rows } = await house.product.ownerPool.query(
      "select status from stepwell.attendance where session_id = $1",
      [id],
    );
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ status: "expected" })));
    expect(await refusedAgain(after)).toMatchObject({ status: 409, code: "not-called-off" });
  });

  it("stays called off where its room or its lead is held by another session, which is named", async () => {
    const series = await aSeries();
    const off = await callOff(await sessionOf(series.id));
    const other = await house.worker("therapist", "Ray", "Other");
    const inRoom = await planElse(off, { roomId: house.roomId, staffId: other.staffId });
    expect(await foresee(off)).toMatchObject({
      because: "room-taken",
      held: { name: "Family evening", startsAt: inRoom.startsAt },
    });
    expect(await refusedAgain(off)).toMatchObject({ status: 409, code: "room-taken" });
    const { id: sessionId, version } = inRoom;
    const facilitators = [{ staffId: house.leadId, role: "lead" as const }];
    await house.done(house.supervisor, changeSession, {
      sessionId,
      version,
      roomId: null,
      facilitators,
    });
    expect(await foresee(off)).toMatchObject({ because: "facilitator-taken" });
    expect(await refusedAgain(off)).toMatchObject({ status: 409, code: "facilitator-taken" });
    expect(await house.done(house.supervisor, readSession, { sessionId: off.id })).toMatchObject({
      state: "cancelled",
      version: off.version,
    });
  });

  it("stays called off on a closed day, also by that closure, until the day is open again", async () => {
    const series = await aSeries();
    const { siteId } = house;
    const days = { startsOn: "2026-12-02", endsOn: "2026-12-02", reason: "Snow" };
    const { id: closureId } = await house.done(house.supervisor, closeSite, { siteId, ...days });
    const off = await sessionOf(series.id, "2026-12-02");
    expect(await foresee(off)).toEqual({ because: "closed-otherwise", held: null });
    expect(await refusedAgain(off)).toMatchObject({ code: "closed-otherwise" });
    const lifting = { closureId, version: 1, reason: "No snow came" };
    await house.done(house.supervisor, liftClosure, lifting);
    expect(await sessionOf(series.id, "2026-12-02")).toMatchObject({ state: "scheduled" });
  });

  it("stays called off once its group has ended, its lead has left or its hour has come", async () => {
    const [ended, left] = [await aSeries(), await aSeries()];
    const [ofEnded, ofLeft] = [await sessionOf(ended.id), await callOff(await sessionOf(left.id))];
    const retiring = { seriesId: ended.id, version: 1, reason: "Over" };
    await house.done(house.supervisor, retireSeries, retiring);
    expect(await refusedAgain(await sessionOf(ended.id, ofEnded.serviceDate))).toMatchObject({
      code: "series-ended",
    });
    const { ownerPool } = house.product;
    const retire = (at: string | null) =>
      ownerPool.query("update stepwell.staff set retired_at = $2 where id = $1", [
        house.leadId,
        at,
      ]);
    await retire("2026-11-20T00:00:00Z");
    expect(await refusedAgain(ofLeft)).toMatchObject({ code: "retired" });
    await retire(null);
    await house.moveTo(ofLeft.startsAt);
    expect(await refusedAgain(ofLeft)).toMatchObject({ code: "began" });
    await house.moveTo("2026-11-20T01:00:00Z");
  });

  it("is planned again by one of two at once, by nobody elsewhere and nobody without the right", async () => {
    const series = await aSeries();
    const off = await callOff(await sessionOf(series.id, "2026-12-03"));
    const input = { sessionId: off.id, version: off.version };
    const stranger = await house.product.addPerson(house.elsewhere, ["supervisor"], "Sam Stranger");
    expect(await house.refused(stranger, planAgain, input)).toMatchObject({ status: 404 });
    expect(await house.refused(house.lead, planAgain, input)).toMatchObject({ status: 403 });
    const answers = await Promise.all([
      house.product.call(house.supervisor ?? stranger, planAgain, input),
      house.product.call(house.supervisor ?? stranger, planAgain, input),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });
});

it("a room or a person that another session holds is refused with its name", async () => {
  const group = await aSeries();
  const session = await sessionOf(group.id, "2026-12-09");
  const other = await house.worker("therapist", "Vera", "Other");
  const own = await planElse(session, { staffId: other.staffId });
  const { id: sessionId, version } = own;
  const heldBy = { code: "held-by", values: { session: "Evening group" } };
  const inRoom = { sessionId, version, roomId: house.roomId };
  expect(await house.refused(house.supervisor, changeSession, inRoom)).toMatchObject({
    code: "room-taken",
    fields: { roomId: heldBy },
  });
  const facilitators = [{ staffId: house.leadId, role: "lead" as const }];
  const led = { sessionId, version, facilitators };
  expect(await house.refused(house.supervisor, changeSession, led)).toMatchObject({
    code: "facilitator-taken",
    fields: { facilitators: heldBy },
  });
});
