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

/** What somebody comes to who is not signed in, besides the sign-in: a page of its own, that loads little. */
const staffDoors = ["/staff/forgotten", "/staff/reset/:token", "/staff/invitation/:token"];

/**
 * The two built apps: one page each for everything below `/staff` and `/my`, one for their doors and one for their sign-ins, their files under `/assets` with
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
  const pageAt = (address: string, page: string): void => {
    app.get(address, (_, reply) => reply.sendFile(page));
  };
  for (const address of ["/staff", "/staff/*"]) pageAt(address, "staff.html");
  for (const address of ["/my", "/my/*"]) pageAt(address, "patient.html");
  for (const address of staffDoors) pageAt(address, "staff-door.html");
  pageAt("/staff/sign-in", "staff-sign-in.html");
  pageAt("/my/sign-in", "patient-sign-in.html");
};
