import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { processCommand, processIdentity } from "./process-identity.ts";

test("a process keeps its identity, and no other has the same", async () => {
  const child = spawn("sleep", ["20"]);
  const identity = processIdentity(child.pid ?? 0);
  expect(identity).toBeDefined();
  expect(identity).toBe(processIdentity(child.pid ?? 0));
  expect(identity).not.toBe(processIdentity(process.pid));
  expect(processCommand(child.pid ?? 0)).toContain("sleep 20");

  const gone = once(child, "exit");
  child.kill();
  await gone;
  expect(processIdentity(child.pid ?? 0)).toBeUndefined();
});

test("a program that ended but was not collected by its parent counts as gone", async () => {
  const parent = spawn("sh", ["-c", "sleep 0.05 & echo $!; exec sleep 20"]);
  const [chunk] = (await once(parent.stdout, "data")) as [Buffer];
  await expect.poll(() => processIdentity(Number(chunk.toString()))).toBeUndefined();
  parent.kill();
});
