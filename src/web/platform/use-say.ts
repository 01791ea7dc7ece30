import { useLingui } from "@lingui/react/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** Says a code of a vocabulary; one without words is said as it is. */
export const useSay = (): ((words: ProblemWords, code: string) => string) => {
  const { i18n } = useLingui();
  return (words, code) => {
    const word = words[code];
    return word === undefined ? code : i18n._(word);
  };
};
