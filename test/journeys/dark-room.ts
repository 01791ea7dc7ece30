import type { Locator, Page } from "@playwright/test";
import { readSessionRoom } from "#domain/charting/session-room.api.ts";
import { minutesIn, setClock, type Evening } from "./evening.ts";
import { ask, expect } from "./journey.ts";

export const tablet = { viewport: { width: 1180, height: 820 }, hasTouch: true };

export const rowAt = (page: Page, at: number): Locator =>
  page.getByRole("rowgroup").getByRole("row").nth(at);
export const arriveAt = (page: Page, at: number): Locator =>
  rowAt(page, at).getByRole("button", { name: /^(Arrive|Was here)/ });
export const topicOf = (page: Page): Locator => page.getByRole("textbox", { name: "Topic" });
/** On a tablet roster and shared note are two halves. */
export const turnTo = async (page: Page, half: RegExp): Promise<void> => {
  const tab = page.getByRole("tab", { name: half });
  if (await tab.isVisible()) await tab.click();
};
/** A tap on the name, not into the line. */
export const choose = (page: Page, at: number): Promise<void> =>
  rowAt(page, at)
    .getByText(/^Week \d+ · /)
    .click();
export const isThere = (page: Page): Promise<void> =>
  expect(page.getByRole("grid", { name: "Roster" })).toBeVisible();
/** The strip says so only when the store of the browser has written it: the plug may be pulled at once. */
export const isKept = (page: Page, words: RegExp): Promise<void> =>
  expect(page.getByText(words).first()).toBeVisible();

export const addressOf = (evening: Evening): string => `/staff/sessions/${evening.sessionId}`;

export const enter = async (page: Page, evening: Evening, minutes: number): Promise<void> => {
  await setClock(page, minutesIn(evening, minutes));
  await page.goto(addressOf(evening));
  await isThere(page);
};

/** Everything the room needs is on the device: its code in the cache, its last answer in the vault. */
export const isReadyToGoDark = async (page: Page): Promise<void> => {
  const kept = () =>
    page.evaluate(async () => {
      let files = 0;
      for (const key of await caches.keys())
        files += (await (await caches.open(key)).keys()).length;
      return files;
    });
  let before = 0;
  const isDone = async (): Promise<boolean> => {
    const now = await kept();
    const isSame = now === before && now > 50;
    before = now;
    return isSame;
  };
  await expect.poll(isDone, { intervals: [1_500], timeout: 40_000 }).toBe(true);
};

/** The plug is pulled on the page itself: it is gone without a word, and another is opened in its place. */
export const openAgain = async (page: Page, evening: Evening, minutes: number): Promise<Page> => {
  const network = page.context();
  await page.close({ runBeforeUnload: false });
  const next = await network.newPage();
  await enter(next, evening, minutes);
  return next;
};

export const roomOf = (page: Page, evening: Evening) =>
  ask(page, readSessionRoom, { sessionId: evening.sessionId });

/** The server does it and nobody hears that it did. */
export const loseFirstAnswer = async (page: Page, address: string): Promise<() => number> => {
  let lost = 0;
  await page.context().route(address, async (route) => {
    if (lost > 0) return route.continue();
    const answer = await route.fetch();
    if (!answer.ok()) return route.fulfill({ response: answer });
    lost += 1;
    await route.abort("connectionreset");
  });
  return () => lost;
};
