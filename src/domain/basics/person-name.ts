import { z } from "zod";
import { lineSchema } from "#domain/basics/text.ts";
import { optional } from "#domain/basics/optional.ts";

/** The longest name we keep: longer ones than any court has entered, shorter than what breaks a form. */
const longest = 100;

/** Marks that only steer the direction of writing; keyboards of right-to-left scripts leave them behind. */
const directionMarks = /[\u061c\u200e\u200f]/gu;

/** Letters and marks of every script, with the joiners some of them need; apostrophes, hyphens, dots, digits (`3rd`). */
const nameText = /^(?:[\p{L}\p{M}\p{N} '’‘ʻʼ`´.,·・\-‐‑–־׳״/()]|\u200c|\u200d)+$/u;
const someLetter = /\p{L}/u;

/** A part of a person's name in any script. Emoji and other signs are refused: no letter and no claim can carry them. */
export const nameSchema = z
  .string()
  .transform((value) => value.replace(directionMarks, ""))
  .pipe(lineSchema(longest))
  .pipe(
    z.string().refine((value) => nameText.test(value) && someLetter.test(value), {
      params: { code: "not-a-name" },
    }),
  );

/** The same, where leaving it empty means "none": answers null. */
export const optionalNameSchema = optional(nameSchema);
