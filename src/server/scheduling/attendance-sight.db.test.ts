import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#domain/access/roles.ts";
import {
  addAttendee,
  correctAttendance,
  listAttendanceEvents,
  recordAttendance,
} from "#domain/scheduling/attendance.api.ts";
import { joinSeries } from "#domain/scheduling/membership.api.ts";
import { listSeries } from "#domain/scheduling/series.api.ts";
import { cancelSession, listSessions, readSession } from "#domain/scheduling/session.api.ts";
import { newId } from "#server/platform/ids.ts";
import { eventAt, openScheduleHouse, type ScheduleHouse } from "#test/support/schedule-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

let house: ScheduleHouse;
let sessionId = "";
let shownId = "";
let hiddenId = "";
let guest: { patientId: string; enrollmentId: string };
let hiddenGuest: { patientId: string; enrollmentId: string };
let nurse: TestPerson;

const worksAs = (role: Role) => house.product.addPerson(house.here, [role]);

const restrict = async (patientId: string): Promise<void> => {
  for (const table of ["enrollment", "attendance"])
    await house.product.ownerPool.query(
      `update stepwell.${table} set label = 'restricted' where patient_id = $1`,
      [patientId],
    );
};

/** Whom the newest line of a verb in the trail names. */
const named = async (verb: string): Promise<readonly string[]> => {
  const { rows } = await house.product.ownerPool.query<{ people: string[] }>(
    `select array(select s.patient_id::text from stepwell.audit_subject s
        where s.organization_id = e.organization_id and s.audit_id = e.id order by 1) as people
       from stepwell.audit_event e where e.organization_id = $1 and e.verb = $2 and e.outcome = 'done'
      order by e.id desc limit 1`,
    [house.here.organizationId, verb],
  );
  return rows[0]?.people ?? [];
};

beforeAll(async () => {
  house = await openScheduleHouse();
  const series = await house.series();
  const [one, two] = await house.members(series.id, 2);
  shownId = one?.patientId ?? "";
  hiddenId = two?.patientId ?? "";
  guest = await house.stay("Ines", "Carvalho", null);
  hiddenGuest = await house.stay("Juniper", "Ellsworth", null);
  sessionId = (await house.tonight(series.id)).id;
  await house.moveTo("2026-11-20T04:10:00Z");
  await restrict(hiddenId);
  await restrict(hiddenGuest.patientId);
  nurse = await worksAs("nurse");
}, 60_000);
afterAll(() => house.product.close());

describe("somebody who does not see everybody in a session", () => {
  it("is told of those they see, and the trail names nobody else for it", async () => {
    const ledger = await house.done(nurse, recordAttendance, {
      sessionId,
      events: [eventAt(-3, "arrive", shownId)],
    });
    expect(ledger.attendances.map(({ patientId }) => patientId)).toEqual([shownId]);
    expect(JSON.stringify(ledger)).not.toContain(hiddenId);
    expect(await named("attendance.record")).toEqual([shownId]);
  });

  it("calls a break for all: the trail names whom it concerned, the answer only whom they see", async () => {
    await house.record(sessionId, [eventAt(0, "arrive", hiddenId)]);
    const ledger = await house.done(nurse, recordAttendance, {
      sessionId,
      events: [eventAt(60, "break-start", null), eventAt(70, "break-end", null)],
    });
    expect(ledger.attendances.map(({ patientId }) => patientId)).toEqual([shownId]);
    expect(ledger.breaks).toHaveLength(1);
    expect(await named("attendance.record")).toEqual([shownId, hiddenId].toSorted());
    const { rows } = await house.product.ownerPool.query(
      "select credited_minutes from stepwell.attendance where session_id = $1 and patient_id = $2",
      [sessionId, hiddenId],
    );
    expect(rows).toEqual([{ credited_minutes: 170 }]);
  });

  it("is answered of one they do not see like of one who is not there, and nothing is recorded", async () => {
    const stranger = eventAt(5, "leave", guest.patientId, { reason: "work" });
    const hidden = eventAt(5, "leave", hiddenId, { reason: "work" });
    const refusals = [];
    for (const event of [stranger, hidden])
      refusals.push(await house.refused(nurse, recordAttendance, { sessionId, events: [event] }));
    const [unknown, unseen] = refusals;
    expect(unknown).toMatchObject({ status: 409, code: "not-on-roster" });
    expect({ ...unseen, values: null, requestId: null }).toEqual({
      ...unknown,
      values: null,
      requestId: null,
    });
    const { rows } = await house.done(house.lead, listAttendanceEvents, { sessionId });
    expect(rows.map(({ id }) => id)).not.toContain(hidden.id);
  });

  it("cannot strike what was recorded of one they do not see, not even in nobody's name", async () => {
    const { rows } = await house.done(house.lead, listAttendanceEvents, { sessionId });
    const theirs = rows.find(({ patientId }) => patientId === hiddenId);
    for (const patientId of [null, shownId])
      expect(
        await house.refused(nurse, recordAttendance, {
          sessionId,
          events: [eventAt(90, "strike", patientId, { correctsId: theirs?.id ?? null })],
        }),
      ).toMatchObject({ status: 409, code: "event-unknown" });
  });

  it("seats a guest without learning of the others, and finds no stay they may not know of", async () => {
    const ledger = await house.done(nurse, addAttendee, { sessionId, ...guest, kind: "guest" });
    expect(ledger.attendances.map(({ patientId }) => patientId).toSorted()).toEqual(
      [shownId, guest.patientId].toSorted(),
    );
    expect(await named("attendance.seat")).toHaveLength(3);
    for (const who of [hiddenGuest, { patientId: newId(), enrollmentId: newId() }])
      expect(
        await house.refused(nurse, addAttendee, { sessionId, ...who, kind: "guest" }),
      ).toMatchObject({ status: 409, code: "enrollment-not-running" });
    // Who sits there already, and is not seen, is not said to sit there.
    const { rows } = await house.product.ownerPool.query<{ enrollment_id: string }>(
      "select enrollment_id from stepwell.attendance where session_id = $1 and patient_id = $2",
      [sessionId, hiddenId],
    );
    expect(
      await house.refused(nurse, addAttendee, {
        sessionId,
        patientId: hiddenId,
        enrollmentId: rows[0]?.enrollment_id ?? "",
        kind: "guest",
      }),
    ).toMatchObject({ status: 409, code: "enrollment-not-running" });
  });
});

describe("somebody who gives seats and does not see who sits there", () => {
  it("cannot give a seat twice, nor learn of a stay they may not know of", async () => {
    const admissions = await worksAs("admissions");
    const full = await house.series({ name: "Small group", capacity: 1, startsAtWall: "08:00" });
    const startsOn = "2026-11-09";
    await house.done(house.supervisor, joinSeries, {
      seriesId: full.id,
      ...hiddenGuest,
      startsOn,
      endsOn: null,
    });
    const open = await house.stay("Perry", "Whitlock", null);
    const join = (who: { patientId: string; enrollmentId: string }, on = startsOn) =>
      house.refused(admissions, joinSeries, {
        seriesId: full.id,
        ...who,
        startsOn: on,
        endsOn: null,
      });
    expect(await join(open)).toMatchObject({ status: 409, code: "series-full" });
    for (const who of [hiddenGuest, { patientId: newId(), enrollmentId: newId() }])
      expect(await join(who)).toMatchObject({ status: 404, code: "not-found" });
  });
});

describe("that more came than there are seats", () => {
  it("is remarked by those one sees: one who is not seen crowds nobody but for who leads", async () => {
    const { id } = await house.tonight(
      (await house.series({ name: "Noon group", startsAtWall: "11:00", minutes: 60, capacity: 3 }))
        .id,
    );
    const others = [await house.stay("Ada", "Noon", null), await house.stay("Ben", "Noon", null)];
    for (const who of [hiddenGuest, ...others])
      await house.done(house.lead, addAttendee, { sessionId: id, ...who, kind: "guest" });
    await house.product.ownerPool.query("update stepwell.session set capacity = 2 where id = $1", [
      id,
    ]);
    const at = (kind: "arrive" | "leave", minute: number, who = others[1]) =>
      eventAt(0, kind, who?.patientId ?? "", {
        mode: kind === "arrive" ? "room" : null,
        occurredAt: `2026-11-19T18:${minute}:00Z`,
      });
    const records = (by: TestPerson | undefined, ...events: ReturnType<typeof at>[]) =>
      house.done(by, recordAttendance, { sessionId: id, events });
    await records(house.lead, at("arrive", 10, hiddenGuest), at("arrive", 10, others[0]));
    expect(await records(nurse, at("arrive", 11))).toMatchObject({ remarks: [] });
    const again = at("arrive", 13);
    expect(await records(house.lead, at("leave", 12), again)).toMatchObject({
      remarks: [{ eventId: again.id, code: "crowded" }],
    });
  });
});

describe("how many there are", () => {
  const tonight = async (who: TestPerson | undefined) =>
    (await house.done(who, listSessions, { from: "2026-11-19", to: "2026-11-19" })).rows.find(
      ({ id }) => id === sessionId,
    );

  it("is counted of whom one sees, in every list; how full it is, of all", async () => {
    const [seen, all] = [await tonight(nurse), await tonight(house.lead)];
    expect([seen?.expectedCount, seen?.presentCount]).toEqual([2, 1]);
    expect([all?.expectedCount, all?.presentCount]).toEqual([3, 2]);
    expect(await house.done(nurse, readSession, { sessionId })).toEqual(seen);
    const members = async (who: TestPerson | undefined) =>
      (await house.done(who, listSeries, {})).rows.find(({ id }) => id === seen?.series?.id)
        ?.memberCount;
    expect([await members(nurse), await members(house.supervisor)]).toEqual([1, 2]);
  });

  it("is told whole where nobody's rows are read beside it, and what was used is not called off", async () => {
    const administrator = await worksAs("administrator");
    const alone = await house.series({ name: "One person", startsAtWall: "13:00" });
    const { id } = await house.tonight(alone.id);
    await house.done(house.supervisor, addAttendee, {
      sessionId: id,
      ...hiddenGuest,
      kind: "guest",
    });
    await house.product.ownerPool.query(
      "update stepwell.attendance set first_in_at = starts_at where session_id = $1",
      [id],
    );
    expect(await house.done(nurse, readSession, { sessionId: id })).toMatchObject({
      expectedCount: 0,
      presentCount: 0,
    });
    const session = await house.done(administrator, readSession, { sessionId: id });
    expect(session).toMatchObject({ expectedCount: 1, presentCount: 1 });
    const { version } = session;
    expect(
      await house.refused(administrator, cancelSession, {
        sessionId: id,
        version,
        reason: "Empty",
      }),
    ).toMatchObject({ status: 409, code: "somebody-was-there" });
  });
});

describe("who leads a session or sees every label", () => {
  it("is told of everybody, and corrects for everybody", async () => {
    const late = eventAt(2, "arrive", hiddenId);
    const ledger = await house.done(house.lead, correctAttendance, {
      sessionId,
      why: "Came at 6:02",
      events: [late],
    });
    expect(ledger.attendances).toHaveLength(3);
    expect(await named("attendance.correct")).toHaveLength(3);
  });
});
