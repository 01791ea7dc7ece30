import { afterAll, beforeAll, expect, it } from "vitest";
import * as api from "#domain/tasks/task.api.ts";
import type { Label } from "#domain/basics/label.ts";
import type { TaskKindName } from "#domain/tasks/task-kind.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import { raiseTask } from "#server/tasks/task.service.ts";
import { newId } from "#server/platform/ids.ts";
import { openMeasureHouse, type MeasureHouse } from "#test/support/measure-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

let house: MeasureHouse;
let denise: TestPerson & { readonly staffId: string };
let biller: TestPerson & { readonly staffId: string };
let stranger: TestPerson;
beforeAll(async () => {
  house = await openMeasureHouse(() => taskRoutes);
  denise = await house.worker("therapist", "Denise", "Okafor");
  biller = await house.worker("biller", "Bo", "Biller");
  stranger = await house.product.addPerson(house.elsewhere, ["director"]);
});
afterAll(() => house.product.close());

const raised = (
  kind: TaskKindName,
  dueAt: string,
  more: { label?: Label; ownerStaffId?: string; patientId?: string } = {},
) =>
  house.product.inside(house.here, (work) =>
    raiseTask(work, {
      kind,
      patientId: null,
      label: "part-2",
      record: { kind: "test", id: newId() },
      ownerStaffId: null,
      dueAt,
      ...more,
    }),
  );

it("lists a crisis before all, then whose clock runs out first; a kind is seen by who may read of it", async () => {
  const late = await raised("to-do", "2026-11-19T19:00:00Z", { label: "general" });
  const crisis = await raised("crisis-answer", "2026-11-20T20:00:00Z");
  const { rows } = await house.done(denise, api.listTasks, {});
  expect(rows.map(({ id }) => id)).toEqual([crisis.id, late.id]);
  const seen = await house.done(biller, api.listTasks, { whose: "all" });
  expect(seen.rows.map(({ id }) => id)).toEqual([late.id]);
  expect((await house.refused(biller, api.readTask, { taskId: crisis.id })).status).toBe(404);
  expect((await house.refused(stranger, api.readTask, { taskId: late.id })).status).toBe(404);
});

it("is taken once of two at the same moment, and a crisis is not closed without a word", async () => {
  const { id: taskId } = await raised("crisis-answer", "2026-11-19T21:00:00Z");
  const take = () => house.product.call(denise, api.takeTask, { taskId, version: 1 });
  const statuses = (await Promise.all([take(), take()])).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, 409]);
  const close = { taskId, version: 2, closure: "reached" } as const;
  expect(await house.refused(denise, api.closeTask, { ...close, words: "" })).toMatchObject({
    status: 400,
    fields: { words: { code: "required" } },
  });
  const wrong = { ...close, closure: "not-needed", words: "x" } as const;
  expect((await house.refused(denise, api.closeTask, wrong)).status).toBe(400);
  const closed = await house.done(denise, api.closeTask, { ...close, words: "Called." });
  expect(closed).toMatchObject({ closedBy: "Denise Okafor", closureWords: "Called." });
  expect(await house.refused(denise, api.takeTask, { taskId, version: 3 })).toMatchObject({
    code: "closed",
  });
});

it("tells whoever comes second that somebody is at it, or that it is closed, and may then be taken over", async () => {
  const { id: taskId } = await raised("crisis-answer", "2026-11-19T21:00:00Z");
  const second = await house.worker("therapist", "Second", "Comer");
  const seen = { taskId, version: 1 };
  await house.done(denise, api.takeTask, seen);
  expect(await house.refused(second, api.takeTask, seen)).toMatchObject({ code: "taken" });
  const over = await house.done(second, api.takeTask, { taskId, version: 2 });
  expect(over.ownerStaffId).toBe(second.staffId);
  const close = { closure: "reached", words: "Called." } as const;
  await house.done(second, api.closeTask, { taskId, version: 3, ...close });
  const late = await house.refused(denise, api.closeTask, { ...seen, ...close });
  expect(late).toMatchObject({ code: "closed" });
});

it("written down by hand is one's own unless given to somebody", async () => {
  const input = { words: "Call the school", dueAt: "2026-11-20T20:00:00Z" };
  expect(await house.done(denise, api.createTask, input)).toMatchObject({
    ownerStaffId: denise.staffId,
    details: { words: "Call the school" },
  });
  const nobody = { ...input, ownerStaffId: newId() };
  expect(await house.refused(denise, api.createTask, nobody)).toMatchObject({ status: 400 });
});

it("is not seen by who may not read records with its label, unless it is theirs to do", async () => {
  const dueAt = "2026-11-20T20:00:00Z";
  const nora = await house.worker("nurse", "Nora", "Nurse");
  const label = "restricted";
  const closest = await raised("to-do", dueAt, { label, ownerStaffId: denise.staffId });
  const given = await raised("to-do", dueAt, { label, ownerStaffId: nora.staffId });
  const ids = async (person: TestPerson) =>
    (await house.done(person, api.listTasks, { whose: "all", limit: 100 })).rows.map(
      ({ id }) => id,
    );
  expect(await ids(denise)).toEqual(expect.arrayContaining([closest.id, given.id]));
  const seen = await ids(nora);
  expect(seen).toContain(given.id);
  expect(seen).not.toContain(closest.id);
  for (const [contract, input] of [
    [api.readTask, { taskId: closest.id }],
    [api.listTaskRevisions, { taskId: closest.id }],
    [api.takeTask, { taskId: closest.id, version: 1 }],
    [api.closeTask, { taskId: closest.id, version: 1, closure: "done", words: null }],
  ] as const)
    expect((await house.refused(nora, contract, input)).status).toBe(404);
  const inPart2 = await raised("to-do", dueAt, { label: "part-2", ownerStaffId: denise.staffId });
  expect(await ids(nora)).toContain(inPart2.id);
  expect(await ids(biller)).not.toContain(inPart2.id);
});

it("written of a patient is kept as closely as their stays, and of somebody without one most closely", async () => {
  const { patientId } = await house.stay("Juniper", "Ellsworth", denise.staffId);
  const input = { words: "Call the school", dueAt: "2026-11-20T20:00:00Z" };
  expect(await house.done(denise, api.createTask, { ...input, patientId })).toMatchObject({
    label: "part-2",
  });
  const created_at = house.product.clock.now().toString();
  const name = { given_name: "New", family_name: "Comer", birth_date: "1990-01-01" };
  const newcomer = await house.insert("patient", { mrn: newId(), ...name, created_at });
  expect(await house.done(denise, api.createTask, { ...input, patientId: newcomer })).toMatchObject(
    { label: "restricted" },
  );
  expect(await house.done(denise, api.createTask, input)).toMatchObject({ label: "general" });
});
