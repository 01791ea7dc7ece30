import type { PageContent } from "#server/pages/frame.ts";
import { html, type Html } from "#server/pages/html.ts";
import { icon } from "#server/pages/icons.ts";
import type { Page } from "#server/pages/page.ts";
import { phoneLink } from "#server/pages/phone.ts";
import type { Program } from "#server/pages/programs.ts";

const placesOf = (program: Program): string =>
  [...new Set(program.sites.map((site) => `${site.city}, ${site.state}`))].join(" · ");

const listing = ({ say, to }: Page, program: Program): Html => {
  const places = placesOf(program);
  return html` <li class="card program">
    <div>
      <h2><a href="${to(`/programs/${program.slug}`)}">${program.name}</a></h2>
      ${
        places !== "" &&
        html`<p class="meta">
          ${icon("place", "s")}<span
            ><span class="unseen">${say("programs.places")}: </span>${places}</span
          >
        </p>`
      }
    </div>
    <div class="program-calls">
      ${program.phone !== null && html`<p>${phoneLink(program.phone)}</p>`}
      ${program.crisisPhone !== null && html`<p class="hint labelled">${say("program.crisisLine")} ${phoneLink(program.crisisPhone)}</p>`}
    </div>
    <span class="go" aria-hidden="true">${icon("forward")}</span>
  </li>`;
};

/** The programs that want to be found, by name. */
export const programsPage = (page: Page, programs: readonly Program[]): PageContent => {
  const { say } = page;
  const count =
    programs.length === 1
      ? say("programs.countOne")
      : say("programs.count", { count: programs.length });
  return {
    title: say("programs.title"),
    description: say("programs.description"),
    here: "programs",
    main: html` <div class="opening">
        <h1>${say("programs.title")}</h1>
        <p class="lead">${say("programs.lead")}</p>
      </div>
      ${
        programs.length === 0
          ? html`<p class="card">${say("programs.none")}</p>`
          : html`<p class="count">${count}</p>
              <ul class="list">
                ${programs.map((program) => listing(page, program))}
              </ul>`
      }`,
  };
};
