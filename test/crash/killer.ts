import { setTimeout as pause } from "node:timers/promises";
import { openPool } from "#server/db/pool.ts";
import { findPostgres } from "#server/platform/postgres/find-postgres.ts";
import { ProductProcess, type ProductPlace } from "./product-process.ts";

/**
 * What is killed. `server`: the process of server and worker. `database`: the postmaster. `session`: one session of the
 * database, which restarts all of them. `worker`: one that works on errands. `power`: server and database at the same
 * moment. `start`: the server while it starts. `stop` is asked for in order, under full load.
 */
export const killKinds = [
  "server",
  "database",
  "session",
  "worker",
  "power",
  "start",
  "stop",
] as const;
export type KillKind = (typeof killKinds)[number];

/** Most of all the process that everybody works with. */
const lots: readonly KillKind[] = [
  "server",
  "server",
  "server",
  "database",
  "database",
  "session",
  "session",
  "worker",
  "power",
  "start",
  "stop",
];

const signal = (pid: number | undefined): void => {
  if (pid === undefined) return;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already: another kill or the end of its work was faster.
  }
};

/** One process of the database that serves the product; `worker`: one that looks after errands, where there is one. */
const sessionOf = async (
  place: ProductPlace,
  below: (most: number) => number,
  isWorker: boolean,
): Promise<number | undefined> => {
  const url = findPostgres(place.dataDir, place.binDir)?.ownerUrl("stepwell");
  if (url === undefined) return undefined;
  const pool = openPool({ url, most: 1 });
  try {
    const { rows } = await pool.query<{ pid: number; works: boolean }>(
      `select pid, query ilike '%graphile_worker%' or query ilike '%outbox%' as works from pg_stat_activity
        where application_name = 'stepwell' and usename = 'stepwell_app' and pid <> pg_backend_pid() order by pid`,
    );
    const chosen = rows.filter((row) => row.works === isWorker);
    const from = chosen.length > 0 ? chosen : rows;
    return from[below(Math.max(1, from.length))]?.pid;
  } catch {
    return undefined;
  } finally {
    await pool.end();
  }
};

const longestStartMs = 1800;
const mostEnds = 3;

/** Kills and brings back, one after the other; what was killed how often, and what did not come back by itself. */
export class Killer {
  readonly #place: ProductPlace;
  readonly #below: (most: number) => number;
  readonly #lots: readonly KillKind[];
  readonly kills = new Map<KillKind, number>();
  /** What the product said last where it ended though nobody had killed or stopped it, by the kind of the kill before. */
  readonly endedToo: string[] = [];
  product: ProductProcess;

  constructor(
    place: ProductPlace,
    below: (most: number) => number,
    kinds: readonly KillKind[] = killKinds,
  ) {
    this.#place = place;
    this.#below = below;
    this.#lots = lots.filter((kind) => kinds.includes(kind));
    this.product = new ProductProcess(place);
  }

  /** One kill of a kind chosen by the seed; answers when the product is ready again. */
  async killOnce(): Promise<KillKind> {
    const kind = this.#lots[this.#below(this.#lots.length)] ?? "server";
    await this.#kill(kind);
    this.kills.set(kind, (this.kills.get(kind) ?? 0) + 1);
    await this.#untilReady(kind);
    return kind;
  }

  async #untilReady(kind: KillKind): Promise<void> {
    for (let ends = 0; ends < mostEnds; ends++) {
      try {
        await this.product.untilReady();
        return;
      } catch (error) {
        if (!this.product.hasEnded) throw error;
        this.endedToo.push(`${kind}: ${this.product.whyItStopped}`);
        this.product = new ProductProcess(this.#place);
      }
    }
    throw new Error(
      `the product does not come back after a kill of ${kind}:\n${this.product.said}`,
    );
  }

  async #kill(kind: KillKind): Promise<void> {
    const { product } = this;
    switch (kind) {
      case "server":
        await product.kill();
        break;
      case "stop":
        await product.stop();
        break;
      case "start":
        await product.kill();
        this.product = new ProductProcess(this.#place);
        await pause(this.#below(longestStartMs));
        await this.product.kill();
        break;
      case "power":
        signal(product.postmaster);
        await product.kill();
        break;
      case "database":
        signal(product.postmaster);
        // The server notices that its database is gone, and ends.
        await product.untilEnded();
        break;
      case "session":
      case "worker":
        await this.#killSession(kind);
        break;
    }
    if (this.product.hasEnded) this.product = new ProductProcess(this.#place);
  }

  async #killSession(kind: "session" | "worker"): Promise<void> {
    signal(await sessionOf(this.#place, this.#below, kind === "worker"));
  }
}
