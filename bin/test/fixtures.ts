import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "../bootstrap/paths.mjs";
import { lacking } from "./lacking.ts";
import type { Outcome } from "./outcome.ts";

/**
 * Tells all tests where the files made by others are (STEPWELL_FIXTURES). Gives what to count when the
 * folder is not there, and nothing when it is.
 */
export const announceFixtures = (): Outcome | undefined => {
  const folder = process.env["STEPWELL_FIXTURES"] ?? path.join(root, "../shared/fixtures");
  if (!existsSync(folder)) return lacking(`the folder of fixtures is missing: ${folder}`);
  process.env["STEPWELL_FIXTURES"] = folder;
  return undefined;
};
