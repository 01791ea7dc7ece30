import { spokenPhone } from "#domain/basics/phone.ts";
import type { PageContent } from "#server/pages/frame.ts";
import { html, type Html } from "#server/pages/html.ts";
import { icon } from "#server/pages/icons.ts";
import type { Page } from "#server/pages/page.ts";
import { dial, textMessage } from "#server/pages/phone.ts";
import type { Program } from "#server/pages/programs.ts";

const act = (address: string, name: "phone" | "message", words: string, isFirst = true): Html =>
  html`<a class="${isFirst ? "button" : "button button-plain"}" href="${address}"
    >${icon(name)}${words}</a
  >`;

const card = (title: string, text: string, acts: readonly Html[], more?: string): Html =>
  html` <section class="card">
    <h2>${title}</h2>
    <p>${text}</p>
    <p class="row">${acts}</p>
    ${more !== undefined && html`<p class="hint">${more}</p>`}
  </section>`;

/** Words that open the Spanish queue by text message: AYUDA at 988, HOLA at 741741; in English any word does. */
const lifelineText = (page: Page): string =>
  page.locale === "es" ? textMessage("988", "AYUDA") : "sms:988";

interface Line {
  readonly name: string;
  readonly digits: string;
}

const linesOf = (programs: readonly Program[]): readonly Line[] =>
  programs.flatMap((program) => [
    ...(program.crisisPhone === null ? [] : [{ name: program.name, digits: program.crisisPhone }]),
    ...program.sites.flatMap((site) =>
      site.crisisPhone === null || site.crisisPhone === program.crisisPhone
        ? []
        : [{ name: `${program.name}, ${site.name}`, digits: site.crisisPhone }],
    ),
  ]);

const ownLines = ({ say }: Page, programs: readonly Program[] | undefined): Html => {
  const lines = linesOf(programs ?? []);
  const items = lines.map(
    ({ name, digits }) =>
      html`<li>
        <span>${name}</span
        ><a class="phone" href="${dial(digits)}">${icon("phone", "s")}${spokenPhone(digits)}</a>
      </li>`,
  );
  const none = programs === undefined ? say("help.linesLost") : say("help.linesNone");
  return html` <section class="card">
    <h2>${icon("ownLine")}${say("help.linesTitle")}</h2>
    ${
      lines.length > 0
        ? html`<p>${say("help.linesText")}</p>
            <ul class="lines">
              ${items}
            </ul>`
        : html`<p>${none}</p>`
    }
  </section>`;
};

const waiting = ({ say }: Page): Html =>
  html` <section class="card">
    <h2>${say("help.waitTitle")}</h2>
    <ul class="plain">
      ${[say("help.waitStay"), say("help.waitAway"), say("help.waitPlan")].map((one) => html`<li>${one}</li>`)}
    </ul>
  </section>`;

/** Who to call in a crisis. `programs` is undefined where they cannot be read: this page shows all the same. */
export const helpPage = (page: Page, programs: readonly Program[] | undefined): PageContent => {
  const { say } = page;
  return {
    title: say("help.title"),
    description: say("help.description"),
    here: "help",
    main: html` <div class="opening">
        <h1>${say("help.title")}</h1>
        <p class="lead">${say("help.lead")}</p>
      </div>
      <section class="card danger">
        <div>
          <h2>${icon("danger")}${say("help.dangerTitle")}</h2>
          <p>${say("help.dangerText")}</p>
        </div>
        ${act("tel:911", "phone", say("help.dangerAct"))}
      </section>
      <div class="columns">
        <div>
          ${card(say("help.lifelineTitle"), say("help.lifelineText"), [act("tel:988", "phone", say("help.lifelineCall")), act(lifelineText(page), "message", say("help.lifelineText988"), false)], say("help.lifelineRelay"))}
          ${card(say("help.textTitle"), say("help.textText"), [act(textMessage("741741", say("crisis.textWord")), "message", say("help.textAct"))])}
          ${card(say("help.samhsaTitle"), say("help.samhsaText"), [act("tel:+18006624357", "phone", say("help.samhsaAct"), false)])}
        </div>
        <div>${ownLines(page, programs)}${waiting(page)}</div>
      </div>`,
  };
};
