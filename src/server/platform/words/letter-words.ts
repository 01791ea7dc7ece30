import type { Locale } from "#domain/access/account.ts";
import { lettersEn } from "#server/platform/words/letters-en.ts";
import { lettersEs } from "#server/platform/words/letters-es.ts";
import { words, type Say } from "#server/platform/words/words.ts";

/** The sentences of letters in the language of their reader. */
export const letterWords = (locale: Locale): Say<typeof lettersEn> =>
  words({ en: lettersEn, es: lettersEs }, locale);
