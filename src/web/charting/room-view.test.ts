import { expect, test } from "vitest";
import { sessionRoomSchema } from "#domain/charting/session-room.ts";
import type { DraftValue } from "#domain/charting/note-draft.ts";
import type { Format } from "#domain/programs/activity-type.ts";
import { isAllSigned, viewRoom } from "#web/charting/room-view.ts";

const id = "01a20300-0000-7000-8000-000000000001";

const roomOf = (format: Format, rows: readonly unknown[] = []) =>
  sessionRoomSchema.parse({
    session: {
      id,
      seriesId: null,
      name: "An hour",
      zone: "America/Denver",
      serviceDate: "2026-11-19",
      startsAt: "2026-11-19T16:00:00Z",
      endsAt: "2026-11-19T16:50:00Z",
      state: "ended",
      siteName: "Eastside",
      roomName: null,
      hasVideo: false,
      capacity: 1,
      facilitators: [],
      activity: {
        id,
        name: "Any",
        format,
        modality: "cbt",
        countsTowardHours: true,
        minutesToCount: 0,
        peoplePerFacilitator: null,
      },
      version: 1,
    },
    breaks: [],
    attendanceRule: null,
    shared: { draft: { revision: 0, fields: {} }, note: null },
    rows,
    events: [],
    signature: { needsCosignature: false, supervisorName: null, blockedBy: [] },
  });

/** What the screen still asks of the shared part, with these words in it. */
const askedOf = (format: Format, words: Readonly<Record<string, DraftValue>>): string[] =>
  viewRoom({
    room: roomOf(format),
    liveOf: () => {
      throw new Error("nobody is in this room");
    },
    shown: ({ field }) => ({
      value: words[field] ?? null,
      revision: 0,
      beside: [],
      by: null,
      isWaiting: false,
    }),
    acknowledged: [],
  }).sharedFound.map(({ finding }) => finding.code);

const all = ["topic-missing", "what-we-did-missing", "how-it-went-missing"];

test("a group is asked for its shared part", () => {
  expect(askedOf("group", {})).toEqual(all);
  expect(askedOf("multifamily", {})).toEqual(all);
});

test("with one person nothing is asked for, until something is written", () => {
  for (const format of ["individual", "family", "assessment"] as const)
    expect(askedOf(format, { interventions: [] })).toEqual([]);
  expect(askedOf("individual", { topic: "The week" })).toEqual(all.slice(1));
  expect(askedOf("individual", { interventions: ["cbt"] })).toEqual(all);
});

const emptyField = { value: null, revision: 0, beside: [], by: null, isWaiting: false };
const somebodyThere = {
  status: "present",
  reason: null,
  mode: "room",
  firstInAt: "2026-11-19T16:00:00Z",
  lastOutAt: "2026-11-19T16:50:00Z",
  deliveredMinutes: 50,
  creditedMinutes: 50,
  isHere: false,
  minutesSoFar: 50,
  isBelowMinimum: false,
} as const;

const signedRow = (at: number, state: string) => {
  const patientId = id.replace(/.$/u, String(at));
  return {
    patientId,
    name: "Ada Marsh",
    givenName: "Ada",
    enrollmentId: id,
    levelName: "IOP",
    week: 1,
    label: "general",
    attendance: {
      ...somebodyThere,
      id,
      sessionId: id,
      patientId,
      enrollmentId: id,
      kind: "member",
      scheduledMinutes: 50,
      makesUpFor: null,
      isOverLimit: false,
      label: "general",
      version: 1,
    },
    draft: { revision: 0, fields: {} },
    objectives: [],
    lastObjectiveId: null,
    lastNote: null,
    earlierSentences: [],
    flags: [],
    names: {
      given: "Ada",
      middle: null,
      family: "Marsh",
      preferred: null,
      others: [],
      phone: null,
    },
    note: {
      id,
      state,
      signedAt: "2026-11-19T17:00:00Z",
      authorName: "Rosa Field",
      objectiveNumber: "1",
      creditedMinutes: 50,
      part: {
        objectiveId: id,
        participation: "active",
        response: "practiced",
        progress: "up",
        risk: "none-noted",
        nextStep: null,
        sentence: "Spoke of the week.",
      },
      isOwn: true,
    },
  };
};

const countsOf = (...states: readonly string[]) => {
  const view = viewRoom({
    room: roomOf(
      "group",
      states.map((state, at) => signedRow(at + 2, state)),
    ),
    liveOf: () => somebodyThere,
    shown: () => emptyField,
    acknowledged: [],
  });
  const { attendedCount, signedCount, retractedCount } = view;
  return { attendedCount, signedCount, retractedCount, isDone: isAllSigned(view) };
};

test("a retracted note is counted as retracted, and leaves nothing to sign", () => {
  expect(countsOf("signed", "waiting", "retracted")).toEqual({
    attendedCount: 3,
    signedCount: 2,
    retractedCount: 1,
    isDone: true,
  });
  expect(countsOf("retracted")).toMatchObject({ signedCount: 0, retractedCount: 1, isDone: true });
});

test("a note of somebody who was not there after all says nothing of those who were", () => {
  const [gone, open] = [signedRow(2, "retracted"), { ...signedRow(3, "signed"), note: null }];
  const view = viewRoom({
    room: roomOf("group", [gone, open]),
    liveOf: ({ patientId }) =>
      patientId === gone.patientId ? { ...somebodyThere, status: "absent" } : somebodyThere,
    shown: () => emptyField,
    acknowledged: [],
  });
  expect(view).toMatchObject({ attendedCount: 1, signedCount: 0, retractedCount: 0 });
  expect(isAllSigned(view)).toBe(false);
});
