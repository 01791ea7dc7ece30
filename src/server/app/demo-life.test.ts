import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

test("a life whose starter is gone before its word came ends, and touches nothing", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "stepwell-life-"));
  try {
    const program = path.join(import.meta.dirname, "cli.ts");
    const life = spawn(process.execPath, [program, "demo", "--go-on"], {
      env: { ...process.env, STEPWELL_DATA: folder },
      stdio: ["pipe", "ignore", "ignore"],
    });
    const exit = once(life, "exit");
    life.stdin.end();
    expect(await exit).toEqual([0, null]);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 30_000);
