import { expect, test } from "vitest";
import type { EndedStay } from "#domain/reporting/ended-stay.ts";
import { endsOf, rowsFiltered } from "#web/reporting/ended-filters.ts";

const stay = (trackName: string, endReason: EndedStay["endReason"]): EndedStay => ({
  patientId: "a",
  enrollmentId: trackName,
  name: "Ana Marlowe",
  siteName: "Downtown",
  programName: "IOP",
  trackName,
  levelName: "Intensive outpatient",
  therapistName: null,
  admittedOn: "2026-09-01",
  endedOn: "2026-10-01",
  endReason,
});

test("the figures are of the stays a place leaves, and how they ended narrows none of them", () => {
  const rows = [stay("Day", "completed"), stay("Evening", "no-contact")];
  const by = (words: Readonly<Record<string, string>>) =>
    rowsFiltered(rows, { filter: (key) => words[key] ?? "" });
  expect(by({ track: "Evening" })).toEqual([rows[1]]);
  expect(by({ how: "completed" })).toEqual(rows);
});

test("whoever stayed away is found under their own end and among the early", () => {
  expect(endsOf(stay("Evening", "no-contact"))).toEqual(["no-contact", "early"]);
  expect(endsOf(stay("Evening", "moved"))).toEqual(["moved", "other"]);
});
