import type { PageContent } from "#server/pages/frame.ts";
import { html, type Html } from "#server/pages/html.ts";
import { icon, type IconName } from "#server/pages/icons.ts";
import type { Page } from "#server/pages/page.ts";

const door = (address: string, name: IconName, title: string, text: string): Html =>
  html` <li>
    <a class="door" href="${address}">
      <span class="door-icon">${icon(name, "l")}</span>
      <span class="door-words"><strong>${title}</strong><span>${text}</span></span>
      ${icon("forward")}
    </a>
  </li>`;

const doors = ({ say, to }: Page): Html =>
  html` <nav aria-label="${say("home.doors")}">
    <ul class="doors">
      ${door(to("/programs"), "search", say("home.looking"), say("home.lookingText"))}
      ${door("/my", "patient", say("home.patient"), say("home.patientText"))}
      ${door("/staff", "staff", say("home.staff"), say("home.staffText"))}
    </ul>
  </nav>`;

/** Hours a week of the levels of care by The ASAM Criteria, 3rd edition (2.1: 9 to 19, adolescents 6 to 19; 2.5: 20 and more). */
const steps = ({ say }: Page): Html => {
  const levels = [
    [say("home.stepHospital"), say("home.stepHospitalHours")],
    [say("home.stepPartial"), say("home.stepPartialHours")],
    [say("home.stepIntensive"), say("home.stepIntensiveHours")],
    [say("home.stepWeekly"), say("home.stepWeeklyHours")],
  ];
  const items = levels.map(
    ([name, hours], index) =>
      html`<li class="${index === 2 ? "step step-here" : "step"}">
        <strong>${name}</strong><span>${hours}</span>
      </li>`,
  );
  return html` <section class="part">
    <h2>${say("home.stepsTitle")}</h2>
    <p class="under">${say("home.stepsText")}</p>
    <ol class="steps">
      ${items}
    </ol>
  </section>`;
};

const week = ({ say }: Page): Html => {
  const parts = [
    [say("home.weekGroup"), say("home.weekGroupText")],
    [say("home.weekOne"), say("home.weekOneText")],
    [say("home.weekFamily"), say("home.weekFamilyText")],
    [say("home.weekMore"), say("home.weekMoreText")],
  ];
  return html` <section class="part">
    <h2>${say("home.weekTitle")}</h2>
    <dl class="facts">
      ${parts.map(
        ([name, text]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
};

const begin = ({ say, to }: Page): Html => {
  const acts = [
    [say("home.beginCall"), say("home.beginCallText")],
    [say("home.beginTalk"), say("home.beginTalkText")],
    [say("home.beginStart"), say("home.beginStartText")],
  ];
  return html` <section class="part">
    <h2>${say("home.beginTitle")}</h2>
    <ol class="acts">
      ${acts.map(([name, text]) => html`<li><strong>${name}</strong> ${text}</li>`)}
    </ol>
    <p><a class="button" href="${to("/programs")}">${say("home.seePrograms")}</a></p>
  </section>`;
};

/** The front page: what this is, and three doors. */
export const homePage = (page: Page): PageContent => {
  const { say } = page;
  return {
    title: say("home.title"),
    description: say("home.description"),
    main: html` <div class="opening">
        <h1>${say("home.title")}</h1>
        <p class="lead">${say("home.lead")}</p>
      </div>
      ${doors(page)} ${steps(page)}
      <div class="halves">${week(page)}${begin(page)}</div>`,
  };
};
