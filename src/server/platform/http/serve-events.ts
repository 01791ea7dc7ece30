import type { FastifyReply, FastifyRequest } from "fastify";
import { isAllowed } from "#domain/access/actor.ts";
import { problem } from "#domain/contract/problem.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import { lineOfSuccess } from "#server/platform/http/audit-line.ts";
import { gatherInput, readInput } from "#server/platform/http/read-input.ts";
import {
  sessionTokenOf,
  visitOf,
  type HttpServices,
} from "#server/platform/http/request-context.ts";
import { enter, type Session } from "#server/platform/session.ts";

type EventsRoute = Extract<MountedRoute, { kind: "events" }>;

const heartbeatMs = 20_000;
const mostWaiting = 500;

const wallsOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
  );

/** More windows than one person has open at once; each costs a look-up every few seconds for as long as it is open. */
const mostOfOneSession = 30;

/** How many streams each login session has open in this process. */
class OpenStreams {
  readonly #counts = new Map<string, number>();

  /** Takes a place until the answered function is called; throws where there is none. */
  open(sessionId: string): () => void {
    const count = this.#counts.get(sessionId) ?? 0;
    if (count >= mostOfOneSession) throw problem("too-many-tries", { values: { seconds: 60 } });
    this.#counts.set(sessionId, count + 1);
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      const left = (this.#counts.get(sessionId) ?? 1) - 1;
      if (left > 0) this.#counts.set(sessionId, left);
      else this.#counts.delete(sessionId);
    };
  }
}
const streams = new OpenStreams();

/** Asks again whether the session still lives, so that a revoked or expired one hears nothing more. */
const stillSignedIn = async (services: HttpServices, token: string): Promise<boolean> => {
  const entered = await enter(services.pool, token, services.clock.now());
  await entered?.rollback();
  return entered !== null;
};

/** The session of whoever listens, if they may. */
const sessionOf = async (
  { contract }: EventsRoute,
  services: HttpServices,
  token: string,
): Promise<Session> => {
  const entered = token === "" ? null : await enter(services.pool, token, services.clock.now());
  if (entered === null) throw problem("signed-out");
  const { session } = entered;
  await entered.commit();
  const { permission } = contract;
  if (
    permission !== "signed-in" &&
    (permission === "anyone" || !isAllowed(session.actor, permission))
  )
    throw problem("not-allowed");
  return session;
};

/**
 * Server-sent events of one contract. Holds no transaction while it waits. A reader that is too slow is cut off:
 * it reconnects and fetches anew, which is cheaper than an endless queue.
 */
export const serveEvents = async (
  route: EventsRoute,
  services: HttpServices,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { contract } = route;
  const token = sessionTokenOf(request) ?? "";
  const session = await sessionOf(route, services, token);
  const input = readInput(contract, gatherInput(contract, request));
  const at = services.clock.now().toString();
  const line = { id: services.newId(), at, contract, session, request };
  const leave = streams.open(session.actor.sessionId);
  const { raw } = reply;
  raw.once("close", leave);
  // Whoever left while this was prepared would never be heard leaving.
  if (raw.destroyed) leave();
  await services.audit.writeOnce(lineOfSuccess(line, input, undefined), visitOf(request, input));

  reply.hijack();
  if (raw.destroyed) return reply;
  raw.writeHead(200, {
    // What every answer carries; hijacked, the reply would send none of it.
    ...wallsOf(reply),
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    "x-request-id": request.id,
  });
  raw.write(": connected\n\n");
  let waiting = 0;
  const send = (text: string) => {
    if (waiting > mostWaiting) return void raw.destroy();
    waiting++;
    raw.write(text, () => waiting--);
  };
  const end = route.subscribe({ input, session }, (event) =>
    send(`data: ${JSON.stringify(contract.output.parse(event))}\n\n`),
  );
  const heartbeat = setInterval(() => {
    stillSignedIn(services, token).then(
      (alive) =>
        alive ? send(": still here\n\n") : void raw.end("event: signed-out\ndata: {}\n\n"),
      () => raw.destroy(),
    );
  }, heartbeatMs);
  raw.once("close", () => {
    clearInterval(heartbeat);
    end();
  });
  return reply;
};
