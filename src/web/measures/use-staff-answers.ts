import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { itemsAsked, type Answers } from "#domain/measures/instruments/score.ts";
import { answerMeasure, completeMeasure } from "#domain/measures/measure.api.ts";
import type { CrisisCall, Measure } from "#domain/measures/measure.ts";
import { measureWords } from "#web/measures/measure-words.ts";
import { useKeys } from "#web/platform/keys.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";

export type Language = "en" | "es";

/** What somebody says aloud, written down as it is said: a tap or a digit answers, and the next question is asked. */
export const useStaffAnswers = (measure: Measure, onCrisis: (crisis: CrisisCall) => void) => {
  const { t } = useLingui();
  const { id: requestId } = measure;
  const instrument = instrumentOf(measure.instrument);
  const mayAsk = useCan("measures:ask");
  const isOpen = measure.completedAt === null && measure.cancelledAt === null && mayAsk;
  const [language, setLanguage] = useState<Language>(measure.language ?? "en");
  // On the screen at once: who reads aloud is at the next question before the server has answered.
  const [said, setSaid] = useState<Answers>({});
  const answer = useAct(answerMeasure, {
    words: measureWords,
    changes: ["task"],
    onDone: ({ crisis }) => {
      if (crisis !== null) onCrisis(crisis);
    },
  });
  const complete = useAct(completeMeasure, { words: measureWords, done: t`Completed and scored.` });
  const answers: Answers = { ...measure.answers, ...said };
  const items = itemsAsked(instrument, answers);
  const next = isOpen ? items.find(({ id }) => answers[id] === undefined) : undefined;
  const choose = async (item: string, value: number): Promise<void> => {
    setSaid((before) => ({ ...before, [item]: value }));
    const done = await answer.run({ requestId, item, value, language });
    if (done === undefined)
      setSaid((before) =>
        Object.fromEntries(Object.entries(before).filter(([one]) => one !== item)),
      );
  };
  const finish = (): void => void complete.run({ requestId });
  useKeys([
    ...(next?.choices ?? []).map(({ value }) => ({
      keys: [String(value)],
      label: t`Answer ${value}`,
      run: () => void choose(next?.id ?? "", value),
    })),
    ...(isOpen && next === undefined
      ? [{ keys: ["c"], label: t`Complete and score`, run: finish }]
      : []),
  ]);
  return {
    isOpen,
    language,
    setLanguage,
    items,
    answers,
    nextId: next?.id,
    choose: (item: string, value: number) => void choose(item, value),
    finish,
    busy: complete.busy || answer.busy,
  };
};
