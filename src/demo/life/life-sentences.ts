import type { LifeGroup } from "#demo/life/life-groups.ts";
import { closings, hourOpenings, middles, openings } from "#demo/life/life-phrases.ts";

interface Turn {
  readonly group: number;
  readonly theme: LifeGroup["theme"];
  readonly seat: number;
  /** Which session of the group it is, counted from the first Monday. */
  readonly session: number;
  /** Another sentence for the same turn, where the first was too much like something said before. */
  readonly again: number;
}

const at = (items: readonly string[], place: number): string => items[place % items.length] ?? "";

/**
 * What is written of one person after one session. In a session no two people share a part, and from one session to the next
 * every part changes: the steps are prime to the number of parts.
 */
export const sentenceOf = ({ group, theme, seat, session, again }: Turn): string => {
  const round = Math.floor(session / openings.length);
  const opening = at(openings, seat + 5 * session + 3 * group + round + 9 * again);
  const middle = at(middles[theme], 2 * seat + 7 * session + 11 * group + 4 * round + 5 * again);
  const closing = at(closings, 3 * seat + 11 * session + 13 * group + 9 * round + 14 * again);
  return `${opening}; ${middle}; ${closing}.`;
};

/** The same after an hour alone. */
export const hourSentenceOf = ({ group, theme, seat, session, again }: Turn): string => {
  const opening = at(hourOpenings, seat + session + group + again);
  const middle = at(middles[theme], 13 * seat + 3 * session + 5 * group + 8 * again + 1);
  const closing = at(closings, 17 * seat + 4 * session + 7 * group + 3 * again + 2);
  return `${opening}; ${middle}; ${closing}.`;
};
