import type { Locale } from "#domain/access/account.ts";
import type { pagesEn } from "#server/platform/words/pages-en.ts";
import type { Say } from "#server/platform/words/words.ts";

/** What every page is told about who reads it, and nothing about who that is. */
export interface Page {
  readonly locale: Locale;
  readonly say: Say<typeof pagesEn>;
  readonly isDemo: boolean;
  /** True where letters are kept for reading instead of leaving by mail. */
  readonly keepsLetters: boolean;
  readonly version: string;
  /** What an address must carry on: the language, where the reader chose one by `?lang`. */
  readonly carried: Readonly<Record<string, string>>;
  /** A page of ours, with what must be carried on. */
  to(path: string): string;
}
