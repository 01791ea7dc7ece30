import { describe, expect, test } from "vitest";
import type { Channel } from "#domain/privacy/disclosure.ts";
import { mayDisclose, type Telling } from "#domain/privacy/may-disclose.ts";
import { recordReviewDefects, recordReviewState } from "#domain/privacy/record-review-defects.ts";
import type { RecordReviewDefect, RecordReviewTerms } from "#domain/privacy/record-review.ts";

const on = "2026-11-19";

/** Sound: a payer's auditors look at records on the premises. */
const review: RecordReviewTerms & { readonly id: string } = {
  id: "review",
  kind: "financial-audit",
  performedBy: "Pemberton Audit",
  behalf: "payer",
  behalfOf: "Prairie Health Plan",
  reviewers: ["Ada Pemberton"],
  takesCopies: false,
  agreesLimits: true,
  agreesSecurity: false,
  agreesRetention: false,
  foundQualified: false,
  signedOn: "2026-11-02",
  startsOn: "2026-11-16",
  endsOn: "2026-11-20",
  endedOn: null,
};
const copies = { takesCopies: true, agreesSecurity: true, agreesRetention: true };

describe("the agreement of an audit or evaluation (42 CFR 2.53)", () => {
  test("has everything, on the premises and with copies", () => {
    expect(recordReviewDefects(review)).toEqual([]);
    expect(recordReviewDefects({ ...review, ...copies })).toEqual([]);
    const chosen = { behalf: "own-choice", behalfOf: null, foundQualified: true } as const;
    expect(recordReviewDefects({ ...review, ...chosen })).toEqual([]);
  });

  test.each<[RecordReviewDefect, Partial<RecordReviewTerms>]>([
    ["not-signed", { signedOn: null }],
    ["no-reviewers", { reviewers: [] }],
    ["limits-not-agreed", { agreesLimits: false }],
    ["behalf-not-named", { behalfOf: null }],
    ["not-found-qualified", { behalf: "own-choice" }],
    ["copies-on-own-choice", { ...copies, behalf: "own-choice", foundQualified: true }],
    ["security-not-agreed", { ...copies, agreesSecurity: false }],
    ["retention-not-agreed", { ...copies, agreesRetention: false }],
  ])("lacks: %s", (defect, change) => {
    const lacking = { ...review, ...change };
    expect(recordReviewDefects(lacking)).toEqual([defect]);
    expect(recordReviewState(lacking, on)).toBe("deficient");
  });

  test("opens records from its first through its last day, unless it was ended", () => {
    const states = ["2026-11-15", "2026-11-16", "2026-11-20", "2026-11-21"].map((day) =>
      recordReviewState(review, day),
    );
    expect(states).toEqual(["not-yet", "in-force", "in-force", "over"]);
    expect(recordReviewState({ ...review, signedOn: "2026-11-18" }, "2026-11-17")).toBe("not-yet");
    expect(recordReviewState({ ...review, endedOn: "2026-11-18" }, "2026-11-18")).toBe("ended");
  });
});

const verdict = (change: Partial<RecordReviewTerms>, more: Partial<Telling> = {}) => {
  const judged = mayDisclose({
    labels: ["part-2"],
    consents: [],
    recipient: { name: "ada pemberton", isPatient: false, classes: [] },
    purpose: "operations",
    information: ["attendance", "billing"],
    on,
    channel: "on-premises",
    ground: { basis: "audit", review: { ...review, ...change } },
    ...more,
  });
  return judged.allowed ? judged.basis : judged.refused;
};

describe("an audit", () => {
  test("is told without consent, to the people it names and to nobody else", () => {
    expect(verdict({})).toBe("audit");
    const stranger = { name: "Rhoda Blackwood", isPatient: false, classes: [] };
    expect(verdict({}, { recipient: stranger })).toBe("review-does-not-cover");
    expect(verdict({}, { purpose: "employment" })).toBe("review-does-not-cover");
    expect(verdict({}, { information: ["counseling-notes"] })).toBe("review-does-not-cover");
    expect(verdict({ signedOn: null })).toBe("review-deficient");
    expect(verdict({ endsOn: "2026-11-18" })).toBe("review-over");
    expect(verdict({ startsOn: "2026-11-20" })).toBe("review-not-yet");
    expect(verdict({ endedOn: on })).toBe("review-ended");
  });

  test.each<[Channel, boolean]>([
    ["on-premises", true],
    ["spoken", true],
    ["paper", false],
    ["fax", false],
    ["interface", false],
  ])("takes away nothing without an agreement about copies: %s", (channel, isHere) => {
    expect(verdict({}, { channel })).toBe(isHere ? "audit" : "review-on-premises-only");
    expect(verdict(copies, { channel })).toBe("audit");
  });
});
