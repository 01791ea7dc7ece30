import { expect, test } from "vitest";
import type { EndReason } from "#domain/admissions/admission-terms.ts";
import {
  daysOfStay,
  endedSince,
  figuresOfEnded,
  kindOfEnd,
  type EndedStay,
} from "#domain/reporting/ended-stay.ts";

const stay = (days: number, endReason: EndReason | null = "completed"): EndedStay => ({
  patientId: "a",
  enrollmentId: String(days),
  name: "Ana Marlowe",
  siteName: "Downtown",
  programName: "IOP",
  trackName: "Evening",
  levelName: "Intensive outpatient",
  therapistName: null,
  admittedOn: "2026-09-01",
  endedOn: new Date(Date.UTC(2026, 8, days)).toISOString().slice(0, 10),
  endReason,
});

test("a stay of one day is one day, and ninety days end today", () => {
  expect(daysOfStay(stay(1))).toBe(1);
  expect(daysOfStay(stay(61))).toBe(61);
  expect(endedSince("2026-11-23")).toBe("2026-08-26");
});

test("half of the stays were shorter than the median, and the middle half lies between the quarters", () => {
  expect(figuresOfEnded([stay(10), stay(30), stay(20)])).toMatchObject({
    median: 20,
    middleHalf: null,
  });
  expect(figuresOfEnded([stay(40), stay(10), stay(30), stay(20), stay(50)])).toMatchObject({
    ended: 5,
    median: 30,
    middleHalf: [20, 40],
  });
  expect(figuresOfEnded([stay(10), stay(21)]).median).toBe(16);
  expect(figuresOfEnded([])).toMatchObject({ ended: 0, median: null, leftCare: 0 });
});

test("whoever left against advice or stayed away left early; a step to another level is no end of care", () => {
  const rows = (
    ["completed", "transfer", "against-advice", "no-contact", "moved", "administrative"] as const
  ).map((reason, place) => stay(place + 1, reason));
  expect(rows.map(kindOfEnd)).toEqual(["completed", "stepped", "early", "early", "other", "other"]);
  expect(kindOfEnd({ endReason: null })).toBe("other");
  expect(figuresOfEnded(rows)).toMatchObject({ ended: 6, completed: 1, early: 2, leftCare: 5 });
});
