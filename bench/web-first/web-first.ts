import path from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { findChromium } from "../../bin/test/find-chromium.ts";
import type { Benchmark, Case, Contender, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { startProductReader } from "../api-read/read-servers.ts";
import { makeBenchFolder, removeBenchFolder } from "../ground/bench-folder.ts";
import { layGround } from "../ground/ground.ts";
import { buildFloor, serveFloor } from "./floor.ts";
import { loadPage, profiles, type PageLoad, type Profile } from "./page-load.ts";
import { kilobytesOf, pages, scriptsOf, type Coding, type Page } from "./sizes.ts";

const root = path.resolve(import.meta.dirname, "../..");
const apps = [
  { app: "staff", address: "/staff/sign-in", shown: "input[type=password]" },
  { app: "patient", address: "/my/sign-in", shown: "input[type=email]" },
  { app: "public", address: "/", shown: "h1" },
] as const;
type App = (typeof apps)[number];

/** Of each page; a door is where one signs in. */
const budgetsKb: Readonly<Record<Page, number>> = {
  staff: 160,
  "staff-door": 110,
  patient: 110,
  "patient-door": 110,
  public: 30,
};

interface SizeCase extends Case {
  readonly page: Page;
  readonly coding: Coding;
}
const sizeCases: readonly SizeCase[] = pages.flatMap((page): SizeCase[] => [
  {
    name: `${page}, gzip`,
    page,
    coding: "gzip",
    unit: "kB",
    targets: [{ atMost: budgetsKb[page] }],
  },
  { name: `${page}, brotli`, page, coding: "brotli", unit: "kB" },
]);

interface LoadCase extends Case {
  readonly app: App;
  readonly profile: Profile;
  readonly figure: keyof PageLoad;
}

// The first figure of a page loads it; the others are read off the same load.
const loadCases: readonly LoadCase[] = apps.flatMap((app) =>
  profiles.flatMap((profile): LoadCase[] => {
    const name = `${app.app} ${app.address}, ${profile.name}`;
    const largest = [{ atMost: 1800 }, { ratioAtMost: 1.5 }];
    return [
      { name: `${name}: LCP`, app, profile, figure: "lcpMs", unit: "ms", targets: largest },
      {
        name: `${name}: blocked`,
        app,
        profile,
        figure: "blockedMs",
        unit: "ms",
        targets: [{ atMost: 50 }],
      },
      { name: `${name}: scripts`, app, profile, figure: "scriptKb", unit: "kB" },
    ];
  }),
);

/** Where the pages of a contender are, and what shows that one can be used. */
interface Site {
  urlOf(app: App): string;
  shownOf(app: App): string;
  scriptsOf(page: Page): readonly string[];
}

const contenderOf = (
  name: string,
  role: Contender["role"],
  site: Site,
  browser: Browser | undefined,
): Contender => {
  let latest: PageLoad | undefined;
  return {
    name,
    role,
    measure: async (one) => {
      const size = sizeCases.find((known) => known.name === one.name);
      if (size !== undefined) {
        const value = kilobytesOf(site.scriptsOf(size.page), size.coding);
        return { value, failures: 0, figures: {} };
      }
      const wanted = loadCases.find((known) => known.name === one.name);
      if (wanted === undefined || browser === undefined) return null;
      const { app, profile, figure } = wanted;
      if (figure === "lcpMs")
        latest = await loadPage(browser, site.urlOf(app), profile, site.shownOf(app));
      return latest === undefined ? null : { value: latest[figure], failures: 0, figures: {} };
    },
  };
};

const openBrowser = async (stage: Stage): Promise<Browser | undefined> => {
  const program = findChromium()?.program;
  if (program === undefined) return undefined;
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  stage.onClose(() => browser.close());
  return browser;
};

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const folder = makeBenchFolder();
  stage.onClose(() => removeBenchFolder(folder));
  const floor = await buildFloor(folder);
  const floorOrigin = await serveFloor(stage, floor);
  const browser = await openBrowser(stage);
  const product = await startProductReader(stage, await layGround(stage));
  const scripts = scriptsOf(root);
  const own = {
    urlOf: (app: App) => `http://127.0.0.1:${product.port}${app.address}`,
    scriptsOf: (page: Page) => scripts[page],
    shownOf: (app: App) => app.shown,
  };
  const least = {
    urlOf: () => `${floorOrigin}/`,
    scriptsOf: () => [floor],
    shownOf: () => "input[type=password]",
  };
  return {
    cases: browser === undefined ? sizeCases : [...sizeCases, ...loadCases],
    contenders: [
      contenderOf("Stepwell", "subject", own, browser),
      contenderOf("React and one form", "ceiling", least, browser),
    ],
    notes: [
      browser === undefined
        ? "No Chromium is at hand, so only sizes were measured; CHROMIUM names one"
        : `Chromium ${browser.version()}; phone: 4 times slower CPU, slow 4G`,
    ],
    close: () => stage.close(),
  };
};

export const webFirst: Benchmark = {
  name: "web.first",
  summary:
    "scripts before the first usable screen of each app, and how soon its sign-in is there, against React with one form",
  open: () => Stage.fill(open),
};
