import { expect, test } from "vitest";
import type { Chart } from "#domain/charting/chart.ts";
import { dueBeside } from "#web/charting/chart-due.ts";

const task = (id: string, urgency: "crisis" | "soon"): Chart["due"]["rows"][number] => ({
  id,
  kind: "other",
  urgency,
  dueAt: "2026-11-19T20:30:00Z",
  takenAt: null,
  owner: null,
  ownerRole: null,
  words: null,
});

test("a crisis stands above the chart and is not counted among what is due a second time", () => {
  const [call, form] = [task("call", "crisis"), task("form", "soon")];
  expect(dueBeside({ total: 9, rows: [call, form] })).toEqual({
    rows: [form],
    total: 8,
    isBesideCrisis: true,
  });
  expect(dueBeside({ total: 1, rows: [call] })).toEqual({
    rows: [],
    total: 0,
    isBesideCrisis: true,
  });
  expect(dueBeside({ total: 1, rows: [form] })).toMatchObject({ rows: [form], total: 1 });
});
