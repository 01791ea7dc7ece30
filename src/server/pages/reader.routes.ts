import type { FastifyReply, FastifyRequest } from "fastify";
import type { Locale } from "#domain/access/account.ts";
import { isLocale, preferredLocale, sayIn } from "#server/pages/language.ts";
import type { Page } from "#server/pages/page.ts";

const languageCookie = "stepwell_language";
const oneYearSeconds = 31_536_000;

export type Reader = Pick<Page, "isDemo" | "keepsLetters" | "version">;

/** The one value of a query by its name; the last where somebody wrote it twice. */
export const queryValue = (request: FastifyRequest, name: string): string | undefined => {
  // Not by way of a URL: an address like `//` is a path here and would not be one there.
  const [, ...query] = request.url.split("?");
  return new URLSearchParams(query.join("?")).getAll(name).at(-1);
};

const chosenBefore = (request: FastifyRequest): Locale | undefined => {
  const kept = request.cookies[languageCookie];
  return isLocale(kept) ? kept : undefined;
};

/**
 * Who reads: the language chosen in the address, else the one chosen before, else what the browser asks for.
 * A choice is kept in a cookie that holds `en` or `es` and nothing else; without cookies the links carry it on.
 */
export const openPage = (request: FastifyRequest, reply: FastifyReply, reader: Reader): Page => {
  const wanted = queryValue(request, "lang");
  const chosen = isLocale(wanted) ? wanted : undefined;
  if (chosen !== undefined)
    void reply.setCookie(languageCookie, chosen, {
      path: "/",
      sameSite: "lax",
      maxAge: oneYearSeconds,
    });
  const locale =
    chosen ?? chosenBefore(request) ?? preferredLocale(request.headers["accept-language"]);
  void reply.header("content-language", locale);
  return {
    ...reader,
    locale,
    say: sayIn[locale],
    carried: chosen === undefined ? {} : { lang: chosen },
    to: (path) => (chosen === undefined ? path : `${path}?lang=${chosen}`),
  };
};
