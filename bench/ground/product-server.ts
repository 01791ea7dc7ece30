import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findRunningInstance } from "#server/app/running-instance.ts";
import { serverEnvironment, serverNodeOptions } from "../../bin/bootstrap/server-node-options.mjs";
import { endProcess } from "../frame/child.ts";

const root = path.resolve(import.meta.dirname, "../..");
const patienceMs = 60_000;
const lookEveryMs = 2;

/** The product as `npm start` runs it, in a process of its own. */
export interface ProductServer {
  readonly pid: number;
  readonly port: number;
  /** From the start of the process to the first 200 of `/ready`. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

export interface ProductSettings {
  /** Its data folder; an embedded PostgreSQL lives there unless `databaseUrl` says another. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly isDemo?: boolean;
  /** Options of Node itself, such as a profile. */
  readonly nodeOptions?: readonly string[];
}

const isReady = async (origin: string): Promise<boolean> => {
  const response = await fetch(`${origin}/ready`).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.status === 200;
};

/** Starts `src/server/app/main.ts` on a free port and waits until it is ready. */
export const startProductServer = async (settings: ProductSettings): Promise<ProductServer> => {
  const startedAt = performance.now();
  const { nodeOptions = [], dataDir, databaseUrl, isDemo } = settings;
  const child = spawn(
    process.execPath,
    [...serverNodeOptions, ...nodeOptions, path.join(root, "src/server/app/main.ts")],
    {
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        ...process.env,
        ...serverEnvironment,
        PORT: "0",
        STEPWELL_DATA: dataDir,
        STEPWELL_DEMO: isDemo === true ? "1" : "0",
        STEPWELL_DEMO_LIFE: "0",
        LOG_LEVEL: "warn",
        DATABASE_URL: databaseUrl ?? "",
        DATABASE_OWNER_URL: "",
      },
    },
  );
  const stop = () => endProcess(child);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  while (performance.now() - startedAt < patienceMs) {
    if (child.exitCode !== null) throw new Error(`the product did not start:\n${said}`);
    const url = findRunningInstance(dataDir)?.url ?? undefined;
    if (url !== undefined && (await isReady(url))) {
      const readyMs = performance.now() - startedAt;
      return { pid: child.pid ?? 0, port: Number(new URL(url).port), readyMs, stop };
    }
    await pause(lookEveryMs);
  }
  await stop();
  throw new Error(`the product was not ready within a minute:\n${said}`);
};
