import { accessSync, constants, existsSync, mkdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { BootstrapError } from "./bootstrap-error.mjs";
import { runtimeFolder } from "./paths.mjs";
import { runScript } from "./run-script.mjs";

/** Asked to stop, npm would tidy up for long; half an install is recognised and done again anyway. */
const patienceMilliseconds = 500;

/**
 * Runs the machine's npm under the given Node. Throws when it fails; what it said has been shown.
 *
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} folder
 */
export const runNpm = async (node, args, folder) => {
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const script = ["--no-deprecation", npmProgram(), ...args, ...quiet];
  const result = await runScript(node, script, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: cacheSetting(),
    patienceMilliseconds,
  });
  if (result.wasStopped) throw new BootstrapError("Stopped while packages were being fetched.");
  if (result.code !== 0) {
    throw new BootstrapError(
      `npm ${args[0]} did not succeed (exit code ${result.code}). ` +
        "If it could not reach the package registry, run the command again once it can.",
    );
  }
};

/**
 * Where the home folder cannot be written, npm keeps its cache beside the project.
 *
 * @returns {Record<string, string>}
 */
const cacheSetting = () => {
  const chosen = process.env["npm_config_cache"] ?? path.join(homedir(), ".npm");
  return canWrite(chosen) ? {} : { npm_config_cache: path.join(runtimeFolder, "npm-cache") };
};

/** @param {string} folder */
const canWrite = (folder) => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const npmProgram = () => {
  const besideNode = path.join(
    path.dirname(process.execPath),
    "../lib/node_modules/npm/bin/npm-cli.js",
  );
  const found = [process.env["npm_execpath"], besideNode, onSearchPath()].find(isNpm);
  if (found === undefined) {
    throw new BootstrapError(
      "npm was not found. Install the npm that belongs to this machine's Node.",
    );
  }
  return found;
};

/** Another package manager also sets npm_execpath; its program is not npm. @param {string | undefined} file */
const isNpm = (file) =>
  file !== undefined && path.basename(file) === "npm-cli.js" && existsSync(file);

/** The program behind the `npm` that a shell would run. @returns {string | undefined} */
const onSearchPath = () => {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const link = folders.map((folder) => path.join(folder, "npm")).find((file) => existsSync(file));
  return link === undefined ? undefined : realpathSync(link);
};
