import type { Locale } from "#domain/access/account.ts";
import type { PageContent } from "#server/pages/frame.ts";
import { html, type Html } from "#server/pages/html.ts";
import type { Letter } from "#server/pages/letters.queries.ts";
import { localeTag } from "#server/pages/language.ts";
import type { Page } from "#server/pages/page.ts";

const web = /(https?:\/\/[^\s<>"']+)/;

/** A letter as it was written; an address of our own can be followed, one of anybody else stays text. */
export const letterBody = (body: string, ownOrigin: string): Html => {
  const pieces = body.split(web).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const address = piece.replace(/[.,;:)]+$/, "");
    if (URL.parse(address)?.origin !== ownOrigin) return piece;
    return html`<a href="${address}">${address}</a>${piece.slice(address.length)}`;
  });
  return html`<div class="letter-body">${pieces}</div>`;
};

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** How long ago, as people say it: "2 minutes ago". */
export const timeAgo = (atMs: number, nowMs: number, locale: Locale): string => {
  const seconds = Math.max(0, Math.floor((nowMs - atMs) / 1000));
  const format = new Intl.RelativeTimeFormat(localeTag[locale], { numeric: "auto" });
  const unit = units.find(([, length]) => seconds >= length);
  return unit === undefined
    ? format.format(0, "minute")
    : format.format(-Math.floor(seconds / unit[1]), unit[0]);
};

export interface Mailbox {
  /** What was typed into the field, whole address or not. */
  readonly typed: string;
  /** The address that was looked up; undefined where nothing or no address was typed. */
  readonly address: string | undefined;
  readonly letters: readonly Letter[];
  readonly nowMs: number;
  readonly ownOrigin: string;
}

const letterItem = (page: Page, mailbox: Mailbox, letter: Letter): Html =>
  html` <li class="card letter">
    <div class="letter-head">
      <h3>${letter.subject}</h3>
      <time datetime="${letter.caughtAt}"
        >${timeAgo(Date.parse(letter.caughtAt), mailbox.nowMs, page.locale)}</time
      >
    </div>
    ${letterBody(letter.body, mailbox.ownOrigin)}
  </li>`;

const form = ({ say, carried }: Page, { typed, address }: Mailbox): Html => {
  const isWrong = typed !== "" && address === undefined;
  return html` <form class="ask" method="get" action="/demo/mail">
    ${Object.entries(carried).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <label for="to">${say("letters.address")}</label>
    <div class="ask-row">
      <input
        id="to"
        name="to"
        type="text"
        inputmode="email"
        autocomplete="email"
        autocapitalize="none"
        spellcheck="false"
        value="${typed}"
        ${isWrong && html`aria-invalid="true" aria-describedby="to-wrong"`}
      />
      <button class="button" type="submit">${say("letters.show")}</button>
    </div>
    ${isWrong && html`<p class="wrong" id="to-wrong">${say("letters.wrongAddress")}</p>`}
  </form>`;
};

const list = (page: Page, mailbox: Mailbox, address: string): Html => {
  const { say } = page;
  const { letters } = mailbox;
  return html` <p
      id="letters-news"
      class="unseen"
      role="status"
      data-arrived="${say("letters.arrived")}"
    ></p>
    <div id="letters" data-newest="${letters[0]?.id ?? ""}">
      ${
        letters.length === 0
          ? html`<p class="card empty">${say("letters.none", { address })}</p>`
          : html`<h2>${say("letters.listTitle", { address })}</h2>
              <p class="under">${say("letters.newestFirst")}</p>
              <ol class="list">
                ${letters.map((letter) => letterItem(page, mailbox, letter))}
              </ol>`
      }
    </div>
    <p>
      <a class="again" href="?${new URLSearchParams({ ...page.carried, to: address }).toString()}"
        >${say("letters.again")}</a
      >
    </p>`;
};

/** The letters of one address, in a demonstration that sends no mail. */
export const lettersPage = (page: Page, mailbox: Mailbox, script: string): PageContent => {
  const { say } = page;
  const { address } = mailbox;
  return {
    title: say("letters.title"),
    description: say("letters.description"),
    isIndexed: false,
    ...(address !== undefined && { script, keep: { to: address } }),
    main: html` <div class="narrow">
      <div class="opening">
        <h1>${say("letters.title")}</h1>
        <p class="lead">${say("letters.lead")}</p>
      </div>
      ${form(page, mailbox)} ${address !== undefined && list(page, mailbox, address)}
    </div>`,
  };
};
