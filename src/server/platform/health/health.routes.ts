import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { hashToken } from "#server/platform/session.ts";
import type { Metrics } from "#server/platform/health/metrics.ts";
import { readiness, type ReadinessSources } from "#server/platform/health/readiness.ts";

export interface HealthOptions extends ReadinessSources {
  readonly metrics: Metrics;
  /** Whoever shows it reads `/metrics` from anywhere; without one only this machine does. */
  readonly metricsToken: string | undefined;
}

const ownMachine = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;
const signsOfProxy = ["forwarded", "via", "x-forwarded-for", "x-real-ip"];

/** A proxy on this machine passes on requests of the whole world: those are not the machine's own. */
const isOwnMachine = (request: FastifyRequest): boolean =>
  ownMachine.test(request.socket.remoteAddress ?? "") &&
  signsOfProxy.every((name) => request.headers[name] === undefined);

const showsToken = (request: FastifyRequest, token: string | undefined): boolean => {
  const shown = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined || shown === undefined) return false;
  return timingSafeEqual(hashToken(shown), hashToken(token));
};

/**
 * For those who keep the machine running: `/health` (the process lives), `/ready` (it can serve; 503 with codes
 * when not) and `/metrics` for Prometheus.
 */
export const registerHealth = (app: FastifyInstance, options: HealthOptions): void => {
  const notReady = readiness(options);
  app.get("/health", (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "alive" }),
  );
  app.get("/ready", async (_request, reply) => {
    const codes = await notReady();
    const status = codes.length === 0 ? "ready" : "not-ready";
    return reply
      .code(codes.length === 0 ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status, codes });
  });
  app.get("/metrics", async (request, reply) => {
    if (!isOwnMachine(request) && !showsToken(request, options.metricsToken))
      return reply.callNotFound();
    return reply
      .header("cache-control", "no-store")
      .type(options.metrics.contentType)
      .send(await options.metrics.text());
  });
};
