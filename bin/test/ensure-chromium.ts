import { say } from "../bootstrap/progress.mjs";
import { canInstallPackages, installPackages } from "./apt-packages.ts";
import { fetchedChromium } from "./fetched-chromium.ts";
import { findChromium, type Chromium } from "./find-chromium.ts";

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
