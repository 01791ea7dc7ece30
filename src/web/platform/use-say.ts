import { useLingui } from "@lingui/react/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** What stands in a sentence at its `{names}`. */
export type SentenceValues = Readonly<Record<string, string | number | boolean | null>>;

/** Says a code of a vocabulary, with what fills its sentence; one without words is said as it is. */
export const useSay = (): ((
  words: ProblemWords,
  code: string,
  values?: SentenceValues,
) => string) => {
  const { i18n } = useLingui();
  return (words, code, values = {}) => {
    const word = words[code];
    return word === undefined ? code : i18n._({ ...word, values: { ...word.values, ...values } });
  };
};
