import { html, type Html } from "#server/pages/html.ts";

type Values = Readonly<Record<string, Html | string | number>>;

/** Splits `Call {phone} now` into words (even places) and the values of its names (odd places). */
const partsOf = (sentence: string, values: Values): readonly (Html | string | number)[] =>
  sentence.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    const value = values[part];
    if (value === undefined) throw new Error(`the sentence has no value for {${part}}`);
    return value;
  });

/** A sentence of a catalogue with markup in its `{name}` places; the words around it are escaped. */
export const fillHtml = (sentence: string, values: Values): Html =>
  html`${partsOf(sentence, values)}`;
