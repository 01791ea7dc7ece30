import type { Page } from "@playwright/test";

/** As a tired tablet: four times slower than this machine, the measure of Lighthouse for a phone of the middle class. */
const slowdown = 4;
/** As fast as somebody writes who writes fast. */
const betweenKeysMs = 90;

// Runs in the page. From the moment the browser had the key to the moment after the frame that shows what it did.
const observe = `
  window.keys = [];
  addEventListener("keydown", (event) => {
    const pressed = event.timeStamp;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.keys.push(performance.now() - pressed);
      channel.port2.postMessage(null);
    });
  }, true);
`;

export const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
};

/** Presses keys one after the other and answers for each the milliseconds until it was seen, sorted. */
export const keyToPaint = async (page: Page, keys: readonly string[]): Promise<number[]> => {
  await page.evaluate(`if (!window.keys) { ${observe} } window.keys.length = 0;`);
  for (const key of keys) await page.keyboard.press(key, { delay: betweenKeysMs });
  await page.waitForTimeout(3 * betweenKeysMs);
  const times: number[] = await page.evaluate("window.keys");
  if (times.length < keys.length)
    throw new Error(`${times.length} of ${keys.length} keys were seen`);
  return times.toSorted((one, other) => one - other);
};
