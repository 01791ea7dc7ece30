import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * One file as the file system tells it, without reading it.
 *
 * @typedef {object} SourceFile
 * @property {string} name
 * @property {number} bytes
 * @property {number} changedAt
 */

/**
 * The files below the given files and folders, tests left out, in a fixed order.
 *
 * @param {string} base
 * @param {readonly string[]} places
 * @returns {SourceFile[]}
 */
export const listSources = (base, places) =>
  places
    .flatMap((place) => below(base, place))
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(base, name));
      return { name, bytes: size, changedAt: mtimeMs };
    });

/**
 * A fingerprint of names and contents.
 *
 * @param {string} base
 * @param {readonly SourceFile[]} files
 */
export const contentDigest = (base, files) => {
  const hash = createHash("sha256");
  for (const { name } of files) {
    const content = readFileSync(path.join(base, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
};

/** @param {string} base @param {string} place @returns {string[]} */
const below = (base, place) => {
  const found = statSync(path.join(base, place), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [place];
  const names = readdirSync(path.join(base, place)).toSorted();
  return names.flatMap((name) => below(base, `${place}/${name}`));
};
