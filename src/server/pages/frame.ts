import type { Locale } from "#domain/access/account.ts";
import type { Assets } from "#server/pages/assets.ts";
import { html, type Html } from "#server/pages/html.ts";
import { icon, mark } from "#server/pages/icons.ts";
import type { Page } from "#server/pages/page.ts";
import { textMessage } from "#server/pages/phone.ts";

/** One page: what stands in its head, and its middle. */
export interface PageContent {
  readonly title: string;
  readonly description: string;
  readonly main: Html;
  /** Which of the pages in the navigation it is. */
  readonly here?: "programs" | "help";
  readonly isIndexed?: boolean;
  readonly isWide?: boolean;
  readonly script?: string;
  /** What the link to the other language must carry on besides the language. */
  readonly keep?: Readonly<Record<string, string>>;
}

const other: Readonly<Record<Locale, Locale>> = { en: "es", es: "en" };

/** On every page, above everything: help in a crisis is one tap away. */
const crisisStrip = ({ say }: Page): Html =>
  html` <aside class="crisis" aria-label="${say("crisis.region")}">
    <div class="band">
      <span class="crisis-ask">${say("crisis.ask")}</span>
      <a href="tel:988">${icon("phone", "s")}${say("crisis.call")}</a>
      <a href="${textMessage("741741", say("crisis.textWord"))}"
        >${icon("message", "s")}${say("crisis.text")}</a
      >
      <a class="crisis-emergency" href="tel:911" aria-label="${say("crisis.emergency")}">911</a>
    </div>
  </aside>`;

const current = (isHere: boolean): Html | false => isHere && html`aria-current="page"`;

const languageLink = (page: Page, keep: Readonly<Record<string, string>>): Html => {
  const language = other[page.locale];
  const query = new URLSearchParams({ ...keep, lang: language });
  return html`<a class="quiet" href="?${query.toString()}" lang="${language}" hreflang="${language}"
    >${icon("language", "s")}${page.say("frame.otherLanguage")}</a
  >`;
};

const header = (page: Page, content: PageContent): Html => {
  const { say } = page;
  return html` <header class="band top">
    <a class="brand" href="${page.to("/")}" aria-label="${say("frame.home")}"
      >${mark()}<span>Stepwell</span></a
    >
    <nav aria-label="${say("frame.navigation")}">
      <a class="quiet" href="${page.to("/programs")}" ${current(content.here === "programs")}
        >${say("frame.programs")}</a
      >
      <a class="quiet" href="${page.to("/help")}" ${current(content.here === "help")}
        >${say("frame.helpNow")}</a
      >
      ${languageLink(page, content.keep ?? {})}
    </nav>
  </header>`;
};

const footer = (page: Page): Html => {
  const { say } = page;
  return html` <footer>
    <div class="band">
      ${page.isDemo && html`<p class="demo">${say("frame.demo")}</p>`}
      <p>${say("frame.about")} ${say("frame.noTrackers")}</p>
      <p class="footer-links">
        ${page.keepsLetters && html`<a href="${page.to("/demo/mail")}">${say("frame.letters")}</a>`}
        <a href="${page.to("/api/docs")}">${say("frame.api")}</a>
        <span>${say("frame.version", { version: page.version })}</span>
      </p>
    </div>
  </footer>`;
};

/** The whole document around a page. Complete without a script and without a cookie. */
export const frame = (page: Page, content: PageContent, assets: Assets): string =>
  html`<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title} · Stepwell</title>
<meta name="description" content="${content.description}">
<meta name="color-scheme" content="light dark">
${content.isIndexed === false && html`<meta name="robots" content="noindex" />`}
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assets.style}">
${content.script !== undefined && html`<script src="${content.script}" defer></script>`}
</head>
<body${content.isWide === true && html` class="wide"`}>
<a class="skip" href="#content">${page.say("frame.skip")}</a>
${crisisStrip(page)}
${header(page, content)}
<main id="content" class="band" tabindex="-1">${content.main}</main>
${footer(page)}
</body>
</html>
`.toString();
