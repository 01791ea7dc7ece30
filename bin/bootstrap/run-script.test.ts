import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runScript } from "./run-script.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "stepwell-script-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const options = { stdio: "ignore", patienceMilliseconds: 2_000 } as const;

const scriptOf = (text: string): string => {
  const file = path.join(folder, "script.mjs");
  writeFileSync(file, text);
  return file;
};

/** A process that runs the script as the bootstrap would, and tells the script's number. */
const bootstrap = async (script: string): Promise<{ child: ChildProcess; inner: number }> => {
  const runner = path.join(folder, "runner.mjs");
  const module = path.resolve("bin/bootstrap/run-script.mjs");
  writeFileSync(
    runner,
    `import { runScript } from ${JSON.stringify(module)};
     const options = { cwd: ".", stdio: "inherit", patienceMilliseconds: 2000 };
     const { code } = await runScript(process.execPath, [${JSON.stringify(script)}], options);
     process.exit(code);`,
  );
  const child = spawn(process.execPath, [runner], { stdio: ["ignore", "pipe", "inherit"] });
  const [chunk] = (await once(child.stdout, "data")) as [Buffer];
  return { child, inner: Number(chunk.toString()) };
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const waiting = "console.log(process.pid); setInterval(() => {}, 1000);";

test.each([
  ["process.exit(7)", 7],
  ["process.kill(process.pid, 'SIGKILL')", 137],
])("gives the exit code of %s", async (text, code) => {
  const run = runScript(process.execPath, [scriptOf(text)], { ...options, cwd: folder });
  expect(await run).toEqual({ code, wasStopped: false });
});

test("passes a request to end on, and ends with what the script ends with", async () => {
  const script = scriptOf(`process.on("SIGTERM", () => process.exit(5)); ${waiting}`);
  const { child } = await bootstrap(script);
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exit).toEqual([5, null]);
});

test("kills what does not end in time", async () => {
  const { child, inner } = await bootstrap(scriptOf(`process.on("SIGTERM", () => {}); ${waiting}`));
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exit).toEqual([137, null]);
  expect(isAlive(inner)).toBe(false);
});

test("a script whose bootstrap was killed outright ends by itself", async () => {
  const { child, inner } = await bootstrap(scriptOf(waiting));
  child.kill("SIGKILL");
  await expect.poll(() => isAlive(inner)).toBe(false);
});

test("a process that the script forks is not asked to end", async () => {
  const forked = path.join(folder, "forked.mjs");
  writeFileSync(forked, "setTimeout(() => process.exit(6), 1200);");
  const text = `import { fork } from "node:child_process";
    fork(${JSON.stringify(forked)}).on("exit", (code, signal) => process.exit(code ?? 1));`;
  const run = runScript(process.execPath, [scriptOf(text)], { ...options, cwd: folder });
  expect(await run).toEqual({ code: 6, wasStopped: false });
});
