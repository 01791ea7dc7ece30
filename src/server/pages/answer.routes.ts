import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

/** A body that is sent again and again: hashed and packed once. */
export interface Prepared {
  readonly type: string;
  readonly tag: string;
  readonly plain: Buffer;
  readonly packed: Buffer | undefined;
}

const isText = (type: string): boolean => /^text\/|json|svg/.test(type);

const tagOf = (body: string | Buffer): string =>
  `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

export const prepare = (type: string, body: string | Buffer): Prepared => {
  const plain = Buffer.from(body);
  return { type, tag: tagOf(plain), plain, packed: isText(type) ? gzipSync(plain) : undefined };
};

const takesGzip = (request: FastifyRequest): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
    request.headers["accept-encoding"]?.toString() ?? "",
  );

/** True where the reader holds this very version (RFC 9110 13.1.2; weak comparison). */
const holds = (request: FastifyRequest, tag: string): boolean =>
  (request.headers["if-none-match"] ?? "")
    .split(",")
    .some((one) => one.trim().replace(/^W\//, "") === tag);

/** Sends what was prepared; 304 to a reader who holds it already. */
export const answerPrepared = (
  request: FastifyRequest,
  reply: FastifyReply,
  prepared: Prepared,
  cacheControl: string,
): FastifyReply => {
  void reply
    .header("cache-control", cacheControl)
    .header("etag", prepared.tag)
    .header("vary", "accept-encoding, accept-language, cookie");
  if (holds(request, prepared.tag)) return reply.code(304).send();
  void reply.type(prepared.type);
  if (prepared.packed === undefined || !takesGzip(request)) return reply.send(prepared.plain);
  return reply.header("content-encoding", "gzip").send(prepared.packed);
};

/** Sends a page. A browser may keep it and asks each time whether it is still so, unless the route said before that nobody keeps it. */
export const answerPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  document: string,
  status = 200,
): FastifyReply => {
  void reply
    .header("vary", "accept-language, cookie")
    .type("text/html; charset=utf-8")
    .code(status);
  if (status !== 200 || reply.getHeader("cache-control") === "no-store")
    return reply.header("cache-control", "no-store").send(document);
  const tag = tagOf(document);
  void reply.header("cache-control", "no-cache").header("etag", tag);
  return holds(request, tag) ? reply.code(304).send() : reply.send(document);
};
