import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findPostgres } from "#server/platform/postgres/find-postgres.ts";
import { serverNodeOptions } from "../../bin/bootstrap/server-node-options.mjs";

const watchParent = new URL("../../bin/bootstrap/watch-parent.mjs", import.meta.url);
const root = path.resolve(import.meta.dirname, "../..");
const patienceMs = 90_000;
const lookEveryMs = 25;
const keptText = 60_000;

export interface ProductPlace {
  readonly dataDir: string;
  readonly port: string;
  readonly binDir: string | undefined;
}

/** The product in a process of its own, as `npm start` runs it: server, worker and an embedded PostgreSQL. */
export class ProductProcess {
  readonly #place: ProductPlace;
  readonly #child: ChildProcess;
  #said = "";

  constructor(place: ProductPlace) {
    this.#place = place;
    const { dataDir, port, binDir } = place;
    this.#child = spawn(
      process.execPath,
      [
        "--import",
        `${watchParent.href}?parent=${process.pid}`,
        ...serverNodeOptions,
        path.join(root, "src/server/app/main.ts"),
      ],
      {
        stdio: ["ignore", "ignore", "pipe"],
        env: {
          ...process.env,
          PORT: port,
          STEPWELL_DATA: dataDir,
          STEPWELL_DEMO: "1",
          STEPWELL_DEMO_LIFE: "0",
          STEPWELL_POSTGRES_BIN: binDir ?? "",
          LOG_LEVEL: "warn",
          DATABASE_URL: "",
          DATABASE_OWNER_URL: "",
        },
      },
    );
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#said = `${this.#said}${text}`.slice(-keptText);
    });
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** What it said last. */
  get said(): string {
    return this.#said;
  }

  /** The lines in which it said why it stops, and what it could not do. */
  get whyItStopped(): string {
    const lines = this.#said.split("\n");
    const from = lines.findIndex(
      (line) => line.includes("Stopping:") || line.startsWith("unexpected"),
    );
    return (from === -1 ? lines.slice(-8) : lines.slice(Math.max(0, from - 6), from + 8)).join(
      "\n",
    );
  }

  /** Waits for `/ready`; throws where the process ends before or takes too long. */
  async untilReady(): Promise<void> {
    const begun = performance.now();
    while (performance.now() - begun < patienceMs) {
      if (this.hasEnded) throw new Error(`the product ended before it was ready:\n${this.#said}`);
      const answer = await fetch(`http://127.0.0.1:${this.#place.port}/ready`).catch(
        () => undefined,
      );
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer?.status === 200) return;
      await pause(lookEveryMs);
    }
    throw new Error(`the product was not ready within a minute and a half:\n${this.#said}`);
  }

  get postmaster(): number | undefined {
    return findPostgres(this.#place.dataDir, this.#place.binDir)?.pid;
  }

  /** Kills it outright. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.untilEnded();
  }

  /** Asks it to stop, as Ctrl-C and a service manager do. */
  async stop(): Promise<void> {
    if (!this.hasEnded) this.#child.kill("SIGTERM");
    await this.untilEnded();
  }

  async untilEnded(): Promise<void> {
    if (!this.hasEnded) await once(this.#child, "exit");
  }
}
