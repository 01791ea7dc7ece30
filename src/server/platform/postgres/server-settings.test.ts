import { expect, test } from "vitest";
import { forLongLife, serverArguments } from "./server-settings.ts";

const gigabyte = 1024 ** 3;

test.each([
  [0.5, "128MB"],
  [2, "256MB"],
  [4, "512MB"],
  [64, "1024MB"],
])("with %d GB of memory it holds %s of pages", (gigabytes, held) => {
  expect(forLongLife(gigabytes * gigabyte).shared_buffers).toBe(held);
});

const named = (durable: boolean, settings: Readonly<Record<string, string>> = {}) =>
  serverArguments({ socketDir: "/run/some", durable, settings }).filter((one) => one !== "-c");

test("what outlives the machine is never weakened, and tests take no memory", () => {
  expect(named(true).join(" ")).toMatch(/shared_buffers=\d+MB/);
  expect(named(true).join(" ")).not.toMatch(/fsync|synchronous_commit|full_page_writes/);
  expect(named(false).join(" ")).not.toContain("shared_buffers");
});

test("a setting of the caller wins", () => {
  expect(named(true, { shared_buffers: "64MB" })).toContain("shared_buffers=64MB");
  expect(
    named(true, { shared_buffers: "64MB" })
      .join(" ")
      .match(/shared_buffers/g),
  ).toHaveLength(1);
});
