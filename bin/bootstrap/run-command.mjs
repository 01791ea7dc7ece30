import path from "node:path";
import { BootstrapError } from "./bootstrap-error.mjs";
import { root } from "./paths.mjs";
import { prepare } from "./prepare.mjs";
import { runScript } from "./run-script.mjs";
import { serverEnvironment, serverNodeOptions } from "./server-node-options.mjs";

/**
 * What a command runs, whether that starts the server, whether it needs the built web app, and in which folder.
 *
 * @typedef {object} Command
 * @property {string} program
 * @property {(args: readonly string[]) => boolean} [isServer]
 * @property {(args: readonly string[]) => boolean} needsWebApp
 * @property {"project" | "caller"} folder
 */

/** Time for requests to finish and PostgreSQL to stop in order. */
const patienceMilliseconds = 30_000;

/** @type {Readonly<Record<string, Command>>} */
const commands = {
  start: {
    program: "src/server/app/main.ts",
    isServer: () => true,
    needsWebApp: () => true,
    folder: "project",
  },
  // These two build the web app in a step of their own, so that a failing build is one failure of many.
  test: { program: "bin/test/run-tests.ts", needsWebApp: () => false, folder: "project" },
  check: { program: "bin/check/check.ts", needsWebApp: () => false, folder: "project" },
  crash: { program: "test/crash/crash.ts", needsWebApp: () => false, folder: "project" },
  bench: {
    program: "bench/run.ts",
    needsWebApp: (args) => !args.some((word) => ["--page", "--course", "--help"].includes(word)),
    folder: "project",
  },
  cli: {
    program: "src/server/app/cli.ts",
    isServer: ([verb]) => verb === "start",
    needsWebApp: ([verb]) => verb === "start",
    folder: "caller",
  },
};

/**
 * Prepares what the command needs and runs it; gives the exit code.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export const runCommand = async (name, args) => {
  const command = commands[name];
  if (command === undefined) {
    console.error(`There is no command ${name}. There are: ${Object.keys(commands).join(", ")}.`);
    return 2;
  }
  try {
    const node = await prepare({ webApp: command.needsWebApp(args) });
    return await runUnder(node, command, args);
  } catch (error) {
    console.error(error instanceof BootstrapError ? error.message : error);
    // Whoever reads the last line of a test run has to learn that it did not come to the tests.
    if (name === "test") console.log("0 passed, 1 failed");
    return 1;
  }
};

/** @param {string} node @param {Command} command @param {readonly string[]} args */
const runUnder = async (node, command, args) => {
  const isServer = command.isServer?.(args) === true;
  const nodeOptions = isServer ? serverNodeOptions : [];
  const script = [...nodeOptions, path.join(root, command.program), ...args];
  const { code } = await runScript(node, script, {
    cwd: command.folder === "project" ? root : process.cwd(),
    stdio: "inherit",
    patienceMilliseconds,
    ...(isServer && { env: serverEnvironment }),
  });
  return code;
};
