import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeTask, listTaskRevisions, listTasks, takeTask } from "#domain/tasks/task.api.ts";
import { answerMyMeasure, askMeasure } from "#domain/measures/measure.api.ts";
import { measureRoutes } from "#server/measures/measure.routes.ts";
import { deliver } from "#server/platform/outbox/deliver.ts";
import type { Letter } from "#server/platform/mail/mailer.ts";
import { taskJobs } from "#server/tasks/tasks.jobs.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import { openMeasureHouse, type MeasureHouse } from "#test/support/measure-house.ts";
import { testNow, type TestPerson } from "#test/support/test-product.ts";

type Worker = TestPerson & { readonly staffId: string };

let house: MeasureHouse;
let denise: Worker;
let sue: Worker;
let dana: Worker;
const letters: Letter[] = [];
beforeAll(async () => {
  house = await openMeasureHouse(() => [...measureRoutes, ...taskRoutes]);
  denise = await house.worker("therapist", "Denise", "Okafor");
  sue = await house.worker("supervisor", "Sue", "Supervisor");
  dana = await house.worker("director", "Dana", "Director");
});
afterAll(() => house.product.close());
beforeEach(async () => {
  house.product.clock.moveTo(testNow);
  letters.splice(0);
  await house.product.ownerPool.query(
    "update stepwell.staff set supervisor_id = null where organization_id = $1",
    [house.here.organizationId],
  );
  // What the tests before left on its way.
  await house.product.ownerPool.query(
    "update stepwell.outbox set delivered_at = now() where organization_id = $1",
    [house.here.organizationId],
  );
});

const mailer = {
  send: (letter: Letter): Promise<void> => {
    letters.push(letter);
    return Promise.resolve();
  },
};

/** Moves the clock and carries out whatever is due by then, until nothing is. */
const at = async (moment: string): Promise<void> => {
  const { product, here } = house;
  product.clock.moveTo(moment);
  const jobs = taskJobs({ mailer, publicUrl: "https://well.example" });
  const handlers = new Map(jobs.map((job) => [job.kind, job]));
  const services = { pool: product.pool, clock: product.clock, newId: product.services.newId };
  for (;;) {
    const { rows } = await product.ownerPool.query<{ id: string }>(
      "select id from stepwell.outbox where organization_id = $1 and delivered_at is null and coalesce(next_attempt_at, created_at) <= $2 order by coalesce(next_attempt_at, created_at), id limit 1",
      [here.organizationId, moment],
    );
    const [due] = rows;
    if (due === undefined) return;
    await deliver(services, handlers, here.organizationId, due.id);
  }
};

/** Item 9 is answered at eight, and the task that this raises. */
const crisis = async (answered = 1) => {
  const { patientId, enrollmentId } = await house.stay("Juniper", "Ellsworth", denise.staffId);
  const member = await house.member(patientId);
  const asked = { patientId, enrollmentId, instrument: "phq-9", dueOn: "2026-11-19" } as const;
  const { id: requestId } = await house.done(denise, askMeasure, asked);
  const answer = { requestId, item: "9", value: answered, language: "en" } as const;
  await house.done(member, answerMyMeasure, answer);
  const { rows } = await house.done(denise, listTasks, { patientId, whose: "all" });
  const [task] = rows;
  return { patientId, taskId: task?.id ?? "", task };
};
const mineOf = async (person: TestPerson, patientId: string) =>
  (await house.done(person, listTasks, { patientId })).rows;
const toldNow = (): string[] =>
  letters
    .splice(0)
    .map(({ to }) => to)
    .toSorted();
const both = () => [sue.email, dana.email].toSorted();

describe("a crisis that nobody takes", () => {
  it("is raised with the answer, for the therapist, with thirty minutes", async () => {
    const { task } = await crisis();
    expect(task).toMatchObject({
      urgency: "crisis",
      ownerStaffId: denise.staffId,
      dueAt: "2026-11-19T20:30:00Z",
      escalations: 0,
    });
    const { task: none } = await crisis(0);
    expect(none).toBeUndefined();
  });

  it("says where the person is reached, and what they allowed, until it is closed", async () => {
    const { patientId, taskId, task } = await crisis();
    expect(task?.patientReach).toBeNull();
    await house.product.ownerPool.query(
      "update stepwell.patient set phone = '3035550142', phone_may_be_called = true where organization_id = $1 and id = $2",
      [house.here.organizationId, patientId],
    );
    const [open] = await mineOf(denise, patientId);
    // In a crisis the number is there whatever was allowed, and what was allowed beside it.
    expect(open?.patientReach).toEqual({
      phone: "3035550142",
      phoneMayBeCalled: true,
      phoneMayBeTexted: false,
      voicemailMayBeLeft: false,
    });
    const closing = { taskId, version: open?.version ?? 0, words: "Spoke." };
    const closed = await house.done(denise, closeTask, { ...closing, closure: "reached" });
    expect(closed.patientReach).toBeNull();
  });

  it("goes after ten minutes to the supervisor of the owner, at its hour to all, and again", async () => {
    await house.product.ownerPool.query(
      "update stepwell.staff set supervisor_id = $2 where organization_id = $1 and id = $3",
      [house.here.organizationId, sue.staffId, denise.staffId],
    );
    const { patientId, taskId } = await crisis();
    expect(await mineOf(sue, patientId)).toEqual([]);
    await at("2026-11-19T20:09:00Z");
    expect(toldNow()).toEqual([]);
    await at("2026-11-19T20:10:00Z");
    expect(toldNow()).toEqual([sue.email]);
    expect(await mineOf(sue, patientId)).toMatchObject([
      { id: taskId, escalations: 1, escalatedAt: "2026-11-19T20:10:00Z" },
    ]);
    await at("2026-11-19T20:30:00Z");
    expect(toldNow()).toEqual(both());
    await at("2026-11-19T21:00:00Z");
    expect(toldNow()).toEqual(both());
    // Back to where her session, which she did not use meanwhile, has not ended.
    house.product.clock.moveTo(testNow);
    const history = await house.done(dana, listTaskRevisions, { taskId });
    expect(history.rows.map(({ verb }) => verb)).toEqual([
      "escalate",
      "escalate",
      "escalate",
      "raise",
    ]);
  });

  it("of an owner without a supervisor goes to all supervisors and directors at once", async () => {
    const { patientId } = await crisis();
    await at("2026-11-19T20:10:00Z");
    expect(toldNow()).toEqual(both());
    expect(await mineOf(dana, patientId)).toHaveLength(1);
  });

  it("says in its letters nothing of the person or of why", async () => {
    await crisis();
    await at("2026-11-19T20:30:00Z");
    expect(letters.length).toBeGreaterThan(0);
    for (const { subject, text } of letters) {
      expect(text).toContain("https://well.example/staff/tasks");
      expect(`${subject} ${text}`).not.toMatch(
        /Juniper|Ellsworth|Denise|phq|item|crisis|suicid|harm|answer[^s]|patient|check-in/i,
      );
    }
  });
});

describe("a crisis that somebody takes", () => {
  it("in time is passed on only when its clock runs out while it is open, and then no more", async () => {
    const { patientId, taskId } = await crisis();
    await house.done(denise, takeTask, { taskId, version: 1 });
    await at("2026-11-19T20:10:00Z");
    expect(toldNow()).toEqual([]);
    await at("2026-11-19T20:30:00Z");
    expect(toldNow()).toEqual(both());
    expect(await mineOf(dana, patientId)).toEqual([]);
    house.product.clock.moveTo("2026-11-19T20:31:00Z");
    expect(await mineOf(dana, patientId)).toHaveLength(1);
    await at("2026-11-19T22:00:00Z");
    expect(toldNow()).toEqual([]);
  });

  it("and closes with a word leaves everybody in peace, also whose letter was on its way", async () => {
    const { taskId } = await crisis();
    await house.done(denise, takeTask, { taskId, version: 1 });
    const closing = {
      taskId,
      version: 2,
      closure: "reached",
      words: "Called; safe tonight.",
    } as const;
    await house.done(denise, closeTask, closing);
    await at("2026-11-20T20:00:00Z");
    expect(toldNow()).toEqual([]);
    const waiting = await house.product.ownerPool.query(
      "select 1 from stepwell.outbox where organization_id = $1 and delivered_at is null and record_id = $2",
      [house.here.organizationId, taskId],
    );
    expect(waiting.rowCount).toBe(0);
  });

  it("while it is being passed on: either it was passed on before, or it was taken", async () => {
    const { taskId } = await crisis();
    const take = () => house.product.call(denise, takeTask, { taskId, version: 1 });
    const [taken] = await Promise.all([take(), at("2026-11-19T20:10:00Z")]);
    expect([200, 409]).toContain(taken.status);
    expect(toldNow()).toHaveLength(taken.ok ? 0 : 2);
  });
});
