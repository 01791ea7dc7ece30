/** Control characters of a file must not reach the terminal. */
const printable = (text: string): string => text.replace(/[^\x20-\x7e\u00a0-\uffff]/g, "?");

/** A sentence with its `{values}` put in; what has none is called empty. */
export const filledIn = (
  sentence: string,
  values: Readonly<Record<string, string | number>>,
): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.entries(values).find(([own]) => own === name)?.[1];
    return value === undefined || value === "" ? "empty" : printable(String(value));
  });
