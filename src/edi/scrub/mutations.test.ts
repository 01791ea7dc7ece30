import { describe, expect, test } from "vitest";
import { scrubRuleIds } from "#domain/billing/claims/finding.ts";
import { checkFile } from "#edi/scrub/check-file.ts";
import { billLineMutations } from "#test/support/bill-line-mutations.ts";
import { billMutations } from "#test/support/bill-mutations.ts";
import { claimMutations } from "#test/support/claim-mutations.ts";
import { fileMutations } from "#test/support/file-mutations.ts";
import { fileOf, goodInstitutional, goodProfessional } from "#test/support/good-claims.ts";
import { counted, type Mutation } from "#test/support/mutation.ts";

const today = "2026-11-22";

/** What is found in a file, each as `rule loop element`. */
const found = (segments: readonly string[]) =>
  checkFile([fileOf(segments)], { today }).findings.map(({ rule, loop, element }) =>
    [rule, loop, element].filter((word) => word !== "").join(" "),
  );

const namesEnvelope = (expected: readonly string[]): boolean =>
  expected.some((one) => /^count-wrong SE|^trailer-missing SE/.test(one));

const professional = [...fileMutations, ...claimMutations];
const institutional = [...billMutations, ...billLineMutations];

test.each([
  ["837P", goodProfessional, 2],
  ["837I", goodInstitutional, 1],
] as const)("nothing is found in the good %s", (_, segments, count) => {
  const { findings, claims, clean } = checkFile([fileOf(segments)], { today });
  expect(findings).toEqual([]);
  expect([claims, clean]).toEqual([count, count]);
});

describe.each([
  ["837P", goodProfessional, professional],
  ["837I", goodInstitutional, institutional],
] as const)(
  "each fault of an %s is found by its rule, and no other rule speaks",
  (_, good, all) => {
    test("of so many kinds", () => {
      expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
      expect(all.length).toBeGreaterThanOrEqual(40);
    });

    const cases = all.map(([name, change, ...expected]) => ({ name, change, expected }));
    test.each(cases)("$name", ({ change, expected }) => {
      const changed = change(good);
      expect(changed).not.toEqual(good);
      const now = found(namesEnvelope(expected) ? changed : counted(changed));
      const [last] = expected.slice(-1);
      if (last === "and others") expect(now).toEqual(expect.arrayContaining(expected.slice(0, -1)));
      else expect(now).toEqual(expected);
    });
  },
);

/** What a file alone cannot show has tests of its own. */
const asksTheContext = new Set(["timely-filing", "authorization-missing", "authorization-match"]);

test("every rule has a fault that only it was made for", () => {
  const all: readonly Mutation[] = [...professional, ...institutional];
  const spoke = new Set(
    all.flatMap(([, , ...expected]) => expected.map((one) => one.split(" ")[0])),
  );
  const silent = scrubRuleIds.filter((id) => !spoke.has(id) && !asksTheContext.has(id));
  expect(silent).toEqual([]);
});
