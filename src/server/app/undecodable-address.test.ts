import Fastify, { type FastifyReply } from "fastify";
import { expect, test } from "vitest";
import { answerUndecodable, asItStands } from "#server/app/undecodable-address.ts";

const ask = async (url: string, accept: string) => {
  const app = Fastify({
    frameworkErrors: (_error, request, reply: unknown) =>
      answerUndecodable(request, reply as FastifyReply),
  });
  app.get("/staff/*", () => "the screen");
  const { statusCode, headers, body } = await app.inject({ url, headers: { accept } });
  await app.close();
  return { statusCode, to: headers.location, body };
};

test.each([
  ["/staff/invitation/abc%", "/staff/invitation/abc%25"],
  ["/staff/invitation/a%2", "/staff/invitation/a%252"],
  ["/staff/invitation/%41%", "/staff/invitation/%41%25"],
  ["/my/x%ff", "/my/x%25ff"],
  ["/my/%c3%", "/my/%25c3%25"],
])("whoever reads a page at %s is led to %s", async (from, to) => {
  expect(asItStands(from)).toBe(to);
  expect(() => decodeURIComponent(to)).not.toThrow();
  expect(await ask(from, "text/html,*/*")).toMatchObject({ statusCode: 303, to });
});

test.each([
  ["/api/sites/%ff", "text/html"],
  ["/staff/%", "application/json"],
  ["//elsewhere.example/staff/%", "text/html"],
  ["/\\elsewhere.example/%", "text/html"],
])("%s, asked for as %s, names nothing and leads nowhere", async (from, accept) => {
  const { statusCode, to, body } = await ask(from, accept);
  expect([statusCode, to]).toEqual([404, undefined]);
  expect(body).toContain("not-found");
});
