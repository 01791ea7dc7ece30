import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { participations, progresses, responses, risks } from "#domain/charting/note-fields.ts";
import { arrivalOf, isAhead, isOver, mayHaveLeft, phaseOf } from "#web/charting/arrival.ts";
import { absenceReasons, leavingReasons } from "#web/charting/attendance-words.ts";
import { breakTurned } from "#web/charting/room-ledger.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import type { RowAsker } from "#web/charting/use-row-asker.ts";
import type { Rows } from "#web/charting/use-rows.ts";
import { timeNow } from "#web/platform/clock.ts";
import { useKeys, type KeyBinding } from "#web/platform/keys.ts";

interface RoomKeys {
  readonly model: RoomModel;
  readonly rows: Rows;
  readonly view: RowView | undefined;
  readonly asker: RowAsker;
  readonly sign: () => void;
  readonly next: () => void;
}

/** The digit's answer to what is asked now. */
const answerDigit = ({ model, rows, view, asker }: RoomKeys, at: number): void => {
  if (!view) return;
  const { patientId } = view.row;
  if (rows.asking?.of === patientId && rows.asking.what === "reason") {
    const reason = absenceReasons[at];
    if (reason) rows.beAbsent(patientId, reason);
    return;
  }
  if (!model.mayWrite || (view.state !== "open" && view.state !== "ready")) return;
  const answers = {
    participation: () => pick(participations, (value) => asker.answer("participation", value)),
    response: () => pick(responses, (value) => asker.answer("response", value)),
    progress: () => pick(progresses, (value) => asker.answer("progress", value)),
    risk: () => pick(risks, (value) => asker.answer("risk", value)),
    reason: () => pick(leavingReasons, asker.sayWhyLeft),
    sentence: () => undefined,
    nextStep: () => undefined,
  };
  const pick = <V>(values: readonly V[], choose: (value: V) => void): void => {
    const value = values[at];
    if (value !== undefined) choose(value);
  };
  answers[asker.asked]();
};

const useAttendanceKeys = ({ model, rows, view }: RoomKeys): readonly KeyBinding[] => {
  const { t } = useLingui();
  if (!model.mayRecord || !view) return [];
  const { patientId } = view.row;
  const isExpected = view.state === "expected";
  const isShut = phaseOf(model) === "shut";
  const { isHere } = view.live;
  const moveOn = (): void => {
    const at = model.view.rows.indexOf(view);
    const next = model.view.rows.slice(at + 1).find(({ state }) => state === "expected");
    if (next) rows.goTo(next.row.patientId);
  };
  const arrive = (mode: "room" | "video", fromStart = false): void => {
    if (isExpected) {
      if (isShut) return;
      model.happen(arrivalOf(model, patientId, mode, fromStart || isOver(model)));
      moveOn();
    } else if (isHere) model.happen({ kind: "mode", patientId, mode });
    else if (view.state === "away" && !isOver(model))
      model.happen({ kind: "arrive", patientId, mode });
  };
  return [
    { keys: ["a"], label: t`Arrives`, run: () => arrive("room") },
    { keys: ["v"], label: t`Comes by video`, run: () => arrive("video") },
    {
      keys: ["c"],
      label: t`By video from the beginning`,
      run: () => isExpected && phaseOf(model) === "late" && arrive("video", true),
    },
    {
      keys: ["l"],
      label: t`Came or left at another time`,
      run: () => {
        if (isExpected && !isShut) rows.askTime(patientId);
        else if (view.state !== "signed" && mayHaveLeft(model, view.live)) rows.askLeft(patientId);
      },
    },
    { keys: ["x"], label: t`Leaves`, run: () => isHere && rows.leave(patientId) },
    { keys: ["n"], label: t`Is absent`, run: () => isExpected && rows.askReason(patientId) },
    {
      keys: ["b"],
      label: t`Break begins or ends`,
      run: () =>
        !isAhead(model) && !isOver(model) && model.happen(...breakTurned(model.events, timeNow())),
    },
  ];
};

/** The keys of the room: one for each thing that is done twelve times an evening. Silent while one writes. */
export const useRoomKeys = (room: RoomKeys): void => {
  const { t } = useLingui();
  const { asker, view } = room;
  const isWritable = view?.state === "open" || view?.state === "ready";
  const attendance = useAttendanceKeys(room);
  useKeys([
    ...attendance,
    ...["1", "2", "3", "4", "5", "6", "7", "8"].map((key, at) => ({
      keys: [key],
      label: t`Answer ${key}`,
      run: () => answerDigit(room, at),
    })),
    { keys: ["t"], label: t`Took part`, run: () => isWritable && asker.ask("participation") },
    { keys: ["e"], label: t`Response`, run: () => isWritable && asker.ask("response") },
    {
      keys: ["o"],
      label: t`Objective, pressed again the next one`,
      run: () => isWritable && asker.askProgress(),
    },
    { keys: ["r"], label: t`Risk`, run: () => isWritable && asker.ask("risk") },
    { keys: ["w"], label: t`Write the line`, run: () => isWritable && asker.ask("sentence") },
    { keys: ["f"], label: t`Next to fix`, run: room.next },
  ]);
  const latest = useRef(room);
  useEffect(() => {
    latest.current = room;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      if (document.querySelector("[aria-modal=true]")) return;
      event.preventDefault();
      latest.current.sign();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
};
