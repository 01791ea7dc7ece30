import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedFields, threeSides } from "#web/platform/three-sides.ts";

const never = (): boolean => false;
const was = { name: "Eastside", phone: "", city: "Denver" };

describe("two people change the same record", () => {
  test("what only they changed is followed, what only I changed is mine", () => {
    const theirs = { ...was, phone: "1" };
    const mine = { ...was, city: "Boulder" };
    expect(threeSides({ was, theirs, mine }, never)).toEqual({
      following: ["phone"],
      undecided: [],
    });
  });

  test("what both changed to different values is asked", () => {
    const theirs = { ...was, name: "East" };
    const mine = { ...was, name: "Eastern" };
    expect(threeSides({ was, theirs, mine }, never).undecided).toEqual(["name"]);
    expect(threeSides({ was, theirs, mine }, (name) => name === "name").undecided).toEqual([]);
  });

  test("what both changed to the same value is settled", () => {
    const both = { ...was, name: "East" };
    expect(threeSides({ was, theirs: both, mine: both }, never)).toEqual({
      following: [],
      undecided: [],
    });
  });

  test("nothing typed is ever overwritten, and nothing of theirs is overwritten unasked", () => {
    const values = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) });
    fc.assert(
      fc.property(values, values, values, (base, theirs, mine) => {
        const { following, undecided } = threeSides({ was: base, theirs, mine }, never);
        const names = ["a", "b", "c"] as const;
        for (const name of names) {
          const isMine = mine[name] !== base[name];
          if (isMine) expect(following).not.toContain(name);
          const losesTheirs = isMine && theirs[name] !== base[name] && theirs[name] !== mine[name];
          expect(undecided.includes(name)).toBe(losesTheirs);
        }
      }),
    );
  });
});

test("only what differs is sent, objects as a whole", () => {
  const facts = { name: "A", address: { city: "Denver", unit: null } };
  expect(changedFields(facts, structuredClone(facts))).toEqual({});
  const moved = { ...facts, address: { city: "Boulder", unit: null } };
  expect(changedFields(moved, facts)).toEqual({ address: moved.address });
});
