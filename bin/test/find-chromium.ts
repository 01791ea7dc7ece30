import { existsSync } from "node:fs";

/** A browser to test with, and the folders of what it brings itself where the machine lacks it. */
export interface Chromium {
  readonly program: string;
  readonly libraries?: string;
  /** Holds the settings of fontconfig. */
  readonly fonts?: string;
}

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser named by CHROMIUM, else the machine's own. */
export const findChromium = (): Chromium | undefined => {
  const chosen = process.env["CHROMIUM"];
  const program = chosen ?? usualPlaces.find((place) => existsSync(place));
  return program === undefined ? undefined : { program };
};
