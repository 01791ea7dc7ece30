import { existsSync } from "node:fs";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const year = 31_536_000;

/**
 * The two built apps: one page each for everything below `/staff` and `/my`, their files under `/assets` with
 * names that change with the content, compressed when they were built.
 */
export const serveWebFiles = async (app: FastifyInstance, folder: string): Promise<void> => {
  if (!existsSync(path.join(folder, "staff.html"))) return;
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    index: false,
    wildcard: false,
    setHeaders: (reply, file) => {
      const isNamedByContent = file.includes(`${path.sep}assets${path.sep}`);
      reply.header(
        "cache-control",
        isNamedByContent ? `public, max-age=${year}, immutable` : "no-cache",
      );
    },
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
