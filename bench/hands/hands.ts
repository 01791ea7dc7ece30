import { chromium, type Browser } from "@playwright/test";
import { Hands } from "#test/support/hands.ts";
import { findChromium } from "../../bin/test/find-chromium.ts";
import type { Benchmark, Case, Contender, OpenBenchmark } from "../frame/benchmark.ts";
import { Stage } from "../frame/stage.ts";
import { makeBenchFolder, removeBenchFolder } from "../ground/bench-folder.ts";
import { startProductServer } from "../ground/product-server.ts";
import { ceilings } from "./ceilings.ts";
import { works, type Work } from "./works.ts";

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Does a work once, in a browser of its own. */
export const doWork = async (browser: Browser, origin: string, work: Work): Promise<Hands> => {
  await work.prepare?.(origin);
  const context = await browser.newContext({
    baseURL: origin,
    locale: "en-US",
    timezoneId: "America/Denver",
    serviceWorkers: "block",
    ...(work.onPhone === true ? phone : desk),
  });
  try {
    const page = await context.newPage();
    const hands = new Hands(page);
    await work.run({ page, hands, origin });
    return hands;
  } finally {
    await context.close();
  }
};

const cases: readonly Case[] = works.flatMap(({ name, ceiling }): Case[] => [
  { name, unit: "actions", targets: [{ atMost: ceilings[ceiling] }] },
  { name: `${name}: besides`, unit: "letters" },
]);

const open = async (stage: Stage): Promise<OpenBenchmark> => {
  const folder = makeBenchFolder();
  stage.onClose(() => removeBenchFolder(folder));
  const product = await startProductServer({ dataDir: folder, isDemo: true });
  stage.onClose(() => product.stop());
  const program = findChromium()?.program;
  const browser = await chromium.launch(program === undefined ? {} : { executablePath: program });
  stage.onClose(() => browser.close());
  const counted = new Map<string, Promise<Hands>>();
  // A work is done once for both of its counts.
  const countOf = (work: Work): Promise<Hands> => {
    const known = counted.get(work.name);
    const count = known ?? doWork(browser, `http://127.0.0.1:${product.port}`, work);
    counted.set(work.name, count);
    return count;
  };
  const subject: Contender = {
    name: "Stepwell",
    role: "subject",
    measure: async (one) => {
      const work = works.find(({ name }) => one.name.startsWith(name));
      if (work === undefined) return null;
      const { actions, letters } = await countOf(work);
      const value = one.name === work.name ? actions : letters;
      return { value, failures: 0, figures: {} };
    },
  };
  return {
    cases,
    contenders: [subject],
    notes: [
      "from the sign-in to the end; taps, keys that choose or confirm, and ways to a field; a list is opened and chosen from: two",
    ],
    close: () => stage.close(),
  };
};

export const hands: Benchmark = {
  name: "hands",
  summary: "how often somebody presses, taps or chooses until a work of theirs is done",
  mostRounds: 1,
  open: () => Stage.fill(open),
};
