import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import { toRequest } from "#domain/contract/client.ts";
import { asOnScreen } from "#test/support/as-on-screen.ts";
import { answerParent } from "../frame/child.ts";
import { percentile } from "../frame/statistics.ts";
import { Connection } from "../load/connection.ts";
import {
  actKinds,
  replaySchema,
  type Act,
  type ActKind,
  type Replay,
  type ReplayResult,
} from "./act.ts";

// Everybody of the day, in a process of their own: its CPU time is not the server's.

const mostFailuresNamed = 8;
/** A server lets go of a connection that nobody uses; people who pause come back on a new one before that. */
const idleAfterMs = 20_000;

interface Tally {
  readonly latencies: Map<ActKind, number[]>;
  readonly failed: string[];
  failures: number;
  latestMs: number;
}

/** One person's device: one request at a time, on a connection that is kept. */
class Device {
  readonly #port: number;
  readonly #token: string;
  readonly #tally: Tally;
  #connection: Connection | undefined;
  #usedAt = 0;

  constructor(port: number, token: string, tally: Tally) {
    this.#port = port;
    this.#token = token;
    this.#tally = tally;
  }

  async #connected(): Promise<Connection> {
    const known = this.#connection;
    if (known?.isOpen === true && performance.now() - this.#usedAt < idleAfterMs) return known;
    known?.close();
    this.#connection = await Connection.open(this.#port);
    return this.#connection;
  }

  /** Does one act and counts it. Answers the body, or undefined where it was refused. */
  async send({ kind, method, url, body }: Omit<Act, "minute">): Promise<string | undefined> {
    const text = body === undefined ? "" : JSON.stringify(body);
    const headers = [
      `${method} ${url} HTTP/1.1`,
      "host: 127.0.0.1",
      `cookie: stepwell_session=${this.#token}`,
      ...(method === "GET" ? [] : [`idempotency-key: ${randomUUID()}`]),
      ...(text === ""
        ? []
        : ["content-type: application/json", `content-length: ${Buffer.byteLength(text)}`]),
    ];
    const request = Buffer.from(`${headers.join("\r\n")}\r\n\r\n${text}`);
    const startedAt = performance.now();
    try {
      const connection = await this.#connected();
      const status = await connection.send(request);
      this.#usedAt = performance.now();
      const taken = this.#usedAt - startedAt;
      this.#tally.latencies.get(kind)?.push(taken);
      if (status < 300) return connection.body;
      this.#fail(`${kind}: ${method} ${url} ${status} ${connection.body.slice(0, 400)}`);
    } catch (error) {
      this.#fail(`${kind}: ${method} ${url} ${String(error)}`);
    }
    return undefined;
  }

  #fail(why: string): void {
    this.#tally.failures++;
    if (this.#tally.failed.length < mostFailuresNamed) this.#tally.failed.push(why);
  }

  /** Reads the room and signs what stands there, as the screen does. */
  async sign(kind: ActKind, url: string): Promise<void> {
    const seen = await this.send({ kind: "open the room", method: "GET", url });
    if (seen === undefined) return;
    const input = asOnScreen(readSessionRoom.output.parse(JSON.parse(seen)));
    if (input === undefined) return this.#fail(`${kind}: ${url} has nothing to sign`);
    const request = toRequest(signSession, input);
    await this.send({ kind, method: request.method, url: request.url, body: request.body });
  }

  close(): void {
    this.#connection?.close();
  }
}

const msPerMinute = 60_000;

const replay = async ({ port, speed, people }: Replay): Promise<ReplayResult> => {
  const tally: Tally = {
    latencies: new Map(actKinds.map((kind) => [kind, []])),
    failed: [],
    failures: 0,
    latestMs: 0,
  };
  const startedAt = performance.now();
  const live = async ({ token, acts }: Replay["people"][number]): Promise<void> => {
    const device = new Device(port, token, tally);
    for (const act of acts) {
      const dueAt = startedAt + (act.minute * msPerMinute) / speed;
      const early = dueAt - performance.now();
      if (early > 0) await pause(early);
      tally.latestMs = Math.max(tally.latestMs, performance.now() - dueAt);
      if (act.kind === "sign a group") await device.sign(act.kind, act.url);
      else await device.send(act);
    }
    device.close();
  };
  await Promise.all(people.map(live));
  const figuresOf = (latencies: readonly number[]) => {
    const sorted = Float64Array.from(latencies).toSorted();
    return {
      count: sorted.length,
      p50Ms: percentile(sorted, 0.5),
      p95Ms: percentile(sorted, 0.95),
      p99Ms: percentile(sorted, 0.99),
    };
  };
  return {
    kinds: [...tally.latencies].map(([kind, latencies]) => ({ kind, ...figuresOf(latencies) })),
    all: figuresOf([...tally.latencies.values()].flat()),
    failures: tally.failures,
    failed: tally.failed,
    latestMs: tally.latestMs,
  };
};

answerParent((question) => replay(replaySchema.parse(question)));
