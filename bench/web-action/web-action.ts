import { randomUUID } from "node:crypto";
import { chromium, type Browser, type Page } from "@playwright/test";
import { z } from "zod";
import { demoPassword } from "#demo/sign-ins.ts";
import { findChromium } from "../../bin/test/find-chromium.ts";
import type { Benchmark, Case, Contender, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { percentile } from "../frame/statistics.ts";
import { makeBenchFolder, removeBenchFolder } from "../ground/bench-folder.ts";
import { startProductServer } from "../ground/product-server.ts";
import { keyToPaint, slowDown } from "./key-to-paint.ts";

interface ScreenCase extends Case {
  readonly keys: readonly string[];
  /** Opens the screen and puts the focus where the keys belong. */
  readonly show: (page: Page) => Promise<void>;
}

const sentence = Array.from("rated craving seven then three after the wave exercise").map(
  (letter) => (letter === " " ? "Space" : letter),
);
const upAndDown = Array.from({ length: 24 }, (_, at) => (at % 8 < 5 ? "ArrowDown" : "ArrowUp"));

const dayMs = 86_400_000;
const sessionsRead = z.object({
  rows: z.array(z.object({ id: z.string(), startsAt: z.string(), expectedCount: z.number() })),
});

/** The group of twelve that began last: the demo always has one that runs or has just run. */
const openRoom = async (page: Page): Promise<void> => {
  const now = Date.now();
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const answer = await page.request.get(`/api/sessions?from=${day(now - dayMs)}&to=${day(now)}`);
  const { rows } = sessionsRead.parse(await answer.json());
  const begun = rows.filter(
    ({ startsAt, expectedCount }) => Date.parse(startsAt) <= now && expectedCount >= 10,
  );
  const last = begun.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)).at(-1);
  if (last === undefined) throw new Error("the demo has no group of today or yesterday");
  await page.goto(`/staff/sessions/${last.id}`);
  await page.getByRole("rowgroup").getByRole("row").nth(5).waitFor();
};

const typing = [{ atMost: 50 }];
const acting = [{ atMost: 100 }];

const cases: readonly ScreenCase[] = [
  {
    name: "writing in the room, twelve rows: p95",
    unit: "ms",
    targets: typing,
    keys: sentence,
    show: async (page) => {
      await openRoom(page);
      await page.getByRole("region", { name: "Shared note" }).getByLabel("What we did").click();
    },
  },
  {
    name: "row by row in the room: p95",
    unit: "ms",
    targets: acting,
    keys: upAndDown,
    show: async (page) => {
      await openRoom(page);
      await page.getByRole("rowgroup").getByRole("row").first().click();
    },
  },
  {
    name: "finding in the palette: p95",
    unit: "ms",
    targets: typing,
    keys: Array.from("thibodeaux"),
    show: async (page) => {
      await page.goto("/staff/hours");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("/");
      await page.getByRole("combobox", { name: "Find a screen, a record or an act" }).waitFor();
    },
  },
  {
    name: "from link to link in a chart: p95",
    unit: "ms",
    targets: acting,
    keys: Array.from({ length: 24 }, () => "Tab"),
    show: async (page) => {
      await page.goto("/staff/patients?q=Thibodeaux");
      await page
        .getByRole("link", { name: /Thibodeaux/ })
        .first()
        .click();
      await page.getByRole("heading", { level: 1, name: /Thibodeaux/ }).waitFor();
    },
  },
];

const floorPage = `<!doctype html><html lang="en"><title>Floor</title><textarea aria-label="Words" autofocus></textarea>`;

const contenderOf = (
  name: string,
  role: Contender["role"],
  open: (one: ScreenCase) => Promise<Page>,
): Contender => ({
  name,
  role,
  measure: async (asked) => {
    const one = cases.find((known) => known.name === asked.name);
    if (one === undefined) return null;
    const page = await open(one);
    try {
      await slowDown(page);
      const times = await keyToPaint(page, one.keys);
      const at = (share: number) => percentile(times, share) ?? 0;
      return {
        value: at(0.95),
        failures: 0,
        figures: { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) },
      };
    } finally {
      await page.context().close();
    }
  },
});

const signIn = async (browser: Browser, origin: string): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block",
  });
  const answer = await context.request.post("/api/session", {
    headers: { "idempotency-key": randomUUID() },
    data: { email: "desmond.okonjo@cedarbridge.example", password: demoPassword },
  });
  if (!answer.ok()) throw new Error(`nobody could sign in: ${answer.status()}`);
  return context.newPage();
};

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const folder = makeBenchFolder();
  stage.onClose(() => removeBenchFolder(folder));
  const product = await startProductServer({ dataDir: folder, isDemo: true });
  stage.onClose(() => product.stop());
  const program = findChromium()?.program;
  const browser = await chromium.launch(program === undefined ? {} : { executablePath: program });
  stage.onClose(() => browser.close());
  const origin = `http://127.0.0.1:${product.port}`;
  return {
    cases,
    contenders: [
      contenderOf("Stepwell", "subject", async (one) => {
        const page = await signIn(browser, origin);
        await one.show(page);
        return page;
      }),
      contenderOf("a bare field", "ceiling", async () => {
        const page = await browser.newPage();
        await page.setContent(floorPage);
        await page.getByLabel("Words").focus();
        return page;
      }),
    ],
    notes: [
      "the browser is slowed down four times; from the key to the frame after it, by the page's own clock",
    ],
    close: () => stage.close(),
  };
};

export const webAction: Benchmark = {
  name: "web.action",
  summary:
    "From a key to the frame that shows what it did, on a machine four times slower, against a bare field",
  open: () => Stage.fill(open),
};
