import { expect, it } from "vitest";
import { knownBadPasswords } from "#server/access/known-bad-passwords.ts";

it("the list of known-bad passwords is at hand, in lower case, and read once", async () => {
  const list = await knownBadPasswords();
  expect(list.size).toBeGreaterThan(40_000);
  for (const one of ["password", "iloveyou", "letmein", "qwertyuiop"])
    expect(list.has(one)).toBe(true);
  expect([...list].every((one) => one === one.toLowerCase())).toBe(true);
  expect(await knownBadPasswords()).toBe(list);
});
