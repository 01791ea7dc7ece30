import Fastify from "fastify";
import { expect, test } from "vitest";
import { answerPage } from "#server/pages/answer.routes.ts";

const app = Fastify();
app.get("/kept", (request, reply) => answerPage(request, reply, "<p>Programs</p>"));
app.get("/letters", (request, reply) => {
  void reply.header("cache-control", "no-store");
  return answerPage(request, reply, "<p>Your code is 123 456</p>");
});
app.get("/missing", (request, reply) => answerPage(request, reply, "<p>Nothing here</p>", 404));

test("a page is kept and asked for anew", async () => {
  const first = await app.inject("/kept");
  expect(first.headers).toMatchObject({ "cache-control": "no-cache", etag: expect.any(String) });
  const headers = { "if-none-match": String(first.headers.etag) };
  expect((await app.inject({ url: "/kept", headers })).statusCode).toBe(304);
});

test.each(["/letters", "/missing"])("nobody keeps %s", async (url) => {
  const { headers } = await app.inject(url);
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["etag"]).toBeUndefined();
});
