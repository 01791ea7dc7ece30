import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
} from "fastify";
import { securityHeaders } from "#server/app/security-headers.ts";
import { answerUndecodable } from "#server/app/undecodable-address.ts";
import { cookieOptions } from "#server/platform/http/cookies.ts";
import { answerProblems, mount } from "#server/platform/http/mount.ts";
import type { MountedRoute } from "#server/platform/http/on.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";

const oneMegabyte = 1_000_000;
/** How long a request may take to arrive. */
const twoMinutesMs = 120_000;

export interface ServerOptions {
  readonly services: HttpServices;
  readonly routes: readonly MountedRoute[];
  readonly logger: FastifyBaseLogger;
  /** Hooks that must see every request, put in before any route. */
  readonly watch?: (app: FastifyInstance) => void;
  /** Addresses of proxies whose `X-Forwarded-*` is believed; none by default. */
  readonly trustProxy?: string | boolean;
  /** People reach us over HTTPS, whatever the last hop speaks. */
  readonly isHttps?: boolean;
}

/**
 * A script, a sheet or a font: none is a document, so its policy would say nothing, and a first screen asks for ten of them over a
 * slow line.
 */
const isPartOfPage = (url: string): boolean => /^\/assets\/[\w.-]+\.(?:js|css|woff2)$/.test(url);

/** The HTTP server with its walls: headers, cookies, limits, problems, and every API route. */
export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const app: FastifyInstance = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: "requestId",
    }),
    frameworkErrors: (_error, request, reply: unknown) =>
      answerUndecodable(request, reply as FastifyReply),
    genReqId: () => options.services.newId(),
    bodyLimit: oneMegabyte,
    requestTimeout: twoMinutesMs,
    trustProxy: options.trustProxy ?? false,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  const always = await securityHeaders();
  const { "content-security-policy": _, ...ofParts } = always;
  const ofApi = { ...always, "cache-control": "no-store" };
  app.addHook("onRequest", ({ url, id }, reply, done) => {
    reply.headers(url.startsWith("/api/") ? ofApi : isPartOfPage(url) ? ofParts : always);
    reply.header("x-request-id", id);
    done();
  });
  options.watch?.(app);
  await app.register(cookie, cookieOptions(options.isHttps === true));
  await app.register(multipart, { throwFileSizeLimit: false });
  answerProblems(app);
  mount(app, options.routes, options.services);
  return app;
};
