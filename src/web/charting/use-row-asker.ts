import { useState } from "react";
import type { Participation, Progress, Response, Risk } from "#domain/charting/note-fields.ts";
import type { AttendanceReason } from "#domain/scheduling/attendance-event.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";

/** What is asked about the chosen row now. */
export type Asked =
  | "participation"
  | "response"
  | "progress"
  | "sentence"
  | "risk"
  | "nextStep"
  | "reason";

type Answered = "participation" | "response" | "progress" | "risk";
interface Values {
  readonly participation: Participation;
  readonly response: Response;
  readonly progress: Progress;
  readonly risk: Risk;
}

export interface RowAsker {
  readonly asked: Asked;
  readonly ask: (asked: Asked) => void;
  /** Asks about another row, which is being chosen. */
  readonly askOf: (patientId: string, asked: Asked) => void;
  /** The focus is on the row and no longer in its line: what is still open is asked again. */
  readonly backAtRow: (patientId: string) => void;
  readonly answer: <A extends Answered>(question: A, value: Values[A]) => void;
  readonly objectiveId: string | null;
  readonly chooseObjective: (id: string) => void;
  readonly writeLine: (line: string) => void;
  readonly sayWhyLeft: (reason: AttendanceReason) => void;
}

const order = ["participation", "response", "progress", "sentence"] as const;

/** The first thing that is not answered yet; the line where everything else is. */
export const firstOpen = (view: RowView): Asked =>
  order.find((name) => view.part[name] === null || view.part[name] === undefined) ?? "sentence";

interface AskedOf {
  readonly of: string | null;
  readonly asked: Asked;
}
type Asking = readonly [AskedOf | null, (asking: AskedOf | null) => void];

/** What somebody chose to be asked, and of whom; null as long as the row decides. */
export const useAsking = (): Asking => useState<AskedOf | null>(null);

/**
 * Asks one thing after another about a row. Answering moves on by itself to what is still open, and at
 * the end into the line, so that three keys and a sentence make a note.
 */
export const useRowAsker = (
  model: RoomModel,
  view: RowView | undefined,
  onLine: () => void,
  [asking, setAsking]: Asking,
): RowAsker => {
  const patientId = view?.row.patientId ?? null;
  const [picked, setPicked] = useState<{ readonly of: string | null; readonly id: string } | null>(
    null,
  );
  const asked =
    asking && asking.of === patientId ? asking.asked : view ? firstOpen(view) : "sentence";
  const ask = (next: Asked): void => {
    setAsking({ of: patientId, asked: next });
    if (next === "sentence") onLine();
  };
  const objectiveId =
    view?.part.objectiveId ??
    (picked && picked.of === patientId ? picked.id : (view?.row.objectives[0]?.id ?? null));
  const moveOn = (answered: Answered): void => {
    if (!view || answered === "risk") return;
    const rest = order.slice(order.indexOf(answered) + 1);
    ask(
      rest.find((name) => view.part[name] === null || view.part[name] === undefined) ?? "sentence",
    );
  };
  return {
    asked,
    ask,
    askOf: (of, next) => {
      setAsking({ of, asked: next });
      if (next === "sentence") onLine();
    },
    backAtRow: (of) => {
      if (asking?.of === of && asking.asked === "sentence") setAsking(null);
    },
    answer: (question, value) => {
      model.write({ patientId, field: question }, value);
      if (question === "progress" && objectiveId !== null && view?.part.objectiveId !== objectiveId)
        model.write({ patientId, field: "objectiveId" }, objectiveId);
      moveOn(question);
    },
    objectiveId,
    chooseObjective: (id) => {
      setPicked({ of: patientId, id });
      if (view?.part.objectiveId) model.write({ patientId, field: "objectiveId" }, id);
    },
    writeLine: (line) => {
      model.write({ patientId, field: "sentence" }, line);
      onLine();
    },
    sayWhyLeft: (reason) => {
      const last = patientId === null ? undefined : model.lastEventOf(patientId);
      if (last?.kind !== "leave") return;
      // The leaving is in the ledger already; said again with its reason it changes no minute.
      model.happen({ kind: "leave", patientId, reason, occurredAt: last.occurredAt });
      if (view) ask(firstOpen(view));
    },
  };
};
