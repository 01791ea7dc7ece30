import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { readChart } from "#domain/charting/chart.api.ts";
import { patchNoteDraft } from "#domain/charting/note-draft.api.ts";
import type { DraftValue } from "#domain/charting/note-draft.ts";
import {
  participations,
  progresses,
  responses,
  type NoteField,
} from "#domain/charting/note-fields.ts";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import { toRequest } from "#domain/contract/client.ts";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { answerMyMeasure, completeMyMeasure, readMyMeasure } from "#domain/measures/measure.api.ts";
import { readMyToday } from "#domain/measures/my-today.api.ts";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { recordAttendance } from "#domain/scheduling/attendance.api.ts";
import type { NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { listTasks } from "#domain/tasks/task.api.ts";
import type { SentenceFinder } from "../ground/sentence-finder.ts";
import { seededNumbers } from "#test/support/seeded-numbers.ts";
import type { Act, ActKind, Replay } from "./act.ts";
import type { DayGroup, Member, PlannedSession } from "./day-ground.ts";

/** Minutes after half past eight, when the first of them come. */
const at = { nine: 30, breakFrom: 115, breakTo: 130, noon: 210, signing: 270, end: 285 } as const;
const questions = 9;
const instrumentItems = Array.from({ length: questions }, (_, item) => String(item + 1));

type Below = (most: number) => number;

const act = <R extends AnyRoute>(
  kind: ActKind,
  minute: number,
  contract: R,
  input: Input<R>,
): Act => {
  const { method, url, body } = toRequest(contract, input);
  return { kind, minute, method, url, ...(body !== undefined && { body }) };
};

const oneOf = <Item>(below: Below, items: readonly Item[]): Item => {
  const item = items[below(items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

/** The check-in of somebody on the way: one question after the other; whoever is called in leaves the rest. */
const checkIn = (below: Below, requestId: string, from: number, answers: number): Act[] => [
  act("open the phone", from, readMyMeasure, { requestId }),
  ...instrumentItems.slice(0, answers).map((item, place) =>
    act("answer a question", from + 0.2 * (place + 1), answerMyMeasure, {
      requestId,
      item,
      value: item === "9" ? 0 : below(4),
      language: "en",
    }),
  ),
  ...(answers < questions
    ? []
    : [act("answer a question", from + 2.2, completeMyMeasure, { requestId })]),
];

const memberActs = (below: Below, request: { id: string; answers: number } | undefined): Act[] => {
  const from = below(200) / 8;
  const today = act("open the phone", from, readMyToday, {});
  return request === undefined
    ? [today]
    : [today, ...checkIn(below, request.id, from + 0.3, request.answers)];
};

interface Room {
  readonly sentences: SentenceFinder;
  readonly group: DayGroup;
  readonly session: PlannedSession;
  readonly day: string;
}

type Happened = Pick<NewAttendanceEvent, "kind"> & {
  readonly patientId: string | null;
  readonly minute: number;
};

const attend = ({ session }: Room, { kind, patientId, minute }: Happened): Act => {
  const occurredAt = Temporal.Instant.from(session.startsAt).add({
    seconds: Math.round((minute - at.nine) * 60),
  });
  return act("check somebody in", minute, recordAttendance, {
    sessionId: session.id,
    events: [
      {
        id: randomUUID(),
        patientId,
        kind,
        ...(kind === "arrive" && { mode: "room" as const }),
        occurredAt: occurredAt.toString(),
      },
    ],
  });
};

/** The burst: everybody is there within nine minutes of nine o'clock. */
const attendance = (below: Below, room: Room): Act[] => {
  const { members } = room.group;
  const of = (kind: NewAttendanceEvent["kind"], minute: number, patientId: string | null = null) =>
    attend(room, { kind, minute, patientId });
  return [
    of("start", at.nine),
    ...members.map(({ patientId }) => of("arrive", at.nine + 0.1 + below(85) / 10, patientId)),
    of("break-start", at.breakFrom),
    of("break-end", at.breakTo),
    ...members.slice(0, 1).map(({ patientId }) => of("leave", at.noon - 20, patientId)),
    of("end", at.noon),
  ];
};

const patch = (
  room: Room,
  minute: number,
  patientId: string | null,
  values: Readonly<Partial<Record<NoteField, DraftValue>>>,
  baseRevision = 0,
): Act =>
  act("save a note", minute, patchNoteDraft, {
    sessionId: room.session.id,
    patches: Object.entries(values).map(([field, value]) => ({
      id: randomUUID(),
      patientId,
      field: field as NoteField,
      value,
      baseRevision,
    })),
  });

/** After the group: the shared part, then person by person their answers by key, and a line that is saved on the way. */
const writing = (below: Below, room: Room): Act[] => {
  const { members } = room.group;
  const pace = (at.signing - at.noon - 10) / Math.max(1, members.length);
  return [
    patch(room, at.noon + 2, null, { topic: "Riding the urge" }),
    patch(room, at.noon + 4, null, { whatWeDid: "Drew the wave and named what sets it off." }),
    patch(room, at.noon + 6, null, { howItWent: "Calm; people asked each other how it went." }),
    ...members.flatMap((member, place) =>
      rowOf(below, room, member, at.noon + 8 + place * pace, pace),
    ),
    {
      kind: "sign a group",
      minute: at.signing + below(100) / 10,
      method: "GET",
      url: toRequest(readSessionRoom, { sessionId: room.session.id }).url,
    },
  ];
};

const rowOf = (below: Below, room: Room, member: Member, from: number, pace: number): Act[] => {
  const { patientId, objectiveId } = member;
  const line = room.sentences.sentenceOf(patientId);
  const choices = {
    objectiveId,
    participation: oneOf(below, participations),
    response: oneOf(below, responses),
    progress: oneOf(below, progresses),
    risk: "none-noted",
  };
  return [
    patch(room, from, patientId, choices),
    patch(room, from + pace / 3, patientId, { sentence: line.slice(0, 40) }),
    patch(room, from + (2 * pace) / 3, patientId, { sentence: line }, 1),
  ];
};

/** What somebody looks at in between. */
const looks = (below: Below, { group, session, day }: Room, from: number, to: number): Act[] => {
  const acts: Act[] = [];
  for (let minute = from + below(30) / 10; minute < to; minute += 2 + below(30) / 10) {
    const { patientId, familyName } = oneOf(below, group.members);
    const one = [
      act("open the room", minute, readSessionRoom, { sessionId: session.id }),
      act("open a chart", minute, readChart, { patientId }),
      act("open a chart", minute, readChart, { patientId }),
      act("look at lists", minute, searchPatients, { q: familyName.slice(0, 5) }),
      act("look at lists", minute, listTasks, { whose: "mine" }),
      act("look at lists", minute, listSessions, { from: day, to: day, mine: "true" }),
    ];
    acts.push(oneOf(below, one));
  }
  return acts;
};

const inOrder = (acts: readonly Act[]): Act[] =>
  acts.toSorted((one, other) => one.minute - other.minute);

/** By the clock of this room: no two people press the same key in the same millisecond because both groups begin at nine. */
const byOwnClock = (below: Below, acts: readonly Act[]): Act[] => {
  const late = below(1000) / 1000;
  return acts.map((one) => ({ ...one, minute: one.minute + late }));
};

/** Who does what of a day, and when; the same for the same seed. */
export const planActs = (
  groups: readonly DayGroup[],
  day: {
    readonly sessions: readonly PlannedSession[];
    readonly date: string;
    /** Who is asked, with the request and how many questions they answer. */
    readonly asked: ReadonlyMap<Member, { readonly id: string; readonly answers: number }>;
    /** Goes on from day to day: nobody is written about in the words of the day before. */
    readonly sentences: SentenceFinder;
  },
  seed: number,
): Replay["people"] => {
  const below = seededNumbers(seed);
  return groups.flatMap((group, place) => {
    const session = day.sessions[place];
    if (session === undefined) throw new Error("a group was not planned");
    day.sentences.nextSession();
    const room = { sentences: day.sentences, group, session, day: day.date };
    const lead = [
      ...attendance(below, room),
      ...looks(below, room, 5, at.noon),
      ...writing(below, room),
    ];
    const second = looks(below, room, 0, at.end);
    return [
      { token: group.lead.token, acts: byOwnClock(below, inOrder(lead)) },
      { token: group.second.token, acts: inOrder(second) },
      ...group.members.map((member) => ({
        token: member.token,
        acts: memberActs(below, day.asked.get(member)),
      })),
    ];
  });
};

/** How many questions each of those who are asked answers, so that it comes to `answers` in all. */
export const sharesOf = (answers: number): readonly number[] => [
  ...Array.from({ length: Math.floor(answers / questions) }, () => questions),
  ...(answers % questions === 0 ? [] : [answers % questions]),
];
