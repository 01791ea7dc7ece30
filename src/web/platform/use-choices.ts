import { useLingui } from "@lingui/react/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** The codes of a vocabulary as choices of a field, in its order. */
export const useChoices = <Code extends string>(
  codes: readonly Code[],
  words: ProblemWords,
): { value: Code; label: string }[] => {
  const { i18n } = useLingui();
  return codes.map((value) => {
    const word = words[value];
    return { value, label: word === undefined ? value : i18n._(word) };
  });
};
