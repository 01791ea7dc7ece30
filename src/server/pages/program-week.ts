import { Temporal } from "temporal-polyfill";
import { html, type Html } from "#server/pages/html.ts";
import { localeTag } from "#server/pages/language.ts";
import type { Page } from "#server/pages/page.ts";
import { phoneLink } from "#server/pages/phone.ts";
import type { Program } from "#server/pages/programs.ts";

type Offer = Program["offers"][number];
type Line = Offer["week"][number];

// A Monday: only the names of its days are taken.
const someMonday = Temporal.PlainDate.from("2026-01-05");

const daysOf = ({ locale }: Page, { weekdays }: Line): string =>
  weekdays
    .map((day) =>
      someMonday.add({ days: day - 1 }).toLocaleString(localeTag[locale], { weekday: "short" }),
    )
    .join(", ");

const timesOf = ({ locale }: Page, { startsAt, minutes }: Line): string => {
  const from = Temporal.PlainTime.from(startsAt);
  const say = (time: Temporal.PlainTime): string =>
    time.toLocaleString(localeTag[locale], { hour: "numeric", minute: "2-digit" });
  return `${say(from)} – ${say(from.add({ minutes }))}`;
};

/** Levels are the field's, so a reader of Spanish reads them in Spanish; in English the organization's own name stands. */
const levelOf = ({ say, locale }: Page, { code, name }: Offer["levels"][number]): string => {
  if (locale !== "es") return name;
  if (code === "php") return say("program.level.php");
  return code === "iop" ? say("program.level.iop") : say("program.level.outpatient");
};

const formatOf = ({ say }: Page, { format }: Line): string => {
  if (format === "group") return say("program.format.group");
  if (format === "multifamily") return say("program.format.multifamily");
  return say("program.format.individual");
};

const weekTable = (page: Page, { name, week }: Offer): Html => {
  const { say } = page;
  return week.length === 0
    ? html`<p class="hint">${say("program.weekNone")}</p>`
    : html`<table class="week">
        <caption>
          ${say("program.week")}<span class="unseen">: ${name}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">${say("program.weekWhen")}</th>
            <th scope="col">${say("program.weekWhat")}</th>
          </tr>
        </thead>
        <tbody>
          ${week.map(
            (line) =>
              html`<tr>
                <td>
                  ${daysOf(page, line)}<br /><span class="hours">${timesOf(page, line)}</span>
                </td>
                <td>
                  ${line.name}<br /><span class="hint"
                    >${formatOf(page, line)}${line.hasVideo && html`, ${say("program.byVideo")}`}</span
                  >
                </td>
              </tr>`,
          )}
        </tbody>
      </table>`;
};

const agesOf = ({ say }: Page, ages: string): string => {
  if (ages === "adults") return say("program.ages.adults");
  if (ages === "adolescents") return say("program.ages.adolescents");
  if (ages === "young-adults") return say("program.ages.young-adults");
  if (ages === "older-adults") return say("program.ages.older-adults");
  return say("program.ages.all");
};

// A dot ends a line and begins none.
const betweenFacts = "\u00A0· ";

/** For whom it is, at which levels of care, and where. */
const factsOf = (page: Page, { ages, levels, siteName }: Offer): string =>
  [
    page.say("program.ages", { ages: agesOf(page, ages) }),
    ...levels.map((level) => levelOf(page, level)),
    siteName,
  ].join(betweenFacts);

const offerCard = (page: Page, offer: Offer): Html =>
  html` <li class="card" id="${offer.slug}">
    <h3>${offer.name}</h3>
    ${offer.summary !== null && html`<p>${offer.summary}</p>`}
    <p class="meta"><span>${factsOf(page, offer)}</span></p>
    ${offer.phone !== null && html`<p>${phoneLink(offer.phone)}</p>`} ${weekTable(page, offer)}
  </li>`;

/** What is offered here, each with its week: the days, the hours, and whether one can come by video. Names nobody. */
export const offersPart = (page: Page, { offers }: Program): Html | false =>
  offers.length > 0 &&
  html` <section class="part">
    <h2>${page.say("program.offers")}</h2>
    <ul class="cards">
      ${offers.map((offer) => offerCard(page, offer))}
    </ul>
  </section>`;
