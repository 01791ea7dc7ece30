import { describe, expect, it } from "vitest";
import { z } from "zod";
import { toRequest } from "#domain/contract/client.ts";
import { changesState, route } from "#domain/contract/route.ts";

const whole = {
  method: "GET",
  path: "/things/{thingId}",
  summary: "One thing",
  permission: "practice:read",
  purpose: "operations",
  audit: { verb: "thing.read", subjects: "none" },
  input: z.object({ thingId: z.string(), tags: z.array(z.string()).optional() }),
  output: z.object({ name: z.string() }),
} as const;

describe("a contract that lacks a wall does not compile", () => {
  const { permission, audit, output, purpose, ...rest } = whole;

  it("without a permission", () => {
    // @ts-expect-error -- nobody said who may
    expect(route({ ...rest, audit, output, purpose })).toBeDefined();
  });
  it("with a permission nobody knows", () => {
    // @ts-expect-error -- not in the list of permissions
    expect(route({ ...whole, permission: "everything:do" })).toBeDefined();
  });
  it("without an audit verb", () => {
    // @ts-expect-error -- the trail would not know what happened
    expect(route({ ...rest, permission, output, purpose })).toBeDefined();
  });
  it("with an audit rule that does not say whom it touches", () => {
    // @ts-expect-error -- subjects must be named, or "none"
    expect(route({ ...whole, audit: { verb: "thing.read" } })).toBeDefined();
  });
  it("without an output schema", () => {
    // @ts-expect-error -- anything could leave
    expect(route({ ...rest, permission, audit, purpose })).toBeDefined();
  });
  it("without a purpose", () => {
    // @ts-expect-error -- use needs a purpose
    expect(route({ ...rest, permission, audit, output })).toBeDefined();
  });
  it("open to anyone without a rate limit", () => {
    // @ts-expect-error -- anyone means anyone, as often as they like
    expect(route({ ...whole, permission: "anyone" })).toBeDefined();
  });
  it("while the same with a rate limit does", () => {
    const open = route({ ...whole, permission: "anyone", rateLimit: { limit: 5, seconds: 60 } });
    expect(open.rateLimit).toEqual({ limit: 5, seconds: 60 });
  });
});

describe("toRequest", () => {
  it("fills the path and sends the rest of a read as a query", () => {
    const request = toRequest(route(whole), { thingId: "a/b", tags: ["x", "y z"] });
    expect(request).toEqual({
      method: "GET",
      url: "/api/things/a%2Fb?tags=x&tags=y+z",
      body: undefined,
    });
  });
  it("sends the rest of a change as its body", () => {
    const change = route({ ...whole, method: "PATCH" });
    const request = toRequest(change, { thingId: "1", tags: ["x"] });
    expect(request).toEqual({ method: "PATCH", url: "/api/things/1", body: { tags: ["x"] } });
    expect(changesState(change)).toBe(true);
  });
});
