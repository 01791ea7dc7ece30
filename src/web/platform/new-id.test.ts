import { expect, test } from "vitest";
import { isId } from "#domain/basics/ids.ts";
import { newId } from "#web/platform/new-id.ts";

test("a device's id is a UUIDv7 that carries the time and is never made twice", () => {
  const before = Date.now();
  const ids = Array.from({ length: 500 }, newId);
  const after = Date.now();
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) {
    expect(isId(id)).toBe(true);
    expect(id[14]).toBe("7");
    expect("89ab").toContain(id[19]);
    const at = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(after);
  }
});
