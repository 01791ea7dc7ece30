import { locales, type Locale } from "#domain/access/account.ts";
import { pagesEn } from "#server/platform/words/pages-en.ts";
import { pagesEs } from "#server/platform/words/pages-es.ts";
import { words } from "#server/platform/words/words.ts";

const catalogues = { en: pagesEn, es: pagesEs };

export const sayIn = { en: words(catalogues, "en"), es: words(catalogues, "es") } as const;

/** The tag for names of zones, numbers and times. */
export const localeTag: Readonly<Record<Locale, string>> = { en: "en-US", es: "es-US" };

export const isLocale = (value: unknown): value is Locale =>
  locales.some((locale) => locale === value);

const weightOf = (parameters: readonly string[]): number => {
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  return weight === undefined ? 1 : Number(weight.slice(2)) || 0;
};

/** What a browser prefers (RFC 9110 12.5.4), of the languages we have; English where it says neither. */
export const preferredLocale = (acceptLanguage: string | undefined): Locale => {
  const wishes = (acceptLanguage ?? "").split(",").flatMap((part) => {
    const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const locale = locales.find((one) => tag === one || tag.startsWith(`${one}-`));
    const weight = weightOf(parameters);
    return locale === undefined || weight <= 0 ? [] : [{ locale, weight }];
  });
  return wishes.toSorted((one, other) => other.weight - one.weight)[0]?.locale ?? "en";
};
