import { expect, test } from "vitest";
import type { Session } from "#domain/scheduling/session.ts";
import { sessionsOfToday } from "#web/app/sessions-of-today.ts";

const place = { id: "0", name: "Eastside" };

const session = (name: string, from: string, to: string, more: Partial<Session> = {}): Session => ({
  id: name,
  name,
  series: null,
  site: place,
  room: null,
  program: place,
  activity: {
    id: "0",
    name,
    format: "group",
    modality: "cbt",
    countsTowardHours: true,
    minutesToCount: 0,
    peoplePerFacilitator: null,
  },
  zone: "UTC",
  serviceDate: "2026-11-23",
  startsAt: `2026-11-23T${from}:00Z`,
  endsAt: `2026-11-23T${to}:00Z`,
  state: "scheduled",
  cancelReason: null,
  calledOff: null,
  capacity: 12,
  hasVideo: false,
  facilitators: [],
  replaced: [],
  expectedCount: 6,
  presentCount: 0,
  comingCount: 6,
  hereCount: 0,
  clockChange: null,
  version: 1,
  ...more,
});

const at = new Date("2026-11-23T12:00:00Z");
const namesOf = (...sessions: Session[]) =>
  sessionsOfToday(sessions, at).open.map((one) => one.session.name);

test("what nobody entered anything for comes first, then what is on, then what is to come", () => {
  const here = { presentCount: 4, hereCount: 4 };
  expect(
    namesOf(
      session("evening", "18:00", "21:00"),
      session("on", "09:00", "13:00", here),
      session("afternoon", "13:00", "16:00"),
      session("forgotten", "11:00", "14:00"),
    ),
  ).toEqual(["forgotten", "on", "afternoon", "evening"]);
});

test.each([
  ["sixteen minutes in with nobody entered", "11:44", {}, true],
  ["a quarter of an hour in: they may still be sitting down", "11:45", {}, false],
  ["somebody came and left again", "09:00", { presentCount: 1 }, false],
  ["everybody said that they stay away", "09:00", { comingCount: 0 }, false],
  ["nobody has a seat", "09:00", { expectedCount: 0, comingCount: 0 }, false],
])("a session is asked about: %s", (_, from, more, isSilent) => {
  const { open } = sessionsOfToday([session("group", from, "13:00", more)], at);
  expect(open).toMatchObject([{ isOn: true, isSilent }]);
});

test("what is over and what was called off is counted apart", () => {
  const day = sessionsOfToday(
    [
      session("morning", "08:00", "11:00"),
      session("ended early", "10:00", "13:00", { state: "ended" }),
      session("flooded", "18:00", "21:00", { state: "cancelled" }),
    ],
    at,
  );
  expect(day).toEqual({ open: [], over: 2, calledOff: 1 });
});
