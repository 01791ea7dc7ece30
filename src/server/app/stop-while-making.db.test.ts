import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { testedBinDir } from "#test/support/postgres.ts";

test.skipIf(testedBinDir !== undefined)(
  "stopped while the demo is being made, the server never listens and ends",
  async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "stepwell-stop-"));
    const server = spawn(process.execPath, [path.join(import.meta.dirname, "main.ts")], {
      env: { ...process.env, STEPWELL_DATA: folder, STEPWELL_DEMO: "1", STEPWELL_DEMO_LIFE: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    try {
      const exit = once(server, "exit");
      const said: string[] = [];
      createInterface({ input: server.stdout }).on("line", (line) => said.push(line));
      createInterface({ input: server.stderr }).on("line", (line) => {
        if (line.includes("Migrated")) setTimeout(() => server.kill("SIGTERM"), 700);
      });
      expect(await exit).toEqual([0, null]);
      expect(said).toEqual([]);
    } finally {
      server.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    }
  },
  90_000,
);
