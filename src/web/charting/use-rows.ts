import { useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { flushSync } from "react-dom";
import type { AttendanceReason } from "#domain/scheduling/attendance-event.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { useSession } from "#web/platform/session.tsx";

interface Asking {
  readonly of: string;
  readonly what: "reason" | "time" | "left";
}

/** Which row is chosen, what is asked of it beyond the note, and how one moves on. */
export interface Rows {
  readonly chosenId: string | null;
  readonly focusTurn: number;
  readonly choose: (patientId: string) => void;
  /** Chooses a row and gives it the focus. */
  readonly goTo: (patientId: string) => void;
  readonly move: (step: 1 | -1) => void;
  readonly writeLine: () => void;
  readonly line: RefObject<HTMLTextAreaElement | null>;
  readonly onLineKey: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly asking: Asking | null;
  readonly askReason: (patientId: string) => void;
  readonly askTime: (patientId: string) => void;
  readonly askLeft: (patientId: string) => void;
  readonly stopAsking: () => void;
  readonly beAbsent: (patientId: string, reason: AttendanceReason) => void;
  /** Now, or at the moment that was typed. */
  readonly leave: (patientId: string, occurredAt?: string) => void;
}

const isFirstLine = (area: HTMLTextAreaElement): boolean =>
  !area.value.slice(0, area.selectionStart).includes("\n") && area.selectionStart === 0;
const isLastLine = (area: HTMLTextAreaElement): boolean => area.selectionEnd === area.value.length;

/** At once, with whatever was just chosen drawn before: the next letter somebody types is meant for the line. */
const focusNow = (line: RefObject<HTMLTextAreaElement | null>): void => {
  flushSync(() => {});
  const area = line.current;
  if (!area || document.activeElement === area) return;
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
};

interface LineActs {
  readonly moveOn: () => void;
  readonly move: (step: 1 | -1) => void;
  /** Out of the line, to its row. */
  readonly leave: () => void;
}

/** What a key means within a line; null where it only writes. */
const actOfKey = (
  event: KeyboardEvent<HTMLTextAreaElement>,
  acts: LineActs,
): (() => void) | null => {
  const area = event.currentTarget;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Enter") return event.shiftKey ? null : acts.moveOn;
  if (event.key === "Escape") return acts.leave;
  if (event.key === "ArrowDown" && isLastLine(area)) return () => acts.move(1);
  return event.key === "ArrowUp" && isFirstLine(area) ? () => acts.move(-1) : null;
};

/** Somebody of whom something can be written: those who were here. */
const isWritable = (view: RowView): boolean => view.state === "open" || view.state === "ready";

type MoreAsked = Pick<
  Rows,
  "asking" | "askReason" | "askTime" | "askLeft" | "stopAsking" | "beAbsent" | "leave"
>;

/** What is asked of a row beyond its note: why somebody is away, when they came or left. */
const useMoreAsked = (
  model: RoomModel,
  choose: (patientId: string) => void,
  onLeft: (patientId: string) => void,
): MoreAsked => {
  const [asking, setAsking] = useState<Asking | null>(null);
  const ask = (patientId: string, what: Asking["what"]): void => {
    choose(patientId);
    setAsking({ of: patientId, what });
  };
  return {
    asking,
    askReason: (patientId) => ask(patientId, "reason"),
    askTime: (patientId) => ask(patientId, "time"),
    askLeft: (patientId) => ask(patientId, "left"),
    stopAsking: () => setAsking(null),
    beAbsent: (patientId, reason) => {
      model.happen({ kind: "absent", patientId, reason });
      setAsking(null);
    },
    leave: (patientId, occurredAt) => {
      model.happen({ kind: "leave", patientId, ...(occurredAt !== undefined && { occurredAt }) });
      setAsking(null);
      choose(patientId);
      onLeft(patientId);
    },
  };
};

/**
 * Whether the first row is chosen on arrival: for whoever leads the session, who came to write. A colleague who looks in writes
 * nothing, and is shown to nobody as writing, before they choose a row.
 */
const useIsBegun = ({ mayWrite, room }: RoomModel): boolean => {
  const { staffId } = useSession();
  return !mayWrite || room.session.facilitators.some((one) => one.staffId === staffId);
};

export const useRows = (model: RoomModel, onLeft: (patientId: string) => void): Rows => {
  const { rows } = model.view;
  const [chosen, setChosen] = useState<string | null>(null);
  const [focusTurn, setFocusTurn] = useState(0);
  const line = useRef<HTMLTextAreaElement>(null);
  const more = useMoreAsked(model, setChosen, onLeft);
  const isBegun = useIsBegun(model);
  const found = rows.findIndex(({ row }) => row.patientId === chosen);
  const at = found < 0 && isBegun ? 0 : found;
  const chosenId = rows[at]?.row.patientId ?? null;
  const refocus = (): void => setFocusTurn((turn) => turn + 1);

  const choose = (patientId: string): void => {
    if (patientId !== chosenId) more.stopAsking();
    setChosen(patientId);
  };
  const goTo = (patientId: string): void => {
    choose(patientId);
    refocus();
  };
  const move = (step: 1 | -1): void => {
    const next = rows[at + step];
    if (next) goTo(next.row.patientId);
  };
  /** After a line: to the next person who was here, whatever stands between. */
  const moveOn = (): void => {
    const next = rows.slice(at + 1).find(isWritable) ?? rows[at + 1];
    if (next) goTo(next.row.patientId);
    else refocus();
  };
  const onLineKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const act = actOfKey(event, { moveOn, move, leave: refocus });
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return {
    chosenId,
    focusTurn,
    choose,
    goTo,
    move,
    writeLine: () => focusNow(line),
    line,
    onLineKey,
    ...more,
  };
};
