/** What a signature covers, as one text. Every signer and every reader makes the same of the same content. */
export type SignedContent = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** The version of the form below; it stands in the text, so that a later form can live beside it. */
const form = 1;

/**
 * The canonical form: JSON with the fields in the order of their names, texts in NFC, no spaces. Its SHA-256 is the content hash of
 * a signature (21 CFR 11.70: a signature is linked to its record so that it cannot be moved to another).
 */
export const canonicalForm = (kind: string, content: SignedContent): string => {
  const sorted = Object.keys(content)
    .toSorted()
    .map((name): [string, unknown] => {
      const value = content[name];
      return [name, typeof value === "string" ? value.normalize("NFC") : value];
    });
  return JSON.stringify({ form, kind, content: Object.fromEntries(sorted) });
};
