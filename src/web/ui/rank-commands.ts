import type { Command } from "#web/platform/commands.ts";

const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** How well a text answers one word: a name's beginning before a word's beginning before any place; 0 is not at all. */
const scoreWord = (name: string, word: string): number => {
  if (name.startsWith(word)) return 3;
  if (name.includes(` ${word}`)) return 2;
  return name.includes(word) ? 1 : 0;
};

const score = (command: Command, words: readonly string[]): number => {
  const name = plain(command.name);
  const also = ` ${plain(command.also ?? "")}`;
  let sum = 0;
  for (const word of words) {
    const best = scoreWord(name, word) || (also.includes(word) ? 0.5 : 0);
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
};

/** The commands that every word of the text is found in, best first; all of them, as they came, without a text. */
export const rankCommands = (commands: readonly Command[], text: string): readonly Command[] => {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands;
  return commands
    .map((command) => ({ command, score: score(command, words) }))
    .filter((one) => one.score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map((one) => one.command);
};
