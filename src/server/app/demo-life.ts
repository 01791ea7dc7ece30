import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Lifetime } from "#server/app/lifetime.ts";
import type { Settings } from "#server/app/settings.ts";

interface Starting {
  readonly settings: Pick<Settings, "livesOn">;
  readonly lifetime: Lifetime;
  readonly say: (line: string) => void;
}

/**
 * Lets the demo live through its weeks in a process of its own, so that this one stays small and quick. It reads its program and waits
 * until it is told to begin. It says how far it has come; what is stopped or killed goes on with the next start. Where it is over
 * already, the process looks and ends.
 */
export const prepareDemoLife = ({ settings, lifetime, say }: Starting): { begin(): void } => {
  if (!settings.livesOn) return { begin: () => {} };
  const program = path.join(import.meta.dirname, "cli.ts");
  const child = spawn(process.execPath, [program, "demo", "--go-on"], {
    // A line tells it to begin; its input ends when this process does, however that happens.
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.on("error", () => say("The demo cannot live on: its process did not start"));
  child.stdin.on("error", () => {});
  for (const output of [child.stdout, child.stderr])
    createInterface({ input: output }).on("line", (line) => {
      if (!lifetime.isStopping) say(line);
    });
  lifetime.onStop(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  });
  return { begin: () => child.stdin.write("begin\n") };
};
