import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BootstrapError } from "./bootstrap-error.mjs";
import { root } from "./paths.mjs";
import { during } from "./progress.mjs";
import { runScript } from "./run-script.mjs";
import { contentDigest, listSources } from "./source-files.mjs";

/**
 * What the web app was built from.
 *
 * @typedef {object} BuildRecord
 * @property {string} digest
 * @property {import("./source-files.mjs").SourceFile[]} files
 */

/** All that goes into the web app; what is not there counts for nothing. */
const places = [
  "src/web",
  "src/domain",
  "bin/web-app",
  "vite.config.ts",
  "lingui.config.ts",
  "package.json",
  "package-lock.json",
];
const patienceMilliseconds = 1_000;
const built = path.join(root, "dist", "web");
const recordFile = path.join(root, "dist", "web-sources.json");

/**
 * Whether the built web app is that of the sources. Dates and sizes tell in most cases; where they
 * differ, as after a fresh checkout, the contents decide.
 */
export const webAppIsFresh = () => {
  const record = readRecord();
  if (record === undefined || !existsSync(built)) return false;
  const files = listSources(root, places);
  if (JSON.stringify(files) === JSON.stringify(record.files)) return true;
  if (contentDigest(root, files) !== record.digest) return false;
  writeRecord({ ...record, files });
  return true;
};

/**
 * Builds the web app beside the one in use and then changes places, so that a server that is running
 * and a build that is cut off do not meet.
 *
 * @param {string} node
 */
export const buildWebApp = async (node) => {
  const files = listSources(root, places);
  const digest = contentDigest(root, files);
  const [fresh, old] = [`${built}.unfinished`, `${built}.old`];
  rmSync(fresh, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
  await during("Building the web app", () => build(node, fresh));
  rmSync(recordFile, { force: true });
  if (existsSync(built)) renameSync(built, old);
  renameSync(fresh, built);
  rmSync(old, { recursive: true, force: true });
  writeRecord({ digest, files });
};

/** @param {string} node @param {string} target */
const build = async (node, target) => {
  const vite = path.join(root, "node_modules", "vite", "bin", "vite.js");
  const args = [vite, "build", "--outDir", target, "--emptyOutDir", "--logLevel", "warn"];
  const { code } = await runScript(node, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    patienceMilliseconds,
  });
  if (code !== 0)
    throw new BootstrapError("The web app could not be built; the reason stands above.");
};

/** @returns {BuildRecord | undefined} */
const readRecord = () => {
  try {
    return JSON.parse(readFileSync(recordFile, "utf8"));
  } catch {
    return undefined;
  }
};

/** @param {BuildRecord} record */
const writeRecord = (record) => {
  const draft = `${recordFile}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(record));
  renameSync(draft, recordFile);
};
