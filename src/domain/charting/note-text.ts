import { z } from "zod";

// Control characters but the line break, and the marks that turn the direction of a text.
// oxlint-disable-next-line eslint/no-control-regex -- taking control characters out is the purpose of this pattern
const invisible = /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu;

/** A written text as it is kept: lines stay lines, what nobody can see is taken out, so that nothing typed is refused for it. */
export const tidyText = (value: string): string =>
  value
    .normalize("NFC")
    .replace(/\r\n?/gu, "\n")
    .replaceAll("\t", " ")
    .replace(invisible, "")
    .replace(/ {2,}/gu, " ")
    .replace(/ *\n */gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();

const tidied = z.string().max(20_000).transform(tidyText);

/** A text of several lines that has to be there. */
export const noteTextSchema = (most: number) => tidied.pipe(z.string().min(1).max(most));

/** The same, where leaving it empty means nothing. */
export const optionalNoteTextSchema = (most: number) =>
  z
    .union([z.null(), tidied.pipe(z.string().max(most))])
    .optional()
    .transform((value) => (value === undefined || value === "" ? null : value));
