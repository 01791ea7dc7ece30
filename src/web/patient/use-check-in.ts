import { msg } from "@lingui/core/macro";
import { useEffect, useRef, useState, type RefObject } from "react";
import type { AnyRoute, Output } from "#domain/contract/route.ts";
import type { Instrument, Item } from "#domain/measures/instruments/instrument.ts";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { itemsAsked, triggerOf, type Answers } from "#domain/measures/instruments/score.ts";
import {
  answerMyMeasure,
  completeMyMeasure,
  type readMyMeasure,
} from "#domain/measures/measure.api.ts";
import { useLanguage } from "#web/platform/language.ts";
import { useOfflineSince } from "#web/platform/online.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { useAct, type Act } from "#web/platform/use-act.ts";
import type { HelpStanding } from "#web/patient/help-now-card.tsx";

export type Sheet = Output<typeof readMyMeasure>;

const words: ProblemWords = {
  offline: msg`Not sent: there is no network. Your answer goes when it is back.`,
  completed: msg`This check-in went to your team already.`,
  cancelled: msg`Your team took this check-in back.`,
  "nothing-answered": msg`Nothing is answered yet. Go back and answer what you can.`,
};

const options = { words, changes: ["my-today"], failureShownInPlace: true } as const;

type Failing = Pick<Act<AnyRoute>, "sentence" | "problem">;

/** An answer that was tapped and is not known to be kept. */
interface Given {
  readonly item: string;
  readonly value: number;
}

const valueOf = (given: Given | null, item: Item): number | null =>
  given?.item === item.id ? given.value : null;

export interface CheckIn {
  readonly instrument: Instrument;
  readonly items: readonly Item[];
  readonly answers: Answers;
  /** The item that is asked; undefined past the last one. */
  readonly item: Item | undefined;
  readonly number: number;
  /** What is marked on this item: what was tapped, else what is kept. */
  readonly chosen: number | null;
  /** With this answer all of them go. Never the one that asks for help: it can always be looked at again before. */
  readonly isClosing: boolean;
  readonly hasMoved: boolean;
  readonly busy: boolean;
  /** Why the last act failed, and what does it again. */
  readonly failure: { readonly sentence: string; readonly again: () => void } | null;
  readonly help: HelpStanding | null;
  readonly closeHelp: () => void;
  readonly choose: (value: number) => void;
  readonly goTo: (at: number) => void;
  readonly send: () => void;
}

/** The newest of what is given, for effects that do not run again for it. */
const useLatest = <T>(value: T): RefObject<T> => {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
};

/** Does it once when the network, having been gone, is back. */
const useWhenBack = (act: () => void): void => {
  const since = useOfflineSince();
  const wasGone = useRef(since !== null);
  const latest = useLatest(act);
  useEffect(() => {
    if (since === null && wasGone.current) latest.current();
    wasGone.current = since !== null;
  }, [since, latest]);
};

/** Keeping single answers. Help stands there before the server has said a word, and says so. */
const useKeeping = (sheet: Sheet) => {
  const language = useLanguage();
  const requestId = sheet.measure.id;
  const instrument = instrumentOf(sheet.measure.instrument);
  const [answers, setAnswers] = useState<Answers>(sheet.measure.answers);
  const [given, setGiven] = useState<Given | null>(null);
  const [help, setHelp] = useState<HelpStanding | null>(
    sheet.crisis && { kind: "told", crisis: sheet.crisis },
  );
  const act = useAct(answerMyMeasure, options);
  /** Whether it is kept. */
  const keep = async (one: Given): Promise<boolean> => {
    const asksForHelp = triggerOf(instrument, one.item, one.value) !== undefined;
    setGiven(one);
    if (asksForHelp) setHelp({ kind: "telling" });
    const kept = await act.run({ requestId, ...one, language });
    if (kept === undefined) {
      if (asksForHelp) setHelp({ kind: "perhaps-lost" });
      return false;
    }
    setAnswers(kept.measure.answers);
    setGiven(null);
    if (kept.crisis !== null) setHelp({ kind: "told", crisis: kept.crisis });
    else if (asksForHelp) setHelp(null);
    return true;
  };
  const letGo = (): void => {
    act.reset();
    setGiven(null);
  };
  return { act, instrument, answers, given, keep, letGo, help, setHelp };
};

const useFailure = (acts: readonly Failing[], again: () => void, onClosed: () => void) => {
  const failed = acts.find(({ sentence }) => sentence !== null);
  useWhenBack(() => {
    if (failed) again();
  });
  const code = failed?.problem?.code;
  const isClosed = code === "completed" || code === "cancelled";
  const latest = useLatest(onClosed);
  useEffect(() => {
    if (isClosed) latest.current();
  }, [isClosed, latest]);
  return failed?.sentence ? { sentence: failed.sentence, again } : null;
};

/**
 * The answering of one sheet: every answer is kept the moment it is given, what the network swallowed goes when it is back,
 * and help stands there the moment an answer asks for it.
 */
export const useCheckIn = (
  sheet: Sheet,
  told: { readonly onSent: () => void; readonly onClosed: () => void },
): CheckIn => {
  const { act, instrument, answers, given, keep, letGo, help, setHelp } = useKeeping(sheet);
  const items = itemsAsked(instrument, answers);
  const [at, setAt] = useState(() => {
    const first = items.findIndex(({ id }) => answers[id] === undefined);
    return first === -1 ? items.length : first;
  });
  const [hasMoved, setHasMoved] = useState(false);
  const complete = useAct(completeMyMeasure, { ...options, onDone: told.onSent });
  const item = items[at];
  const isClosing =
    item !== undefined &&
    at + 1 === items.length &&
    !item.isScored &&
    items.every(({ id }) => id === item.id || answers[id] !== undefined);
  const send = (): void => void complete.run({ requestId: sheet.measure.id });
  const move = (place: number): void => {
    setHasMoved(true);
    setAt(place);
  };
  const give = async (one: Given): Promise<void> => {
    if (!(await keep(one))) return;
    move(at + 1);
    if (isClosing) send();
  };
  const again = (): void => (given === null ? send() : void give(given));
  const failure = useFailure([act, complete], again, told.onClosed);
  return {
    instrument,
    items,
    answers,
    item,
    number: at + 1,
    chosen: item === undefined ? null : (valueOf(given, item) ?? answers[item.id] ?? null),
    isClosing,
    hasMoved,
    busy: act.busy || complete.busy,
    failure,
    help,
    closeHelp: () => {
      setHasMoved(true);
      setHelp(null);
    },
    choose: (value) => item !== undefined && void give({ item: item.id, value }),
    goTo: (place) => {
      letGo();
      move(place);
    },
    send,
  };
};
