import { useState } from "react";
import type { Participation, Progress, Response, Risk } from "#domain/charting/note-fields.ts";
import type { RoomRow } from "#domain/charting/session-room.ts";
import type { AttendanceReason } from "#domain/scheduling/attendance-event.ts";
import { askedObjective, storedBy, turnedBy } from "#web/charting/asked-objective.ts";
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
  /** The one objective that the question about progress names; the answer about it chooses it. */
  readonly objective: RoomRow["objectives"][number] | undefined;
  readonly askAbout: (objectiveId: string) => void;
  /** The question about progress; where it is asked already, of the next open objective. */
  readonly askProgress: () => void;
  readonly writeLine: (line: string) => void;
  readonly sayWhyLeft: (reason: AttendanceReason) => void;
}

const order = ["participation", "response", "progress", "sentence"] as const;

/** The first thing that is not answered yet; the line where everything else is. */
export const firstOpen = (view: RowView): Asked => openIn(view, order);

const openIn = ({ part }: RowView, names: readonly (typeof order)[number][]): Asked =>
  names.find((name) => part[name] === null || part[name] === undefined) ?? "sentence";

interface AskedOf {
  readonly of: string | null;
  readonly asked: Asked;
}
/** The objective somebody asked about instead of the first, and of whom. */
interface TurnedTo {
  readonly of: string | null;
  readonly id: string;
}
type Asking = readonly [AskedOf | null, (asking: AskedOf | null) => void];

/** What somebody chose to be asked, and of whom; null as long as the row decides. */
export const useAsking = (): Asking => useState<AskedOf | null>(null);

/** Which objective of the chosen row is asked about, until it is answered or another row is chosen. */
const useTurns = (view: RowView | undefined) => {
  const of = view?.row.patientId ?? null;
  const [turned, setTurned] = useState<TurnedTo | null>(null);
  return {
    objective:
      view &&
      askedObjective(view.row, turned?.of === of ? turned.id : null, view.part.objectiveId ?? null),
    turn: (id: string | null): void => setTurned(id === null ? null : { of, id }),
  };
};

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
  const { objective, turn } = useTurns(view);
  const asked =
    asking && asking.of === patientId ? asking.asked : view ? firstOpen(view) : "sentence";
  const ask = (next: Asked): void => {
    setAsking({ of: patientId, asked: next });
    if (next === "sentence") onLine();
  };
  const askAbout = (id: string | null): void => {
    turn(id);
    ask("progress");
  };
  const moveOn = (answered: Answered): void => {
    if (!view || answered === "risk") return;
    ask(openIn(view, order.slice(order.indexOf(answered) + 1)));
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
      for (const stored of storedBy(question, value, objective, view?.part.objectiveId ?? null))
        model.write({ patientId, field: stored.field }, stored.value);
      if (question === "progress") turn(null);
      moveOn(question);
    },
    objective,
    askAbout,
    askProgress: () => {
      if (!view) return;
      const isAsked = asked === "progress";
      askAbout(turnedBy(view.row, { isAsked, objectiveId: objective?.id ?? null }));
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
