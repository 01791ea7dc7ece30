import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readChart } from "#domain/charting/chart.api.ts";
import { answerMyMeasure, askMeasure } from "#domain/measures/measure.api.ts";
import { closeTask, listTasks, takeTask } from "#domain/tasks/task.api.ts";
import { openMeasureHouse, type MeasureHouse } from "#test/support/measure-house.ts";
import { testNow, type TestPerson } from "#test/support/test-product.ts";
import { testRoutes } from "#test/support/test-routes.ts";

let house: MeasureHouse;
let denise: TestPerson & { readonly staffId: string };
let nina: TestPerson;
beforeAll(async () => {
  house = await openMeasureHouse(testRoutes);
  denise = await house.worker("therapist", "Denise", "Okafor");
  nina = await house.worker("nurse", "Nina", "Nurse");
});
afterAll(() => house.product.close());
beforeEach(() => house.product.clock.moveTo(testNow));

const words = "Spoke at eight. A passing thought, no plan; with her sister tonight.";

/** Item 9 answered at one in the afternoon of Denver, and not yet done about. */
const crisis = async (label: "part-2" | "restricted" = "part-2") => {
  const stay = await house.stay("Juniper", "Ellsworth", denise.staffId);
  const { patientId, enrollmentId } = stay;
  if (label === "restricted")
    await house.product.ownerPool.query(
      "update stepwell.enrollment set label = 'restricted' where organization_id = $1 and id = $2",
      [house.here.organizationId, enrollmentId],
    );
  const asked = { patientId, enrollmentId, instrument: "phq-9", dueOn: "2026-11-19" } as const;
  const { id: requestId } = await house.done(denise, askMeasure, asked);
  const answer = { requestId, item: "9", value: 1, language: "en" } as const;
  await house.done(await house.member(patientId), answerMyMeasure, answer);
  const { rows } = await house.done(denise, listTasks, { patientId, whose: "all" });
  return { patientId, requestId, taskId: rows[0]?.id ?? "" };
};
const chartOf = (person: TestPerson, patientId: string) =>
  house.done(person, readChart, { patientId });

const close = async (taskId: string): Promise<void> => {
  house.product.clock.moveTo("2026-11-19T20:05:00Z");
  await house.done(denise, takeTask, { taskId, version: 1 });
  house.product.clock.moveTo("2026-11-19T20:15:00Z");
  await house.done(denise, closeTask, { taskId, version: 2, closure: "reached", words });
};

test("an open call stands in the chart with whose it is and its clock", async () => {
  const { patientId, requestId } = await crisis();
  const chart = await chartOf(nina, patientId);
  expect(chart.due.rows).toMatchObject([
    {
      urgency: "crisis",
      owner: "Denise Okafor",
      dueAt: "2026-11-19T20:30:00+00:00",
      takenAt: null,
    },
  ]);
  expect(chart.risk).toMatchObject({
    level: "call-asked",
    on: "2026-11-19",
    by: null,
    sentence: null,
    answer: { measureId: requestId, instrument: "phq-9", item: "9", value: 1, closure: null },
  });
});

test("a call that was answered and closed stays in the chart with its hours, and in its risk", async () => {
  const { patientId, requestId, taskId } = await crisis();
  await close(taskId);
  const chart = await chartOf(nina, patientId);
  expect(chart.due.rows).toEqual([]);
  expect(chart.timeline.rows.filter(({ kind }) => kind.startsWith("call-"))).toMatchObject([
    {
      kind: "call-closed",
      at: "2026-11-19T20:15:00Z",
      day: "2026-11-19",
      zone: "America/Denver",
      status: "reached",
      words,
      by: "Denise Okafor",
    },
    { kind: "call-taken", at: "2026-11-19T20:05:00Z", by: "Denise Okafor", words: null },
    {
      kind: "call-asked",
      at: "2026-11-19T20:00:00Z",
      name: "phq-9",
      status: "9",
      score: 1,
      measureId: requestId,
    },
  ]);
  expect(chart.risk).toMatchObject({
    level: "call-asked",
    by: "Denise Okafor",
    sentence: words,
    answer: { closure: "reached" },
  });
});

test("of a measure that somebody may not see they are told neither the answer nor the call", async () => {
  const { patientId, taskId } = await crisis("restricted");
  const open = await chartOf(nina, patientId);
  await close(taskId);
  const closed = await chartOf(nina, patientId);
  for (const { due, risk, timeline } of [open, closed])
    expect({ due, risk, rows: timeline.rows }).toEqual({
      due: { total: 0, rows: [] },
      risk: null,
      rows: [],
    });
  // Whoever treats them does.
  const theirs = await chartOf(denise, patientId);
  expect(theirs.risk?.level).toBe("call-asked");
  expect(theirs.timeline.rows.some(({ kind }) => kind === "call-closed")).toBe(true);
});
