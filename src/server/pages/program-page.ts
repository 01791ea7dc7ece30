import type { Locale } from "#domain/access/account.ts";
import { spokenPhone } from "#domain/basics/phone.ts";
import type { PageContent } from "#server/pages/frame.ts";
import { html, type Html } from "#server/pages/html.ts";
import { icon } from "#server/pages/icons.ts";
import { localeTag } from "#server/pages/language.ts";
import type { Page } from "#server/pages/page.ts";
import { dial, phoneLink } from "#server/pages/phone.ts";
import { offersPart } from "#server/pages/program-week.ts";
import type { Program, PublicSite } from "#server/pages/programs.ts";

/** `America/Denver` as people there say it: Mountain Time, hora de las Montañas Rocosas. */
export const zoneName = (zone: string, locale: Locale): string => {
  const format = new Intl.DateTimeFormat(localeTag[locale], {
    timeZone: zone,
    timeZoneName: "longGeneric",
  });
  return format.formatToParts(0).find((part) => part.type === "timeZoneName")?.value ?? zone;
};

const siteCard = ({ say, locale }: Page, site: PublicSite): Html =>
  html` <li class="card">
    <h3>${site.name}</h3>
    <address>
      ${icon("place", "s")}<span
        >${site.street}${site.unit !== null && html`, ${site.unit}`}<br />${site.city},
        ${site.state} ${site.postalCode}</span
      >
    </address>
    ${site.phone !== null && html`<p><span class="unseen">${say("program.phone")}: </span>${phoneLink(site.phone)}</p>`}
    ${site.crisisPhone !== null && html`<p class="hint labelled">${say("program.crisisLine")} ${phoneLink(site.crisisPhone)}</p>`}
    <p class="meta">
      ${icon("clock", "s")}<span
        >${say("program.zone", { zone: zoneName(site.zone, locale) })}</span
      >
    </p>
  </li>`;

const sites = (page: Page, { sites: list }: Program): Html =>
  html` <section class="part">
    <h2>${page.say("program.sites")}</h2>
    ${
      list.length === 0
        ? html`<p class="card">${page.say("program.noSites")}</p>`
        : html`<ul class="cards">
            ${list.map((site) => siteCard(page, site))}
          </ul>`
    }
  </section>`;

const whatNext = ({ say }: Page, program: Program): Html => {
  const acts = [
    program.phone === null ? say("program.nextCallNoPhone") : say("program.nextCall"),
    say("program.nextReady"),
  ];
  const questions = [
    say("program.askStart"),
    say("program.askCost"),
    say("program.askWho"),
    say("program.askVideo"),
  ];
  return html` <section class="part">
    <h2>${say("program.nextTitle")}</h2>
    <ol class="acts">
      ${acts.map((one) => html`<li>${one}</li>`)}
    </ol>
    <h3>${say("program.nextAskTitle")}</h3>
    <ul class="plain">
      ${questions.map((one) => html`<li>${one}</li>`)}
    </ul>
  </section>`;
};

const crisisCard = ({ say }: Page, digits: string): Html =>
  html` <section class="card own-line">
    <h2>${icon("ownLine")}${say("program.crisisLine")}</h2>
    <p>${say("program.crisisLineText")}</p>
    <p>
      <a class="button button-plain" href="${dial(digits)}"
        >${icon("phone")}${say("program.call", { phone: spokenPhone(digits) })}</a
      >
    </p>
  </section>`;

/** One program: where it is, its numbers, and what to do next. */
export const programPage = (page: Page, program: Program): PageContent => {
  const { say } = page;
  return {
    title: program.name,
    description: say("program.description", { name: program.name }),
    here: "programs",
    main: html` <p class="back"><a href="${page.to("/programs")}">${say("program.all")}</a></p>
      <div class="opening">
        <h1>${program.name}</h1>
        ${
          program.phone !== null &&
          html`<p>
              <a class="button" href="${dial(program.phone)}"
                >${icon("phone")}${say("program.call", { phone: spokenPhone(program.phone) })}</a
              >
            </p>
            <p class="hint">${say("program.unanswered")}</p>`
        }
      </div>
      <div class="aside">
        <div>${offersPart(page, program)}${sites(page, program)}</div>
        <div>
          ${whatNext(page, program)}${program.crisisPhone !== null && crisisCard(page, program.crisisPhone)}
        </div>
      </div>`,
  };
};
