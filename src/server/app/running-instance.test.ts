import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processIdentity } from "#server/platform/postgres/process-identity.ts";
import { claimDataFolder, findRunningInstance, InstanceRunning } from "./running-instance.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "stepwell-claim-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const noteOf = (pid: number, identity: string) =>
  writeFileSync(
    path.join(folder, "running.json"),
    JSON.stringify({ pid, identity, url: "http://127.0.0.1:3000" }),
  );

test("a second claim is told which process runs, and where", () => {
  const claim = claimDataFolder(folder);
  expect(() => claimDataFolder(folder)).toThrow(`process ${process.pid} is starting`);
  claim.announce("http://127.0.0.1:3000");
  expect(() => claimDataFolder(folder)).toThrow("http://127.0.0.1:3000");
  expect(findRunningInstance(folder)?.pid).toBe(process.pid);
});

test("a released folder can be claimed again, and nothing is left behind", () => {
  claimDataFolder(folder).release();
  expect(findRunningInstance(folder)).toBeUndefined();
  claimDataFolder(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test("a claim of a process that was killed is taken over", async () => {
  const child = spawn("sleep", ["20"]);
  noteOf(child.pid ?? 0, processIdentity(child.pid ?? 0) ?? "");
  expect(() => claimDataFolder(folder)).toThrow(InstanceRunning);
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
  claimDataFolder(folder).release();
});

test("a claim does not live on in a process that was given the same number", () => {
  noteOf(process.pid, "an earlier process");
  claimDataFolder(folder).release();
});

test("a note cut off in the middle of writing is replaced", () => {
  writeFileSync(path.join(folder, "running.json"), '{"pid":');
  claimDataFolder(folder).release();
});
