import { z } from "zod";
import { optional } from "#domain/basics/optional.ts";

// Control characters, and the direction marks that let one text look like another.
// oxlint-disable-next-line eslint/no-control-regex -- refusing control characters is the purpose of this pattern
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** One line as a person types it: trimmed, inner spaces single, names of the whole world welcome. */
export const lineSchema = (maximum: number) =>
  z
    .string()
    .transform((value) => value.normalize("NFC").replace(/\s+/gu, " ").trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(maximum)
        .refine((value) => !invisible.test(value), { params: { code: "invisible-characters" } }),
    );

/** The same, where leaving it empty means "nothing": answers null. */
export const optionalLineSchema = (maximum: number) => optional(lineSchema(maximum));

/** What somebody searches for, trimmed; it may be empty. Control characters are in no text of ours. */
export const searchTextSchema = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .refine((value) => !/\p{Cc}/u.test(value), { params: { code: "invisible-characters" } });
