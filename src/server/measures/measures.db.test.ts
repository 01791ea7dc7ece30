import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as api from "#domain/measures/measure.api.ts";
import { readMyToday } from "#domain/measures/my-today.api.ts";
import { listTaskRevisions, listTasks } from "#domain/tasks/task.api.ts";
import { measureRoutes } from "#server/measures/measure.routes.ts";
import { listCourses } from "#server/measures/measure.service.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import { openMeasureHouse, type MeasureHouse } from "#test/support/measure-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

let house: MeasureHouse;
let therapist: TestPerson & { readonly staffId: string };
let stranger: TestPerson;

beforeAll(async () => {
  house = await openMeasureHouse(() => [...measureRoutes, ...taskRoutes]);
  therapist = await house.worker("therapist", "Denise", "Okafor");
  stranger = await house.product.addPerson(house.elsewhere, ["director"]);
});
afterAll(() => house.product.close());

const asked = async (dueOn = "2026-11-19", therapistStaffId: string | null = therapist.staffId) => {
  const stay = await house.stay("Juniper", "Ellsworth", therapistStaffId);
  const member = await house.member(stay.patientId);
  const input = { ...stay, instrument: "phq-9", dueOn } as const;
  const measure = await house.done(therapist, api.askMeasure, input);
  return { ...stay, member, requestId: measure.id };
};

const answer = (member: TestPerson, requestId: string, item: string, value: number | null) =>
  house.done(member, api.answerMyMeasure, { requestId, item, value, language: "en" });

const tasksOf = async (patientId: string) =>
  (await house.done(therapist, listTasks, { patientId, whose: "all" })).rows;

describe("a check-in on the phone", () => {
  it("is answered one by one, changed before it is sent, scored, and then stands", async () => {
    const { member, requestId, patientId } = await asked();
    for (let item = 1; item <= 9; item++) await answer(member, requestId, String(item), 0);
    await answer(member, requestId, "1", 3);
    await answer(member, requestId, "2", 2);
    const { measure } = await house.done(member, api.completeMyMeasure, { requestId });
    expect(measure).toMatchObject({
      score: 5,
      band: "mild",
      answeredBy: "self",
      scoringVersion: "phq-9/1",
      instrumentVersion: "2001",
      label: "part-2",
    });
    const late = { requestId, item: "1", value: 0, language: "en" } as const;
    expect(await house.refused(member, api.answerMyMeasure, late)).toMatchObject({
      status: 409,
      code: "completed",
    });
    expect(await house.refused(member, api.completeMyMeasure, { requestId })).toMatchObject({
      code: "completed",
    });
    expect(await tasksOf(patientId)).toEqual([]);
  });

  it("stands among what one has sent, for nobody but oneself", async () => {
    const { member, requestId, patientId } = await asked();
    const { member: other } = await asked();
    await answer(member, requestId, "1", 3);
    expect(await house.done(member, api.listMyMeasures, {})).toEqual({ patientId, rows: [] });
    await house.done(member, api.completeMyMeasure, { requestId });
    expect((await house.done(member, api.listMyMeasures, {})).rows).toEqual([
      { requestId, instrument: "phq-9", completedAt: "2026-11-19T20:00:00Z" },
    ]);
    const { measure } = await house.done(member, api.readMyMeasure, { requestId });
    expect(measure.answers).toEqual({ "1": 3 });
    expect((await house.done(other, api.listMyMeasures, {})).rows).toEqual([]);
    expect((await house.refused(therapist, api.listMyMeasures, {})).status).toBe(403);
  });

  it("is not scored with three answers left out, and says why", async () => {
    const { member, requestId } = await asked();
    for (let item = 1; item <= 6; item++) await answer(member, requestId, String(item), 3);
    const { measure } = await house.done(member, api.completeMyMeasure, { requestId });
    expect(measure).toMatchObject({
      score: null,
      band: null,
      notScoredBecause: "too-many-missing",
    });
  });

  it("is not completed before anything was answered", async () => {
    const { member, requestId } = await asked();
    expect(await house.refused(member, api.completeMyMeasure, { requestId })).toMatchObject({
      status: 409,
      code: "nothing-answered",
    });
  });

  it.each([
    ["10", 1, 404],
    ["1", 4, 400],
    ["1", -1, 400],
  ])("item %s does not take %s", async (item, value, status) => {
    const { member, requestId } = await asked();
    const input = { requestId, item, value, language: "en" } as const;
    expect((await house.refused(member, api.answerMyMeasure, input)).status).toBe(status);
  });

  it("belongs to one person: another one, staff routes and another organization find nothing", async () => {
    const { requestId } = await asked();
    const { member: other } = await asked("2026-11-18");
    const input = { requestId, item: "9", value: 3, language: "en" } as const;
    for (const act of [
      house.refused(other, api.readMyMeasure, { requestId }),
      house.refused(other, api.answerMyMeasure, input),
      house.refused(other, api.completeMyMeasure, { requestId }),
      house.refused(stranger, api.readMeasure, { requestId }),
      house.refused(stranger, api.answerMeasure, input),
      house.refused(stranger, api.completeMeasure, { requestId }),
    ])
      expect((await act).status).toBe(404);
    expect((await house.refused(other, api.readMeasure, { requestId })).status).toBe(403);
    expect((await house.refused(therapist, api.readMyMeasure, { requestId })).status).toBe(403);
  });
});

describe("an answer that asks for somebody at once", () => {
  it("raises one task for the therapist the moment it is saved, with thirty minutes", async () => {
    const { member, requestId, patientId } = await asked();
    const { crisis } = await answer(member, requestId, "9", 1);
    expect(crisis).toMatchObject({ callerName: "Denise", callBy: "2026-11-19T20:30:00Z" });
    expect(await tasksOf(patientId)).toMatchObject([
      {
        kind: "crisis-answer",
        urgency: "crisis",
        ownerStaffId: therapist.staffId,
        dueAt: "2026-11-19T20:30:00Z",
        details: { instrument: "phq-9", item: "9", value: 1 },
        label: "part-2",
        recordId: requestId,
        closedAt: null,
      },
    ]);
    // Higher, the same again, and taken back: what was raised stays raised, once.
    await answer(member, requestId, "9", 3);
    // Said again after an answer that got lost on the way: help stands there as it did.
    expect((await answer(member, requestId, "9", 3)).crisis).toEqual(crisis);
    await answer(member, requestId, "9", 0);
    expect(await tasksOf(patientId)).toHaveLength(1);
    const today = await house.done(member, readMyToday, {});
    expect(today.crisis).toMatchObject({ callerName: "Denise" });
  });

  it("goes to whoever has the role where the stay has no therapist", async () => {
    const { member, requestId, patientId } = await asked("2026-11-19", null);
    const { crisis } = await answer(member, requestId, "9", 2);
    expect(crisis).toMatchObject({ callerName: null });
    expect(await tasksOf(patientId)).toMatchObject([
      { ownerStaffId: null, ownerRole: "therapist" },
    ]);
    const mine = await house.done(therapist, listTasks, { patientId });
    expect(mine.total).toBe(1);
  });

  it("raises the same task when staff types it", async () => {
    const { requestId, patientId } = await asked();
    const input = { requestId, item: "9", value: 1, language: "es" } as const;
    const { measure } = await house.done(therapist, api.answerMeasure, input);
    expect(measure).toMatchObject({ answeredBy: "staff", language: "es" });
    expect(await tasksOf(patientId)).toHaveLength(1);
  });

  it("is kept in the history, and so is that it was changed", async () => {
    const { member, requestId, patientId } = await asked();
    await answer(member, requestId, "9", 2);
    await answer(member, requestId, "9", null);
    const { rows } = await house.product.ownerPool.query(
      "select verb, changes from stepwell.revision where organization_id = $1 and record_kind = 'measure' and record_id = $2 order by version",
      [house.here.organizationId, requestId],
    );
    expect(rows).toMatchObject([
      { verb: "ask" },
      { verb: "answer", changes: { "answer 9": { from: null, to: 2 } } },
      { verb: "answer", changes: { "answer 9": { from: 2, to: null } } },
    ]);
    const [task] = await tasksOf(patientId);
    const history = await house.done(therapist, listTaskRevisions, { taskId: task?.id ?? "" });
    expect(history.rows).toMatchObject([{ verb: "raise" }]);
  });

  it("two answers at once raise one task", async () => {
    const { member, requestId, patientId } = await asked();
    await Promise.all([1, 2, 3].map((value) => answer(member, requestId, "9", value)));
    expect(await tasksOf(patientId)).toHaveLength(1);
  });
});

describe("asking", () => {
  it("does not ask the same twice for one day, nor after the stay has ended", async () => {
    const { patientId, enrollmentId } = await asked();
    const input = { patientId, enrollmentId, instrument: "phq-9", dueOn: "2026-11-19" } as const;
    expect(await house.refused(therapist, api.askMeasure, input)).toMatchObject({
      status: 409,
      code: "asked-already",
    });
    await house.product.ownerPool.query(
      "update stepwell.enrollment set ended_on = '2026-11-19' where id = $1",
      [enrollmentId],
    );
    expect(await house.refused(therapist, api.askMeasure, input)).toMatchObject({
      code: "enrollment-ended",
    });
    expect((await house.refused(stranger, api.askMeasure, input)).status).toBe(404);
  });

  it("can be taken back until it is completed; then it is due no more", async () => {
    const { member, requestId, patientId } = await asked();
    const before = await house.done(member, readMyToday, {});
    expect(before.checkIns).toMatchObject([{ requestId, isBegun: false }]);
    const cancel = { requestId, version: 1, reason: "asked for the wrong day" };
    await house.done(therapist, api.cancelMeasure, cancel);
    expect((await house.done(member, readMyToday, {})).checkIns).toEqual([]);
    expect(await house.refused(therapist, api.cancelMeasure, cancel)).toMatchObject({
      code: "cancelled",
    });
    const { rows } = await house.done(therapist, api.listMeasures, { patientId });
    expect(rows).toMatchObject([{ id: requestId, cancelledAt: "2026-11-19T20:00:00Z" }]);
  });

  it("is not due before its day", async () => {
    const { member } = await asked("2026-11-20");
    expect((await house.done(member, readMyToday, {})).checkIns).toEqual([]);
  });
});

it("a course says what was answered, what asked for somebody at once, and what was left out", async () => {
  const { member, patientId, enrollmentId, requestId } = await asked("2026-11-12");
  const again = { patientId, enrollmentId, instrument: "phq-9", dueOn: "2026-11-19" } as const;
  await house.done(therapist, api.askMeasure, again);
  await answer(member, requestId, "9", 1);
  const place = { patientId, today: "2026-11-19", zone: "America/Denver" };
  const courses = await house.product.inside(house.here, (work) => listCourses(work, place));
  expect(courses).toMatchObject([
    {
      instrument: "phq-9",
      asked: 2,
      answered: 0,
      points: [
        { on: "2026-11-12", state: "not-answered", score: null, actedOn: ["9"] },
        { on: "2026-11-19", state: "due", score: null, actedOn: [] },
      ],
    },
  ]);
});

describe("a measure with a label that somebody may not read", () => {
  it("is neither listed, read, asked, answered nor taken back, unless they treat the person", async () => {
    const { requestId, patientId, enrollmentId } = await asked();
    await house.product.ownerPool.query(
      "update stepwell.enrollment set label = 'restricted' where organization_id = $1 and id = $2",
      [house.here.organizationId, enrollmentId],
    );
    const nora = await house.worker("nurse", "Nora", "Nurse");
    expect((await house.done(nora, api.listMeasures, { patientId })).rows).toEqual([]);
    const answered = { requestId, item: "1", value: 1, language: "en" } as const;
    for (const [contract, input] of [
      [api.readMeasure, { requestId }],
      [api.answerMeasure, answered],
      [api.completeMeasure, { requestId }],
      [api.cancelMeasure, { requestId, version: 1, reason: "x" }],
      [api.askMeasure, { patientId, enrollmentId, instrument: "phq-9", dueOn: "2026-11-26" }],
    ] as const)
      expect((await house.refused(nora, contract, input)).status).toBe(404);
    expect((await house.done(therapist, api.listMeasures, { patientId })).rows).toHaveLength(1);
    await house.product.ownerPool.query(
      "update stepwell.enrollment set attending_staff_id = $3 where organization_id = $1 and id = $2",
      [house.here.organizationId, enrollmentId, nora.staffId],
    );
    expect((await house.done(nora, api.listMeasures, { patientId })).rows).toHaveLength(1);
    await house.done(nora, api.answerMeasure, answered);
  });
});
