import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { BootstrapError } from "./bootstrap-error.mjs";
import { runNpm } from "./npm.mjs";
import { root } from "./paths.mjs";
import { during } from "./progress.mjs";

/**
 * @typedef {object} LockedPackage
 * @property {string} version
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 *
 * @typedef {Record<string, LockedPackage>} LockedPackages
 *
 * @typedef {{ platform: string, arch: string }} Machine
 */

const wantedFile = path.join(root, "package-lock.json");

/** npm writes this list when an install has come to its end, and only then. */
const installedFile = path.join(root, "node_modules", ".package-lock.json");

/** Whether what package-lock.json asks for is installed, by whichever npm command. */
export const packagesAreInstalled = () => missingPackages().length === 0;

/**
 * Installs exactly what package-lock.json says. No package runs a script of its own: none needs one, for the
 * launcher of PostgreSQL sets its links itself.
 *
 * @param {string} node
 */
export const installPackages = async (node) => {
  // Its list goes first: clearing that is cut off must not leave a folder that counts as installed.
  rmSync(installedFile, { force: true });
  rmSync(path.dirname(installedFile), {
    recursive: true,
    force: true,
    maxRetries: 10,
    retryDelay: 200,
  });
  await during("Installing packages", () => runNpm(node, ["ci", "--ignore-scripts"], root));
  const [missing] = missingPackages();
  if (missing !== undefined) {
    throw new BootstrapError(`npm ci ended without an error but left out ${missing}.`);
  }
};

const missingPackages = () => {
  const wanted = readPackages(wantedFile);
  if (wanted === undefined) throw new BootstrapError(`${wantedFile} cannot be read.`);
  const installed = readPackages(installedFile) ?? {};
  return differences(wanted, installed, { platform: process.platform, arch: process.arch });
};

/**
 * The packages that a machine needs and has not, or has in another version.
 *
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @param {Machine} machine
 * @returns {string[]}
 */
export const differences = (wanted, installed, machine) =>
  Object.entries(wanted).flatMap(([place, entry]) => {
    if (place === "" || !isNeeded(entry, machine)) return [];
    const found = installed[place];
    const isSame = found?.version === entry.version && found.integrity === entry.integrity;
    return isSame ? [] : [place];
  });

/**
 * Optional packages are needed when made for this very kind of machine. Which C library it has npm
 * knows and we do not, so those bound to one are left to npm.
 *
 * @param {LockedPackage} entry
 * @param {Machine} machine
 */
const isNeeded = (entry, machine) => {
  if (!entry.optional) return true;
  if (entry.libc !== undefined) return false;
  return Boolean(entry.os?.includes(machine.platform) && entry.cpu?.includes(machine.arch));
};

/** @param {string} file @returns {LockedPackages | undefined} */
const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
};
