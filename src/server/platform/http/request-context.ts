import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import type { AuditWriter } from "#server/platform/audit/audit-writer.ts";
import type { Clock } from "#server/platform/clock.ts";
import {
  clearSessionCookie,
  deviceCookie,
  sessionCookie,
  setCookie,
} from "#server/platform/http/cookies.ts";
import { deviceOf } from "#server/platform/http/device.ts";
import type { HttpSide } from "#server/platform/http/on.ts";
import type { RateLimiter } from "#server/platform/http/rate-limit.ts";
import { isId } from "#domain/basics/ids.ts";
import { problem } from "#domain/contract/problem.ts";

/** What the mount needs of the rest of the server. */
export interface HttpServices {
  readonly pool: pg.Pool;
  /** For whoever has not signed in: a crowd at the door keeps nobody from working. */
  readonly doorPool: pg.Pool;
  /** For downloads, which hold their connection as long as the reader takes. */
  readonly filePool: pg.Pool;
  readonly clock: Clock;
  readonly audit: AuditWriter;
  readonly limiter: RateLimiter;
  newId(): string;
}

export const sessionTokenOf = (request: FastifyRequest): string | undefined =>
  request.cookies[sessionCookie];

/** The visit of a screen together with what it asks: another question is another line of the trail. */
export const visitOf = (request: FastifyRequest, input: unknown): string | undefined => {
  const header = request.headers["x-visit-id"];
  if (typeof header !== "string" || header.length > 64) return undefined;
  return `${header} ${createHash("sha256").update(JSON.stringify(input)).digest("base64")}`;
};

const draftIdOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers["x-draft-id"];
  return typeof header === "string" && isId(header) ? header : undefined;
};

export const httpSide = (request: FastifyRequest, reply: FastifyReply): HttpSide => ({
  address: request.ip,
  get device() {
    return deviceOf(request.headers["user-agent"]);
  },
  deviceToken: request.cookies[deviceCookie],
  sessionToken: request.cookies[sessionCookie],
  draftId: draftIdOf(request),
  setSessionCookie: (token) => setCookie(reply, sessionCookie, token),
  clearSessionCookie: () => clearSessionCookie(reply),
  setDeviceCookie: (token) => setCookie(reply, deviceCookie, token),
});

/**
 * Refuses a state change that another site's page started. The cookie is SameSite=Lax already; this holds for
 * browsers and paths where that is not enough.
 */
export const refuseForeignOrigin = (request: FastifyRequest): void => {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw problem("not-allowed");
  const { origin } = request.headers;
  if (origin !== undefined && URL.parse(origin)?.host !== request.host)
    throw problem("not-allowed");
};
