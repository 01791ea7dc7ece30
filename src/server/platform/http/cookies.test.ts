import cookie from "@fastify/cookie";
import Fastify from "fastify";
import { expect, test } from "vitest";
import {
  clearSessionCookie,
  cookieOptions,
  sessionCookie,
  setCookie,
} from "#server/platform/http/cookies.ts";

const cookieFrom = async (isHttps: boolean, url: string, headers: Record<string, string>) => {
  const app = Fastify({ trustProxy: "127.0.0.1" });
  await app.register(cookie, cookieOptions(isHttps));
  app.get("/in", (_, reply) => {
    setCookie(reply, sessionCookie, "token");
    return {};
  });
  app.get("/out", (_, reply) => {
    clearSessionCookie(reply);
    return {};
  });
  const { cookies } = await app.inject({ url, headers });
  await app.close();
  return cookies[0];
};

test.each([
  ["on this machine", false, {}, undefined],
  ["behind a trusted proxy that says so", false, { "x-forwarded-proto": "https" }, true],
  ["where people reach us by https, whatever the last hop says", true, {}, true],
])("a session's cookie goes over https alone %s", async (_, isHttps, headers, secure) => {
  const found = await cookieFrom(isHttps, "/in", headers);
  expect(found).toMatchObject({ name: sessionCookie, httpOnly: true, sameSite: "Lax", path: "/" });
  expect(found?.secure).toBe(secure);
  const cleared = await cookieFrom(isHttps, "/out", headers);
  expect(cleared).toMatchObject({ value: "", path: "/" });
});
