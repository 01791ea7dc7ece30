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
import { enter } from "#server/platform/session.ts";

type EventsRoute = Extract<MountedRoute, { kind: "events" }>;

const heartbeatMs = 20_000;
const mostWaiting = 500;

/** Asks again whether the session still lives, so that a revoked or expired one hears nothing more. */
const stillSignedIn = async (services: HttpServices, token: string): Promise<boolean> => {
  const entered = await enter(services.pool, token, services.clock.now());
  await entered?.rollback();
  return entered !== null;
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
  const token = sessionTokenOf(request);
  const entered =
    token === undefined ? null : await enter(services.pool, token, services.clock.now());
  if (entered === null || token === undefined) throw problem("signed-out");
  const { session } = entered;
  await entered.commit();
  const { permission } = contract;
  if (
    permission !== "signed-in" &&
    (permission === "anyone" || !isAllowed(session.actor, permission))
  )
    throw problem("not-allowed");
  const input = readInput(contract, gatherInput(contract, request));
  const at = services.clock.now().toString();
  const line = { id: services.newId(), at, contract, session, request };
  await services.audit.writeOnce(lineOfSuccess(line, input, undefined), visitOf(request, input));

  reply.hijack();
  const { raw } = reply;
  // Whoever left while this was prepared would never be heard leaving.
  if (raw.destroyed) return reply;
  raw.writeHead(200, {
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
