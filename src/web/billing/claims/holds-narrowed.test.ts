import { expect, test } from "vitest";
import { holdsNarrowed } from "#web/billing/claims/holds-narrowed.ts";

test.each([
  ["owner=biller", "payer", "p1", "owner=biller&payer=p1"],
  ["code=note-missing", "payer", "p1", "code=note-missing&payer=p1"],
  ["code=no-coverage&filing=soon", "payer", "p1", "filing=soon&payer=p1"],
  ["payer=p1", "code", "note-missing", "payer=p1&code=note-missing"],
  ["payer=p1&owner=biller", "code", "no-coverage", "owner=biller&code=no-coverage"],
] as const)("holds of %j, narrowed by %s to %s", (search, word, value, wanted) => {
  expect(holdsNarrowed(new URLSearchParams(search), word, value).toString()).toBe(wanted);
});
