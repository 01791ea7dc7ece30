import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { supervisionProblem, supervisorsAbove } from "#domain/practice/supervision.ts";

const links = (...pairs: readonly (readonly [string, string])[]) => new Map(pairs);

describe("who may supervise whom", () => {
  test("nobody supervises themselves", () => {
    expect(supervisionProblem("ana", "ana", links())).toBe("own-supervisor");
  });

  test("two people do not supervise each other", () => {
    expect(supervisionProblem("ana", "bo", links(["bo", "ana"]))).toBe("supervision-circle");
  });

  test("a circle is found through any number of people", () => {
    const chain = links(["dee", "cy"], ["cy", "bo"], ["bo", "ana"]);
    expect(supervisionProblem("ana", "dee", chain)).toBe("supervision-circle");
    expect(supervisionProblem("eli", "dee", chain)).toBeNull();
  });

  test("changing to somebody higher in the same chain is fine", () => {
    expect(supervisionProblem("cy", "ana", links(["cy", "bo"], ["bo", "ana"]))).toBeNull();
  });

  test("the walk upward ends even where the links were wrong already", () => {
    expect(supervisorsAbove(links(["ana", "bo"], ["bo", "ana"]), "ana")).toEqual(["bo", "ana"]);
  });

  test("whatever is accepted, nobody ever stands above themselves", () => {
    const person = fc.constantFrom("a", "b", "c", "d", "e", "f");
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person), { maxLength: 40 }), (wishes) => {
        const supervisorOf = new Map<string, string>();
        for (const [staffId, supervisorId] of wishes) {
          if (supervisionProblem(staffId, supervisorId, supervisorOf) === null)
            supervisorOf.set(staffId, supervisorId);
        }
        for (const staffId of supervisorOf.keys())
          expect(supervisorsAbove(supervisorOf, staffId)).not.toContain(staffId);
      }),
    );
  });

  test("only what would close a circle is refused", () => {
    const person = fc.constantFrom("a", "b", "c", "d", "e", "f");
    const someLinks = fc.array(fc.tuple(person, person), { maxLength: 12 });
    fc.assert(
      fc.property(someLinks, person, person, (wishes, staffId, supervisorId) => {
        const supervisorOf = new Map<string, string>();
        for (const [one, other] of wishes)
          if (supervisionProblem(one, other, supervisorOf) === null) supervisorOf.set(one, other);
        const refused = supervisionProblem(staffId, supervisorId, supervisorOf) !== null;
        const after = new Map(supervisorOf).set(staffId, supervisorId);
        expect(refused).toBe(supervisorsAbove(after, staffId).includes(staffId));
      }),
    );
  });
});
