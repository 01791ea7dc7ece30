import type { Locator, Page } from "@playwright/test";

const mostSteps = 60;

/** Goes on with Tab until the focus is there, as somebody without a mouse does. */
export const tabTo = async (
  page: Page,
  goal: Locator,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> => {
  for (let step = 0; step < mostSteps; step++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach ${goal.toString()} within ${mostSteps} steps.`);
};
