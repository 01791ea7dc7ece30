import type { DocumentFont } from "#server/platform/pdf/fonts.ts";

/** A stretch of text that one font draws. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

export interface Drawn {
  readonly runs: readonly Run[];
  /** True where something is not as it was written: the text itself goes along for whoever listens or searches. */
  readonly isChanged: boolean;
}

/** Stands for what no font here can draw. */
const stand = "•";

const widths: Readonly<Record<string, string>> = {
  "\u2010": "-",
  "\u2011": "-",
  "\u2009": " ",
  "\u202f": " ",
};

const isUnseen = (character: string): boolean => /^[\p{Cf}\p{Mn}\u200c\u200d]$/u.test(character);

/**
 * How a text is drawn: every letter in the first font that has it. A letter that none has is drawn as a dot; what cannot be
 * seen by itself (joiners, marks of direction) is left out.
 */
export const drawnText = (text: string, fonts: readonly DocumentFont[]): Drawn => {
  const runs: { font: string; text: string }[] = [];
  const [first] = fonts;
  let isChanged = false;
  for (const written of text.normalize("NFC")) {
    const character = widths[written] ?? written;
    const code = character.codePointAt(0) ?? 0;
    const isBreak = character === "\n";
    const font = isBreak ? first : fonts.find((one) => one.has(code));
    if (font === undefined) isChanged = true;
    if (font === undefined && isUnseen(character)) continue;
    const drawn = font === undefined ? stand : character;
    const name = font?.name ?? first?.name ?? "";
    const last = runs.at(-1);
    if (last?.font === name) last.text += drawn;
    else runs.push({ font: name, text: drawn });
  }
  return { runs, isChanged };
};
