import { expect, test } from "vitest";
import { differencesBetween } from "#domain/billing/claims/claim-differences.ts";
import { claimSnapshotSchema } from "#domain/billing/claims/claim-snapshot.ts";
import { sampleSnapshot } from "#test/support/sample-claim.ts";

const sent = claimSnapshotSchema.parse(
  sampleSnapshot({ claimId: crypto.randomUUID(), control: "SW00000001" }),
);

test("a claim under another number, as a correction, says the same", () => {
  const again = { ...sent, control: "SW00000002", frequency: "7" as const, payerClaimControl: "1" };
  expect(differencesBetween(sent, again)).toEqual([]);
});

test("what a payer would read otherwise is named", () => {
  const [line] = sent.lines;
  if (line === undefined) throw new Error("There is no line.");
  const dearer = { ...sent, lines: [{ ...line, chargeCents: line.chargeCents + 1 }] };
  expect(differencesBetween(sent, dearer)).toEqual(["charges"]);
  const card = { ...sent, subscriber: { ...sent.subscriber, memberNumber: "M1" } };
  expect(differencesBetween(sent, card)).toEqual(["coverage"]);
  const named = { ...sent, subscriber: { ...sent.subscriber, last: "Else" }, diagnoses: [] };
  expect(differencesBetween(sent, named)).toEqual(["diagnoses", "person"]);
});
