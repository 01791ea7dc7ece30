import type { Locator, Page } from "@playwright/test";
import axeCore, { type RunOptions } from "axe-core";
import { askPasswordReset } from "#domain/access/password.api.ts";
import { invitePerson, listPeople } from "#domain/access/people.api.ts";
import { listClaimFiles } from "#domain/billing/claims/claim-file.api.ts";
import { listClaims } from "#domain/billing/claims/claim.api.ts";
import { listNotes } from "#domain/charting/member-note.api.ts";
import { startImport } from "#domain/imports/import.api.ts";
import { readMyToday } from "#domain/measures/my-today.api.ts";
import { listMeasures } from "#domain/measures/measure.api.ts";
import { searchPatients } from "#domain/patients/patient.api.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { listContracts } from "#domain/payers/contract.api.ts";
import { listPrograms } from "#domain/programs/program.api.ts";
import { listSeries } from "#domain/scheduling/series.api.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { outsideRoutes } from "#web/app/staff/outside-routes.ts";
import { insideRoutes } from "#web/app/staff/staff-routes.ts";
import { myPaths } from "#web/platform/paths.ts";
import { ask, expect, linkInLetter, own, people, test } from "./journey.ts";

/** In the browser, once its source was run there. */
declare const axe: typeof axeCore;

const sizes = [
  { name: "desk", width: 1440, height: 900 },
  { name: "tablet", width: 900, height: 1100 },
  { name: "phone", width: 390, height: 844 },
] as const;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colourRules = {
  type: "rule" as const,
  values: ["color-contrast", "link-in-text-block"],
};

const patientIdOf = async (page: Page): Promise<string> =>
  (await ask(page, searchPatients, { q: "Ellsworth" })).rows[0]?.id ?? "";

const dayOf = (shift: number): string =>
  new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);

/** What stands in an address for each parameter of a route: a record of the demonstration. */
const records: Readonly<Record<string, (page: Page) => Promise<string | undefined>>> = {
  $siteId: async (page) => (await ask(page, listSites, {})).rows[0]?.id,
  $staffId: async (page) => (await ask(page, listStaff, { q: "Okonjo" })).rows[0]?.id,
  $patientId: patientIdOf,
  $requestId: async (page) =>
    (await ask(page, listMeasures, { patientId: await patientIdOf(page) })).rows[0]?.id,
  $noteId: async (page) =>
    (await ask(page, listNotes, { patientId: await patientIdOf(page) })).rows[0]?.id,
  $programId: async (page) => (await ask(page, listPrograms, {})).rows[0]?.id,
  $seriesId: async (page) => (await ask(page, listSeries, {})).rows[0]?.id,
  $sessionId: async (page) =>
    (await ask(page, listSessions, { from: dayOf(-1), to: dayOf(1) })).rows[0]?.id,
  $serviceDate: () => Promise.resolve(dayOf(-3)),
  $claimId: async (page) => (await ask(page, listClaims, {})).rows[0]?.id,
  $claimFileId: async (page) => (await ask(page, listClaimFiles, {})).rows[0]?.id,
  $contractId: async (page) => (await ask(page, listContracts, {})).rows[0]?.contract.id,
  $importId: async (page) =>
    (await ask(page, startImport, { kind: "fhir", source: "Another system" })).id,
  $affiliationId: async (page) => (await ask(page, listPeople, { q: "Okonjo" })).rows[0]?.id,
};

/** The address of a screen with real records in it. A screen that asks for something new must say here where it is found. */
const fill = async (page: Page, path: string): Promise<string> => {
  let address = path;
  for (const [parameter] of path.matchAll(/\$\w+/g)) {
    const id = await records[parameter]?.(page);
    expect(id, `${path}: where does a ${parameter} come from?`).toBeDefined();
    address = address.replace(parameter, String(id));
  }
  return address;
};

/** A letter's link for each screen that one is needed for. */
const letters: Readonly<Record<string, (page: Page) => Promise<string>>> = {
  "/staff/reset/$token": async (page) => {
    const email = "leopold.varga@cedarbridge.example";
    await ask(page, askPasswordReset, { email });
    return linkInLetter(page, email, /\/staff\/reset\//);
  },
  "/staff/invitation/$token": async (page) => {
    const email = `${own("guest").replace(" ", ".")}@cedarbridge.example`;
    await ask(page, invitePerson, { email, name: "Ilse Guest", roles: ["nurse"], staffId: null });
    return linkInLetter(page, email, /\/staff\/invitation\//);
  },
};

const settled = async (page: Page): Promise<void> => {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Loading" })).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
};

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What lies on top and makes the screen behind it wait. */
const layer = "[role=dialog], dialog[open]";

const faultsSeenByAxe = (page: Page, runOnly: RunOptions["runOnly"]): Promise<readonly string[]> =>
  page.evaluate(
    async ([only, top]) => {
      const { violations } = await axe.run(document.querySelector(top) ?? document, {
        runOnly: only,
        resultTypes: ["violations"],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
    },
    [runOnly, layer] as const,
  );

/** The whole page at once: otherwise what lies beneath the foot just then would count as covered. */
const unroll = async (page: Page, { width, height }: (typeof sizes)[number]): Promise<void> => {
  await page.setViewportSize({ width, height });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
};

/** Looks at what is open now, at every size and in both themes. */
const expectNothingInTheWay = async (page: Page): Promise<void> => {
  await page.evaluate(axeCore.source);
  for (const size of sizes) {
    await unroll(page, size);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    expect(await faultsSeenByAxe(page, rules), size.name).toEqual([]);
    expect(await sideways(page), `${size.name}: the page moves sideways`).toBe(0);
    // The dark theme changes colours and nothing else.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faultsSeenByAxe(page, colourRules), `${size.name}, dark`).toEqual([]);
  }
};

/** Spanish is longer: nothing of it may push a phone's page aside. */
const expectSpanishToFit = async (page: Page): Promise<void> => {
  await page.evaluate(() => localStorage.setItem("stepwell.language", "es"));
  await page.reload();
  await settled(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  expect(await sideways(page), "in Spanish the page moves sideways").toBe(0);
};

const looked = async (page: Page): Promise<void> => {
  await settled(page);
  await expectNothingInTheWay(page);
  await expectSpanishToFit(page);
};

for (const { path } of insideRoutes)
  test(`${path}: in nobody's way`, async ({ openBrowser }) => {
    const page = await openBrowser(people.director);
    await page.goto(await fill(page, path));
    await looked(page);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

for (const { path } of outsideRoutes)
  test(`${path}: in nobody's way`, async ({ openBrowser }) => {
    const letter = letters[path];
    const host = await openBrowser(letter ? people.administrator : null);
    const address = letter ? await letter(host) : path;
    const page = await openBrowser(null);
    await page.goto(address);
    await looked(page);
  });

const myPlainPaths = Object.values(myPaths).filter((path) => typeof path === "string");
for (const path of [...myPlainPaths, "/my/no/such/page"])
  test(`${path}: in nobody's way`, async ({ openBrowser }) => {
    const page = await openBrowser(path === myPaths.signIn ? null : people.member);
    await page.goto(path);
    await looked(page);
  });

/** Addresses of the patient app with a record in them, each with where one is found. */
const myRecordPaths: Readonly<Record<string, (page: Page) => Promise<string>>> = {
  checkIn: async (page) => {
    const { checkIns } = await ask(page, readMyToday, {});
    return myPaths.checkIn(checkIns[0]?.requestId ?? "");
  },
};

const myScreensOfRecords = Object.entries(myPaths).flatMap(([name, path]) =>
  typeof path === "string" ? [] : [name],
);
for (const name of myScreensOfRecords)
  test(`/my, ${name}: in nobody's way`, async ({ openBrowser }) => {
    const address = myRecordPaths[name];
    if (address === undefined) throw new Error(`${name}: where does its record come from?`);
    const page = await openBrowser(people.member);
    await page.goto(await address(page));
    await looked(page);
  });

interface Sight {
  readonly what: string;
  readonly at: string;
  readonly open?: (page: Page) => Promise<void>;
  /** What must stand there before it is looked at. */
  readonly shows: (page: Page) => Locator;
}

const dialog = (page: Page): Locator => page.locator(layer);

/** What is not an address: forms, questions and menus, and screens where something went wrong. */
const sights: readonly Sight[] = [
  {
    what: "an address that leads nowhere",
    at: "/staff/no/such/page",
    shows: (page) => page.getByText("Nothing here, or not yours to see."),
  },
  {
    what: "a letter's link that is over",
    at: "/staff/reset/gone",
    shows: (page) => page.getByRole("heading", { name: "This link is over" }),
  },
  { what: "the form for a site", at: "/staff/practice/sites?add=site", shows: dialog },
  { what: "the form for a colleague", at: "/staff/practice/staff?add=staff", shows: dialog },
  { what: "the form for an invitation", at: "/staff/people?add=person", shows: dialog },
  {
    what: "a form that was refused",
    at: "/staff/practice/sites?add=site",
    open: async (page) => {
      await expect(page.getByLabel("Street")).toBeVisible();
      await page.keyboard.press("Control+Enter");
    },
    shows: (page) => page.getByRole("alert"),
  },
  {
    what: "the form for a credential, its list open",
    at: "/staff/practice/staff/$staffId",
    open: async (page) => {
      await page.getByRole("button", { name: "Add credential" }).click();
      await page.getByRole("combobox", { name: "Credential" }).click();
    },
    shows: (page) => page.getByRole("option", { name: /^LCSW/ }),
  },
  {
    what: "the question before something is retired",
    at: "/staff/practice/staff/$staffId",
    open: (page) => page.getByRole("button", { name: "Retire", exact: true }).click(),
    shows: dialog,
  },
  {
    what: "a line of the audit trail",
    at: "/staff/audit",
    open: (page) => page.getByRole("table").getByRole("link").first().click(),
    shows: (page) => page.getByRole("button", { name: "Only by this colleague" }),
  },
  {
    what: "the palette",
    at: "/staff",
    open: (page) => page.keyboard.press("Control+k"),
    shows: (page) => page.getByRole("option").first(),
  },
  {
    what: "the keyboard map",
    at: "/staff",
    open: (page) => page.keyboard.press("?"),
    shows: dialog,
  },
  {
    what: "the menu behind one's name",
    at: "/staff",
    open: (page) => page.getByRole("button", { name: "Tobias Wrenfield" }).click(),
    shows: (page) => page.getByRole("menuitem", { name: "Sign out" }),
  },
];

for (const { what, at, open, shows } of sights)
  test(`${what}: in nobody's way`, async ({ openBrowser }) => {
    const page = await openBrowser(people.administrator);
    await page.goto(await fill(page, at));
    await settled(page);
    await open?.(page);
    await expect(shows(page)).toBeVisible();
    await expectNothingInTheWay(page);
  });
