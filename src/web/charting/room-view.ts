import type { DraftValue } from "#domain/charting/note-draft.ts";
import {
  participations,
  progresses,
  responses,
  risks,
  type MemberField,
  type SharedField,
} from "#domain/charting/note-fields.ts";
import type { UnfinishedPart, UnfinishedShared } from "#domain/charting/completeness.ts";
import type { Acknowledgement, Finding } from "#domain/charting/guard-finding.ts";
import { guardNote, standingFindings } from "#domain/charting/note-guards.ts";
import type { RoomRow, SessionRoom } from "#domain/charting/session-room.ts";
import { wasThere, type Attendance } from "#domain/scheduling/attendance.ts";
import { isSingle } from "#domain/scheduling/session.ts";
import type { Place, ShownField } from "#web/charting/room-draft.ts";

/** What the ledger makes of one person's events, on this device and at this moment. */
export type LiveAttendance = Pick<
  Attendance,
  "status" | "reason" | "mode" | "firstInAt" | "lastOutAt" | "deliveredMinutes" | "creditedMinutes"
> & {
  /** In the session at this moment: came and did not leave, and it is not over. */
  readonly isHere: boolean;
  /** The minutes so far that will count if the minimum is reached. */
  readonly minutesSoFar: number;
  /** Over, and shorter than what counts: nothing is credited. */
  readonly isBelowMinimum: boolean;
};

export interface FoundHere {
  readonly finding: Finding;
  readonly acknowledgement: Acknowledgement;
}

/** `expected`: not here yet; `away`: was not here; `open`: something is missing; `ready`; `signed`. */
export type RowState = "expected" | "away" | "open" | "ready" | "signed";

export type Fields<F extends string> = Readonly<Record<F, ShownField>>;

export interface RowView {
  readonly row: RoomRow;
  readonly live: LiveAttendance;
  readonly fields: Fields<MemberField>;
  readonly part: UnfinishedPart;
  readonly state: RowState;
  /** What stands against signing this row, besides what is simply not done yet. */
  readonly found: readonly FoundHere[];
}

export interface RoomView {
  readonly rows: readonly RowView[];
  readonly shared: Fields<SharedField>;
  readonly sharedPart: UnfinishedShared;
  readonly sharedFound: readonly FoundHere[];
  readonly attendedCount: number;
  readonly readyCount: number;
  /** Signed, and what was signed stands. */
  readonly signedCount: number;
  /** Signed and taken back: nothing is open there, and no note stands. */
  readonly retractedCount: number;
}

/** Somebody attended, and every note of them is signed, whether it stands or was taken back. */
export const isAllSigned = ({ attendedCount, signedCount, retractedCount }: RoomView): boolean =>
  attendedCount > 0 && signedCount + retractedCount === attendedCount;

export const textOf = (value: DraftValue): string => (typeof value === "string" ? value : "");
export const listOf = (value: DraftValue): readonly string[] => (Array.isArray(value) ? value : []);

const oneOf = <V extends string>(choices: readonly V[], value: DraftValue): V | null =>
  choices.find((choice) => choice === value) ?? null;

const partOf = (fields: Fields<MemberField>): UnfinishedPart => ({
  objectiveId: textOf(fields.objectiveId.value) || null,
  participation: oneOf(participations, fields.participation.value),
  response: oneOf(responses, fields.response.value),
  progress: oneOf(progresses, fields.progress.value),
  risk: oneOf(risks, fields.risk.value),
  nextStep: textOf(fields.nextStep.value) || null,
  sentence: textOf(fields.sentence.value) || null,
});

const sharedPartOf = (fields: Fields<SharedField>): UnfinishedShared => ({
  topic: textOf(fields.topic.value) || null,
  curriculum: textOf(fields.curriculum.value) || null,
  interventions: [...listOf(fields.interventions.value)],
  whatWeDid: textOf(fields.whatWeDid.value) || null,
  howItWent: textOf(fields.howItWent.value) || null,
  nextTime: textOf(fields.nextTime.value) || null,
});

/** With one person there is no group to write of: the shared part is asked for only where some of it is written. */
const isSharedAsked = (room: SessionRoom, part: UnfinishedShared): boolean =>
  !isSingle(room.session.activity.format) ||
  Object.values(part).some((value) => value !== null && value.length > 0);

const memberFieldsOf = (shown: (name: MemberField) => ShownField): Fields<MemberField> => ({
  objectiveId: shown("objectiveId"),
  participation: shown("participation"),
  response: shown("response"),
  progress: shown("progress"),
  risk: shown("risk"),
  nextStep: shown("nextStep"),
  sentence: shown("sentence"),
});

const sharedFieldsOf = (shown: (name: SharedField) => ShownField): Fields<SharedField> => ({
  topic: shown("topic"),
  curriculum: shown("curriculum"),
  interventions: shown("interventions"),
  whatWeDid: shown("whatWeDid"),
  howItWent: shown("howItWent"),
  nextTime: shown("nextTime"),
});

/** A field of a signed part: what was drafted before, and what was corrected since, is not what is shown. */
const asSigned = (value: DraftValue): ShownField => ({
  value,
  revision: 0,
  beside: [],
  by: null,
  isWaiting: false,
});

const stateOf = (row: RoomRow, live: LiveAttendance, found: readonly FoundHere[]): RowState => {
  if (row.note) return "signed";
  if (live.status === "expected") return "expected";
  if (!wasThere(live.status)) return "away";
  return found.length === 0 ? "ready" : "open";
};

export interface RoomInput {
  readonly room: SessionRoom;
  readonly liveOf: (row: RoomRow) => LiveAttendance;
  readonly shown: (place: Place) => ShownField;
  readonly acknowledged: readonly Acknowledgement[];
}

/** The room as the screen shows it: who is where, what is written, and what the guards say of it. */
export const viewRoom = (input: RoomInput): RoomView => {
  const { room } = input;
  const shared = sharedFieldsOf((field) => input.shown({ patientId: null, field }));
  const sharedPart = sharedPartOf(shared);
  const drafts = room.rows.map((row) => {
    const { note, patientId } = row;
    const fields = memberFieldsOf((field) =>
      note === null ? input.shown({ patientId, field }) : asSigned(note.part[field]),
    );
    return { row, live: input.liveOf(row), fields, part: partOf(fields) };
  });
  const written = drafts.filter(({ row, live }) => row.note === null && wasThere(live.status));
  const report = guardNote({
    shared: room.shared.note || !isSharedAsked(room, sharedPart) ? null : sharedPart,
    rows: written.map(({ row, live, part }) => ({
      patientId: row.patientId,
      names: row.names,
      part,
      attendance: live,
      earlierSentences: row.earlierSentences,
    })),
    roster: room.rows.map(({ patientId, names }) => ({ patientId, names })),
  });
  const standing = new Set(standingFindings(report, input.acknowledged));
  const found = report.findings.filter(({ finding }) => standing.has(finding));
  const of = (patientId: string | null) =>
    found.filter(({ finding }) => finding.where.patientId === patientId);
  const rows = drafts.map((draft): RowView => {
    const here = of(draft.row.patientId);
    return { ...draft, found: here, state: stateOf(draft.row, draft.live, here) };
  });
  // Of somebody who was not there after all a note may stand, and is none that this session waits for.
  const there = rows.filter(({ live }) => wasThere(live.status));
  const inState = (state: RowState) => there.filter((row) => row.state === state).length;
  const retractedCount = there.filter(({ row }) => row.note?.state === "retracted").length;
  return {
    rows,
    shared,
    sharedPart,
    sharedFound: of(null),
    attendedCount: there.length,
    readyCount: inState("ready"),
    signedCount: inState("signed") - retractedCount,
    retractedCount,
  };
};
