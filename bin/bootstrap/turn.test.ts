import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inTurn } from "./turn.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "stepwell-turn-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("one works at a time, and the file is gone afterwards", async () => {
  const file = path.join(folder, "turn");
  let working = 0;
  const work = async () => {
    working += 1;
    expect(working).toBe(1);
    await pause(30);
    working -= 1;
  };
  await Promise.all([inTurn(file, work), inTurn(file, work), inTurn(file, work)]);
  expect(existsSync(file)).toBe(false);
});

test("work that fails gives its turn back", async () => {
  const file = path.join(folder, "turn");
  const failing = inTurn(file, () => Promise.reject(new Error("no network")));
  await expect(failing).rejects.toThrow("no network");
  expect(await inTurn(file, () => Promise.resolve("done"))).toBe("done");
});

test("the turn of a process that was killed is taken over", async () => {
  const file = path.join(folder, "turn");
  const child = spawn("sleep", ["20"]);
  writeFileSync(file, String(child.pid));
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
  expect(await inTurn(file, () => Promise.resolve("done"))).toBe("done");
});

test("a turn without a sign of life is taken over, though its number is in use again", async () => {
  const file = path.join(folder, "turn");
  writeFileSync(file, String(process.pid));
  const longAgo = Date.now() / 1000 - 3_600;
  utimesSync(file, longAgo, longAgo);
  expect(await inTurn(file, () => Promise.resolve("done"))).toBe("done");
});
