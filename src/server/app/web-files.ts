import { existsSync } from "node:fs";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const year = 31_536_000;

const withCaching = (value: string) => ({
  preCompressed: true,
  index: false as const,
  setHeaders: (reply: { header(name: string, value: string): unknown }) => {
    reply.header("cache-control", value);
  },
});

/**
 * The two built apps: one page each for everything below `/staff` and `/my`, their files under `/assets` with
 * names that change with the content, compressed when they were built. Those are looked up at each request, so
 * that a build beside a running server is served whole.
 */
export const serveWebFiles = async (app: FastifyInstance, folder: string): Promise<void> => {
  if (!existsSync(path.join(folder, "staff.html"))) return;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    globIgnore: ["assets/**"],
    ...withCaching("no-cache"),
  });
  await app.register(fastifyStatic, {
    root: path.join(folder, "assets"),
    prefix: "/assets/",
    decorateReply: false,
    ...withCaching(`public, max-age=${year}, immutable`),
  });
  for (const [address, page] of [
    ["/staff", "staff.html"],
    ["/my", "patient.html"],
  ] as const) {
    const send = (_: unknown, reply: { sendFile(name: string): unknown }) => reply.sendFile(page);
    app.get(address, send);
    app.get(`${address}/*`, send);
  }
};
