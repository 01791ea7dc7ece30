import { afterAll, beforeAll, expect, it } from "vitest";
import { listMeasures } from "#domain/measures/measure.api.ts";
import { listTasks } from "#domain/tasks/task.api.ts";
import { enterSheet, type AnswerSheet } from "#server/measures/answer-sheet.service.ts";
import { measureRoutes } from "#server/measures/measure.routes.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import { openMeasureHouse, type MeasureHouse } from "#test/support/measure-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

let house: MeasureHouse;
let therapist: TestPerson & { readonly staffId: string };

beforeAll(async () => {
  house = await openMeasureHouse(() => [...measureRoutes, ...taskRoutes]);
  therapist = await house.worker("therapist", "Denise", "Okafor");
});
afterAll(() => house.product.close());

const sheetFor = async (
  answers: AnswerSheet["answers"],
  dueOn = "2026-11-19",
): Promise<AnswerSheet> => {
  const stay = await house.stay("Juniper", "Ellsworth", therapist.staffId);
  const { patientId, enrollmentId } = stay;
  const startedAt = house.product.clock.now().subtract({ minutes: 3 }).toString();
  return {
    patientId,
    enrollmentId,
    instrument: "phq-9",
    dueOn,
    language: "en",
    answeredBy: "staff",
    startedAt,
    answers,
  };
};

const allOf = (value: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: 9 }, (_, place) => [String(place + 1), value]));

const enter = (sheet: AnswerSheet, where = house.here) =>
  house.product.inside(where, (work) => enterSheet(work, sheet));

const codeOf = (entering: Promise<unknown>): Promise<unknown> =>
  entering.then(
    () => "taken",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );

it("is asked, answered and scored at once, with a history of both", async () => {
  const sheet = await sheetFor({ ...allOf(1), "9": 0 });
  expect(await enter(sheet)).toEqual([]);
  const { rows } = await house.done(therapist, listMeasures, { patientId: sheet.patientId });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    score: 8,
    band: "mild",
    answeredBy: "staff",
    label: "part-2",
    version: 2,
  });
  expect(await codeOf(enter(sheet))).toBe("asked-already");
});

it("raises the task of an answer that cannot wait, in the same transaction", async () => {
  const sheet = await sheetFor({ ...allOf(2), "9": 1 });
  const calls = await enter(sheet);
  expect(calls).toHaveLength(1);
  const { rows } = await house.done(therapist, listTasks, {
    patientId: sheet.patientId,
    whose: "all",
  });
  expect(rows).toMatchObject([
    { kind: "crisis-answer", ownerStaffId: therapist.staffId, closedAt: null },
  ]);
});

it("refuses what one answer after the other would refuse, and keeps nothing of it", async () => {
  const wrong = await sheetFor({ "1": 7 });
  expect(await codeOf(enter(wrong))).toBe("invalid-input");
  expect(await codeOf(enter(await sheetFor({ "27": 1 })))).toBe("not-found");
  expect(await codeOf(enter(await sheetFor({})))).toBe("nothing-answered");
  expect(await codeOf(enter(wrong, house.elsewhere))).toBe("not-found");
  const { rows } = await house.done(therapist, listMeasures, { patientId: wrong.patientId });
  expect(rows).toEqual([]);
});
