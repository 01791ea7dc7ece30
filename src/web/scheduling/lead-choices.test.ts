import { expect, test } from "vitest";
import type { Position } from "#domain/practice/position.ts";
import { leadChoices } from "#web/scheduling/lead-choices.ts";

const colleague = (id: string, position: Position) => ({
  id,
  givenName: id,
  familyName: "Any",
  credentialsShown: null,
  position,
});
const staff = [
  colleague("Bea", "biller"),
  colleague("Cal", "social-worker"),
  colleague("Dee", "psychologist"),
  colleague("Eli", "program-director"),
];
const meeting = (id: string, staffId: string, more = {}) => ({
  id,
  state: "scheduled" as const,
  startsAt: "2026-11-30T17:00:00Z",
  endsAt: "2026-11-30T20:00:00Z",
  facilitators: [{ staffId, name: staffId, role: "lead" as const }],
  ...more,
});
const wanted = {
  from: Date.parse("2026-11-30T18:00:00Z"),
  to: Date.parse("2026-11-30T19:00:00Z"),
  sessionId: "own",
};
const namesFor = (sessions: readonly ReturnType<typeof meeting>[]) =>
  leadChoices(staff, sessions, wanted).map(({ id, meanwhile }) => [id, meanwhile?.session.id]);

test("whoever leads and is free comes first, whoever is taken then says by what, the office is last", () => {
  expect(namesFor([meeting("morning", "Cal")])).toEqual([
    ["Dee", undefined],
    ["Eli", undefined],
    ["Cal", "morning"],
    ["Bea", undefined],
  ]);
});

test("nobody is taken by the session itself, by one called off, or by one before and after", () => {
  const sessions = [
    meeting("own", "Cal"),
    meeting("off", "Dee", { state: "cancelled" }),
    meeting("before", "Eli", { endsAt: "2026-11-30T18:00:00Z" }),
    meeting("after", "Eli", { startsAt: "2026-11-30T19:00:00Z" }),
  ];
  expect(namesFor(sessions).every(([, held]) => held === undefined)).toBe(true);
});
