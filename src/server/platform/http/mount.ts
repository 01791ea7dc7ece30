import type { FastifyInstance, RouteHandlerMethod } from "fastify";
import { problem } from "#domain/contract/problem.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";
import { asProblem, logUnexpected, problemBody } from "#server/platform/http/problem-reply.ts";
import { serveEvents } from "#server/platform/http/serve-events.ts";
import { serveOpen } from "#server/platform/http/serve-open.ts";
import { serveSignedIn } from "#server/platform/http/serve-signed-in.ts";

/** Refuses, when the server starts, a handler of one kind behind a contract of another. */
const assertFits = (route: MountedRoute): void => {
  const { contract, kind } = route;
  const isOpen = contract.permission === "anyone";
  const fits =
    isOpen === (kind === "open") &&
    (contract.reply === "events") === (kind === "events") &&
    (contract.reply === "file") === (kind === "file") &&
    (contract.body === "upload") === (kind === "upload");
  if (!fits) throw new Error(`${contract.method} ${contract.path}: its handler is of another kind`);
};

const serve = (route: MountedRoute, services: HttpServices): RouteHandlerMethod => {
  switch (route.kind) {
    case "open":
      return (request, reply) => serveOpen(route, services, request, reply);
    case "events":
      return (request, reply) => serveEvents(route, services, request, reply);
    case "signed-in":
    case "upload":
    case "file":
      return (request, reply) => serveSignedIn(route, services, request, reply);
  }
};

/** Puts every route under `/api`, each behind the whole path of checks. */
export const mount = (
  app: FastifyInstance,
  routes: readonly MountedRoute[],
  services: HttpServices,
): void => {
  for (const route of routes) {
    assertFits(route);
    const { method, path } = route.contract;
    app.route({
      method,
      url: `/api${path.replace(/\{(\w+)\}/g, ":$1")}`,
      handler: serve(route, services),
    });
  }
};

/** Every error of the API leaves as a problem; nothing of the inside is shown. */
export const answerProblems = (app: FastifyInstance): void => {
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = asProblem(error);
    if (refusal.code === "internal-error" && error !== refusal)
      logUnexpected(request.log, error, request.id);
    await reply
      .code(refusal.status)
      .type("application/problem+json")
      .header("cache-control", "no-store")
      .send(JSON.stringify(problemBody(refusal, request.id)));
  });
  app.all("/api/*", () => {
    throw problem("not-found");
  });
};
