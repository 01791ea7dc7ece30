import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { confirmSession, signIn } from "#domain/access/session.api.ts";
import { toRequest } from "#domain/contract/client.ts";
import { changesState, type AnyRoute, type Input, type Output } from "#domain/contract/route.ts";

/** How a call ended for whoever waited for it. `unknown`: given up without an answer; it may have been carried out. */
export type Outcome<R extends AnyRoute> =
  | { readonly kind: "acknowledged"; readonly body: Output<R> }
  | {
      readonly kind: "refused";
      readonly code: string;
      readonly fields: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "unknown" };

/** What the callers of a run have in common. */
export interface Line {
  readonly origin: string;
  /** True once everybody is to give up: the run is over. */
  isOver(): boolean;
  /** How many answers there were of each status; 0 stands for none. */
  readonly answers: Map<number, number>;
}

interface Sent {
  readonly status: number;
  readonly text: string;
}

const refusalSchema = z.object({
  code: z.string().default("?"),
  fields: z.record(z.string(), z.unknown()).default({}),
});

const againAfterMs = 60;
const patienceMs = 30_000;

/** A browser of somebody who works: signs in, asks again with the same key until there is an answer, signs in anew when told to. */
export class Caller {
  readonly #line: Line;
  readonly #account: { readonly email: string; readonly password: string };
  #cookie = "";

  constructor(line: Line, account: { readonly email: string; readonly password: string }) {
    this.#line = line;
    this.#account = account;
  }

  /** Once, with a key: what came back, or undefined where no whole answer came. */
  async #send(contract: AnyRoute, input: unknown, key: string): Promise<Sent | undefined> {
    const request = toRequest(contract, input);
    try {
      const response = await fetch(`${this.#line.origin}${request.url}`, {
        method: contract.method,
        headers: {
          ...(this.#cookie !== "" && { cookie: this.#cookie }),
          ...(request.body !== undefined && { "content-type": "application/json" }),
          ...(changesState(contract) && { "idempotency-key": key }),
        },
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        signal: AbortSignal.timeout(patienceMs),
      });
      const text = await response.text();
      const [cookie] = response.headers.getSetCookie();
      if (cookie !== undefined) this.#cookie = cookie.split(";")[0] ?? "";
      this.#count(response.status);
      return { status: response.status, text };
    } catch {
      this.#count(0);
      return undefined;
    }
  }

  #count(status: number): void {
    this.#line.answers.set(status, (this.#line.answers.get(status) ?? 0) + 1);
  }

  /**
   * Asks until there is an answer. `tries`: after so many without one the person closes the tab. A session that ended
   * and a signature that must be confirmed are seen to on the way, with the same key afterwards.
   */
  async call<R extends AnyRoute>(
    contract: R,
    input: Input<R>,
    options: { readonly tries?: number; readonly key?: string } = {},
  ): Promise<Outcome<R>> {
    const key = options.key ?? randomUUID();
    for (let left = options.tries ?? Infinity; left > 0 && !this.#line.isOver(); left--) {
      const sent = await this.#send(contract, input, key);
      if (sent !== undefined && sent.status < 400)
        return { kind: "acknowledged", body: JSON.parse(sent.text) as Output<R> };
      if (sent === undefined || sent.status >= 500 || sent.status === 429) {
        await pause(againAfterMs);
        continue;
      }
      const { code, fields } = refusalSchema.parse(JSON.parse(sent.text));
      if (!(await this.#mend(code))) return { kind: "refused", code, fields };
    }
    return { kind: "unknown" };
  }

  async #mend(code: string): Promise<boolean> {
    const { email, password } = this.#account;
    if (code === "signed-out")
      return (await this.call(signIn, { email, password })).kind === "acknowledged";
    if (code === "confirmation-needed")
      return (await this.call(confirmSession, { password })).kind === "acknowledged";
    return false;
  }
}
