import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dischargePatient } from "#domain/admissions/enrollment.api.ts";
import { readChart, readTimeline } from "#domain/charting/chart.api.ts";
import { changeObjective, listObjectiveRevisions } from "#domain/charting/goal.api.ts";
import { openAdmissionHouse, type AdmissionHouse } from "#test/support/admission-house.ts";
import { addEncounters } from "#test/support/encounters.ts";

let house: AdmissionHouse;
beforeAll(async () => {
  house = await openAdmissionHouse();
});
afterAll(() => house.product.close());

describe("a chart", () => {
  test("of somebody who is registered says where they stand and nothing else", async () => {
    const patientId = await house.patient("Fresh", "Arrival");
    const chart = await house.done(readChart, { patientId });
    expect(chart).toMatchObject({
      patient: { name: "Fresh Arrival", age: 34 },
      label: null,
      enrollments: [],
      goals: [],
      risk: null,
      due: { total: 0 },
      timeline: { rows: [], nextCursor: null },
    });
    expect(chart.spine.find(({ state }) => state === "here")?.step).toBe("level");
  });

  test("has the stay, the plan, and the label of the track", async () => {
    const { patientId } = await house.admitted("Ines", "Carvalho");
    const chart = await house.done(readChart, { patientId });
    expect(chart.label).toBe("part-2");
    expect(chart.enrollments).toMatchObject([{ diagnoses: [{ code: "F10.20", rank: 1 }] }]);
    expect(chart.goals).toMatchObject([{ objectives: [{ code: "1.1", lastWorkedOn: null }] }]);
    expect(chart.timeline.rows).toMatchObject([{ kind: "admission", day: "2026-11-09" }]);
    expect(chart.spine.find(({ state }) => state === "here")?.step).toBe("attend");
    const done = chart.spine.filter(({ state }) => state === "done").map(({ step }) => step);
    expect(done).toEqual(["find", "level", "admit", "plan"]);
  });

  test("says the next session in which they have a seat, to who may see seats", async () => {
    const stay = await house.admitted("Soon", "Back");
    const { patientId } = stay;
    const nextOf = async () => (await house.done(readChart, { patientId })).next;
    expect(await nextOf()).toBeNull();
    await addEncounters(house, stay, 2);
    await house.product.ownerPool.query(
      `update stepwell.attendance set status = 'expected' where patient_id = $1 and service_date = '2026-11-18'`,
      [patientId],
    );
    expect(await nextOf()).toBeNull();
    const { rows } = await house.product.ownerPool.query(
      `update stepwell.session s set starts_at = '2026-11-20T16:00:00Z', ends_at = '2026-11-20T19:00:00Z', state = 'scheduled'
        from stepwell.attendance a where a.session_id = s.id and a.patient_id = $1 and a.status = 'expected'
        returning s.id, s.name`,
      [patientId],
    );
    await house.product.ownerPool.query(
      `update stepwell.attendance set service_date = '2026-11-20' where patient_id = $1 and status = 'expected'`,
      [patientId],
    );
    expect(await nextOf()).toMatchObject({ sessionId: rows[0]?.id, name: rows[0]?.name });
  });

  test("goes back through every session once, newest first", async () => {
    const stay = await house.admitted("Old", "Hand");
    await addEncounters(house, stay, 70);
    const chart = await house.done(readChart, { patientId: stay.patientId }, house.facilitator);
    expect(chart.risk).toMatchObject({ level: "low", by: "Test" });
    expect(chart.goals[0]?.objectives[0]).toMatchObject({ lastProgress: "up" });
    const seen = chart.timeline.rows.map(({ kind, id }) => `${kind} ${id}`);
    const days = chart.timeline.rows.map(({ day }) => day);
    let cursor = chart.timeline.nextCursor;
    while (cursor !== null) {
      const page = await house.done(
        readTimeline,
        { patientId: stay.patientId, cursor, limit: 25 },
        house.facilitator,
      );
      seen.push(...page.rows.map(({ kind, id }) => `${kind} ${id}`));
      days.push(...page.rows.map(({ day }) => day));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(71);
    expect(new Set(seen).size).toBe(71);
    expect(days).toEqual(days.toSorted().toReversed());
  });

  test("says of a session that still runs that they are there, and no hours", async () => {
    const stay = await house.admitted("There", "Now");
    await addEncounters(house, stay, 1);
    const { patientId } = stay;
    const statusOf = async () =>
      (await house.done(readChart, { patientId }, house.facilitator)).timeline.rows.find(
        ({ kind }) => kind === "session",
      )?.status;
    expect(await statusOf()).toBe("present");
    const now = house.product.clock.now();
    await house.product.ownerPool.query(
      `update stepwell.session s set state = 'open', starts_at = $2, ends_at = $3
        from stepwell.attendance a where a.session_id = s.id and a.patient_id = $1`,
      [patientId, now.subtract({ minutes: 50 }).toString(), now.add({ hours: 1 }).toString()],
    );
    expect(await statusOf()).toBe("running");
  });

  test("says of a make-up that it was beyond those that count in its week", async () => {
    const stay = await house.admitted("One", "Toomany");
    await addEncounters(house, stay, 2);
    const { patientId } = stay;
    await house.product.ownerPool.query(
      `update stepwell.attendance set kind = 'make-up', is_over_limit = true, credited_minutes = 0
        where patient_id = $1 and service_date = '2026-11-18'`,
      [patientId],
    );
    const { rows } = (await house.done(readChart, { patientId }, house.facilitator)).timeline;
    expect(
      rows.filter(({ kind }) => kind === "session").map((one) => [one.day, one.isOverLimit]),
    ).toEqual([
      ["2026-11-18", true],
      ["2026-11-17", false],
    ]);
  });

  test("shows no words of notes to who may not read notes", async () => {
    const stay = await house.admitted("Kept", "Close");
    await addEncounters(house, stay, 3);
    const { patientId } = stay;
    const mine = await house.done(readChart, { patientId });
    expect(mine.risk).toBeNull();
    expect(new Set(mine.timeline.rows.map(({ words }) => words))).toEqual(new Set([null]));
    const theirs = await house.done(readChart, { patientId }, house.facilitator);
    expect(theirs.timeline.rows.some(({ words }) => words !== null)).toBe(true);
    expect(theirs.authorizations).toEqual([]);
  });

  test("after the discharge stands at aftercare, and keeps what was", async () => {
    const stay = await house.admitted("Gone", "Home");
    const { id: enrollmentId, version } = stay;
    await house.done(dischargePatient, {
      enrollmentId,
      version,
      endedOn: "2026-11-19",
      reason: "completed",
      words: null,
    });
    const chart = await house.done(readChart, { patientId: stay.patientId });
    expect(chart.spine.find(({ state }) => state === "here")?.step).toBe("aftercare");
    expect(chart.enrollments).toMatchObject([{ endReason: "completed", patientStatus: "home" }]);
    expect(chart.timeline.rows.map(({ kind }) => kind)).toEqual(["discharge", "admission"]);
    const again = await house.refused(dischargePatient, {
      enrollmentId,
      version: 2,
      endedOn: "2026-11-19",
      reason: "moved",
      words: null,
    });
    expect(again).toMatchObject({ status: 409, code: "stay-ended" });
  });

  test("is nobody's in another organization", async () => {
    const { patientId } = await house.admitted("Hidden", "Chart");
    expect(await house.refused(readChart, { patientId }, house.stranger)).toMatchObject({
      status: 404,
    });
    const cursor = "nonsense";
    expect(await house.refused(readTimeline, { patientId, cursor })).toMatchObject({ status: 400 });
  });
});

describe("an objective", () => {
  test("that is met says on which day, and its history who said so", async () => {
    const { patientId } = await house.admitted("Met", "Step");
    const chart = await house.done(readChart, { patientId });
    const objectiveId = chart.goals[0]?.objectives[0]?.id ?? "";
    const met = await house.done(changeObjective, { objectiveId, version: 1, status: "met" });
    expect(met).toMatchObject({ status: "met", closedOn: "2026-11-19", version: 2 });
    const back = await house.done(changeObjective, { objectiveId, version: 2, status: "active" });
    expect(back.closedOn).toBeNull();
    const stale = { objectiveId, version: 1, status: "met" } as const;
    expect(await house.refused(changeObjective, stale)).toMatchObject({
      code: "changed-meanwhile",
    });
    const { rows } = await house.done(listObjectiveRevisions, { objectiveId });
    expect(rows.map(({ verb, actorName }) => [verb, actorName])).toEqual([
      ["change", "Ada Admissions"],
      ["change", "Ada Admissions"],
      ["create", "Ada Admissions"],
    ]);
  });
});
