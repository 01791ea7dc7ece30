/** A name taken apart: the parts that are there, as they stand. */
export interface NameParts {
  readonly given: string | undefined;
  readonly middle: string | undefined;
  readonly family: string | undefined;
  readonly suffix: string | undefined;
}

/** The text trimmed; undefined where nothing is left. */
export const filled = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === "" ? undefined : text.trim();

/** A name in one piece: `Díaz, Ana María`, or the last word as the family name. */
export const splitName = (text: string): NameParts => {
  const [before, after] = text.split(",", 2);
  const words = (after ?? text).trim().split(/\s+/u).filter(Boolean);
  const family = after === undefined ? words.pop() : before;
  const [given, ...middle] = words;
  return { given, middle: filled(middle.join(" ")), family: filled(family), suffix: undefined };
};
