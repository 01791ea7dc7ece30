import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Metrics } from "#server/platform/health/metrics.ts";

const none = "(none)";

/** Which route answered, as its pattern; an address that fits none is not written down. */
const routeOf = (request: FastifyRequest): string =>
  request.is404 ? none : (request.routeOptions.url ?? none);

const knownMethods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const methodOf = (request: FastifyRequest): string =>
  knownMethods.has(request.method) ? request.method : "OTHER";

const isStream = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes("text/event-stream") === true;

const bytesOf = (reply: FastifyReply): number | undefined => {
  const length = Number(reply.getHeader("content-length"));
  return Number.isFinite(length) ? length : undefined;
};

/** Counts and times every answer. A stream of events lasts as long as its screen and says nothing of speed. */
export const measureRequests = (app: FastifyInstance, metrics: Metrics): void => {
  app.addHook("onResponse", (request, reply, done) => {
    if (!isStream(request))
      metrics.request({
        method: methodOf(request),
        route: routeOf(request),
        status: reply.statusCode,
        seconds: reply.elapsedTime / 1000,
      });
    done();
  });
};

/**
 * One line for each answer: what route, how it ended, how long it took. No address, no query, no body, no network
 * address: the audit trail knows who; the log does not.
 */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook("onResponse", (request, reply, done) => {
    request.log.info(
      {
        method: methodOf(request),
        route: routeOf(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        bytes: bytesOf(reply),
      },
      "request",
    );
    done();
  });
};
