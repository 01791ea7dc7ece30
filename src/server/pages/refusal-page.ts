import type { PageContent } from "#server/pages/frame.ts";
import { html, type Html } from "#server/pages/html.ts";
import type { Page } from "#server/pages/page.ts";

const refusal = (title: string, text: string, ways: Html): PageContent => ({
  title,
  description: text,
  isIndexed: false,
  main: html` <div class="opening narrow">
    <h1>${title}</h1>
    <p class="lead">${text}</p>
    <p class="row">${ways}</p>
  </div>`,
});

/** What does not exist and what is not to be seen: one page, so that nobody learns which. */
export const notFoundPage = ({ say, to }: Page): PageContent =>
  refusal(
    say("notFound.title"),
    say("notFound.text"),
    html`<a class="button" href="${to("/programs")}">${say("home.seePrograms")}</a
      ><a class="button button-plain" href="${to("/")}">${say("notFound.home")}</a>`,
  );

/** Our mistake, or a flood of requests. Says nothing of the inside but the number of the request. */
export const errorPage = ({ say }: Page, status: number, requestId: string): PageContent => {
  const isFlood = status === 429;
  const ways = html`<a class="button" href="">${say("error.again")}</a>`;
  const number = html`<span class="hint">${say("error.number", { requestId })}</span>`;
  return isFlood
    ? refusal(say("error.busyTitle"), say("error.busyText"), ways)
    : refusal(say("error.title"), say("error.text"), html`${ways}${number}`);
};
