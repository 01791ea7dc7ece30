import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { route } from "#domain/contract/route.ts";
import { call } from "#web/platform/call.ts";
import { settleGate } from "#web/platform/signed-in-gate.ts";
import { beginVisit, visitId } from "#web/platform/visit.ts";

const addSite = route({
  method: "POST",
  path: "/sites",
  summary: "Add a site",
  permission: "practice:manage",
  purpose: "operations",
  audit: { verb: "site.create", subjects: "none" },
  input: z.object({ name: z.string() }),
  output: z.object({ id: z.string() }),
});
const readSite = route({
  method: "GET",
  path: "/sites/{siteId}",
  summary: "One site",
  permission: "practice:read",
  purpose: "operations",
  audit: { verb: "site.read", subjects: "none" },
  input: z.object({ siteId: z.string() }),
  output: z.object({ id: z.string() }),
});

const answers = vi.fn<typeof fetch>();
const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status });
const refusal = (status: number, code: string): Response =>
  answer(status, { status, code, values: {}, fields: {} });
const headersOf = (callNumber: number): Headers =>
  new Headers(answers.mock.calls[callNumber]?.[1]?.headers);

beforeEach(() => vi.stubGlobal("fetch", answers));
afterEach(() => {
  answers.mockReset();
  vi.unstubAllGlobals();
});

test("a change carries the given key and its input as JSON", async () => {
  answers.mockResolvedValueOnce(answer(201, { id: "s1" }));
  await expect(call(addSite, { name: "Eastside" }, { idempotencyKey: "k1" })).resolves.toEqual({
    id: "s1",
  });
  expect(answers.mock.calls[0]?.[0]).toBe("/api/sites");
  expect(answers.mock.calls[0]?.[1]?.body).toBe('{"name":"Eastside"}');
  expect(headersOf(0).get("idempotency-key")).toBe("k1");
});

test("a read carries the visit of the screen and no key; another screen is another visit", async () => {
  answers.mockImplementation(() => Promise.resolve(answer(200, { id: "s1" })));
  const first = visitId();
  await call(readSite, { siteId: "s1" });
  beginVisit();
  await call(readSite, { siteId: "s1" });
  expect(headersOf(0).get("idempotency-key")).toBeNull();
  expect(headersOf(0).get("x-visit-id")).toBe(first);
  expect(headersOf(1).get("x-visit-id")).not.toBe(first);
});

test("a refusal keeps its code, values and fields", async () => {
  answers.mockResolvedValueOnce(
    answer(400, {
      status: 400,
      code: "invalid-input",
      values: { most: 3 },
      fields: { name: { code: "required" } },
    }),
  );
  await expect(call(addSite, { name: "" })).rejects.toMatchObject({
    code: "invalid-input",
    status: 400,
    values: { most: 3 },
    fields: { name: { code: "required" } },
  });
});

test("no answer is offline; an answer that is not ours is not ready", async () => {
  answers.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  await expect(call(addSite, { name: "x" })).rejects.toMatchObject({ code: "offline", status: 0 });
  answers.mockResolvedValueOnce(new Response("<html>", { status: 502 }));
  await expect(call(addSite, { name: "x" })).rejects.toMatchObject({ code: "not-ready" });
});

test("when the session ended, the call waits for the sign-in and is sent again with the same key", async () => {
  answers
    .mockResolvedValueOnce(refusal(401, "signed-out"))
    .mockResolvedValueOnce(answer(201, { id: "s1" }));
  const done = call(addSite, { name: "Eastside" });
  await vi.waitFor(() => expect(answers).toHaveBeenCalledOnce(), { timeout: 15_000 });
  await new Promise((resolve) => setTimeout(resolve));
  expect(answers).toHaveBeenCalledOnce();
  settleGate("signed-out", true);
  await expect(done).resolves.toEqual({ id: "s1" });
  expect(headersOf(1).get("idempotency-key")).toBe(headersOf(0).get("idempotency-key"));
});

test("whoever turns away from the gate gets the refusal", async () => {
  answers.mockResolvedValueOnce(refusal(403, "confirmation-needed"));
  const done = call(addSite, { name: "Eastside" }).catch((problem: unknown) => problem);
  await vi.waitFor(() => expect(answers).toHaveBeenCalledOnce(), { timeout: 15_000 });
  await new Promise((resolve) => setTimeout(resolve));
  settleGate("confirmation-needed", false);
  await expect(done).resolves.toMatchObject({ code: "confirmation-needed" });
});

test("a quiet call never opens the gate", async () => {
  answers.mockResolvedValueOnce(refusal(401, "signed-out"));
  await expect(call(readSite, { siteId: "s1" }, { quiet: true })).rejects.toMatchObject({
    code: "signed-out",
  });
});
