import { existsSync } from "node:fs";
import { say } from "../bootstrap/progress.mjs";
import { canInstallPackages, installPackages } from "./apt-packages.ts";
import { fetchedChromium } from "./fetched-chromium.ts";

/** A browser to test with, and the folder of libraries it brings where the machine lacks them. */
export interface Chromium {
  readonly program: string;
  readonly libraries?: string;
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

/**
 * A browser to test with: the machine's, else Debian's where root may install it, else the one that
 * comes as an npm package. Throws one sentence when there is none for this machine.
 */
export const ensureChromium = async (): Promise<Chromium> => {
  const found = findChromium();
  if (found !== undefined) return found;
  if (canInstallPackages()) {
    say("Installing Chromium from Debian");
    installPackages(["chromium", "fonts-liberation"]);
  }
  return findChromium() ?? (await fetchedChromium());
};
