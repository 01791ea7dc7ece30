import { spawn } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";
import { root, runtimeFolder } from "./paths.mjs";

/**
 * @typedef {object} ScriptOptions
 * @property {string} cwd
 * @property {import("node:child_process").StdioOptions} stdio
 * @property {number} patienceMilliseconds How long it may take to end when asked to, before it is killed.
 * @property {Readonly<Record<string, string>>} [env] Added to the environment of this process.
 */

const watchParent = new URL(`./watch-parent.mjs?parent=${process.pid}`, import.meta.url).href;

/**
 * Runs a script under the given Node to its end and gives its exit code. Ctrl-C, a request to end, a
 * closed terminal and a lost parent are passed on, so that nothing is left running. Should this
 * process be killed outright, the script notices by itself.
 *
 * @param {string} node
 * @param {readonly string[]} scriptAndArgs
 * @param {ScriptOptions} options
 * @returns {Promise<{ code: number, wasStopped: boolean }>}
 */
export const runScript = async (node, scriptAndArgs, options) => {
  const { cwd, stdio, patienceMilliseconds, env } = options;
  const child = spawn(node, ["--import", watchParent, ...scriptAndArgs], {
    cwd,
    stdio,
    env: { ...process.env, ...environmentFor(node), ...env },
  });
  let wasStopped = false;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    wasStopped = true;
    child.kill(signal === "SIGINT" ? "SIGINT" : "SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), patienceMilliseconds).unref();
  };
  const forget = onStopRequest(pass);
  try {
    return { code: await exitCode(child), wasStopped };
  } finally {
    forget();
  }
};

/**
 * What the script runs in turn has to find this Node, not the machine's older one. What Node works out
 * about our modules is kept, which makes later starts faster.
 *
 * @param {string} node
 */
const environmentFor = (node) => ({
  PATH: [path.dirname(node), path.join(root, "node_modules", ".bin"), process.env["PATH"]]
    .filter(Boolean)
    .join(path.delimiter),
  NODE_COMPILE_CACHE:
    process.env["NODE_COMPILE_CACHE"] ?? path.join(runtimeFolder, "compile-cache"),
});

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>}
 */
const exitCode = (child) =>
  new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });

/**
 * Calls `stop` when this process is asked to end, or has lost the one that started it (npm puts a shell
 * in between, and a signal to npm does not reach further). Gives a function that takes it back.
 *
 * @param {(signal: NodeJS.Signals) => void} stop
 */
const onStopRequest = (stop) => {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop("SIGTERM");
  }, 500);
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, stop);
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, stop);
  };
};
