import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disclosurePurposes, informationKinds } from "#domain/privacy/information.ts";
import { mayDisclose, type Telling } from "#domain/privacy/may-disclose.ts";
import {
  keptBackBy,
  mustAgree,
  restrictionProblems,
  restrictionState,
} from "#domain/privacy/restriction-rules.ts";
import type { RestrictionTerms } from "#domain/privacy/restriction.ts";

const on = "2026-11-19";
type Known = RestrictionTerms & { readonly id: string };
const agreed: Known = {
  id: "restriction",
  askedOn: "2026-11-01",
  askedBy: "Juniper Ellsworth",
  askerRelation: "patient",
  recipientKind: "named",
  recipients: ["Dr. Amára Osei"],
  information: ["attendance", "progress"],
  purposes: ["treatment", "operations"],
  paidInFull: false,
  answer: "agreed",
  answeredOn: "2026-11-02",
  endedOn: null,
};
const telling = (more: Partial<Telling> = {}): Telling => ({
  labels: ["mental-health"],
  consents: [],
  recipient: { name: "dr. amara  osei", isPatient: false, classes: [] },
  purpose: "treatment",
  information: ["attendance"],
  on,
  restrictions: [agreed],
  ...more,
});
const refusal = (more: Partial<Telling>) => {
  const verdict = mayDisclose(telling(more));
  return verdict.allowed ? verdict.basis : verdict.refused;
};

describe("what was agreed to be kept back (42 CFR 2.26)", () => {
  test("is not told, even where the law alone would let it, and however the name is written", () => {
    expect(refusal({})).toBe("restricted-by-agreement");
    expect(refusal({ restrictions: [] })).toBe("treatment-payment-operations");
  });

  test("is kept back with the rest of what is told beside it", () => {
    expect(refusal({ information: ["diagnoses", "progress"] })).toBe("restricted-by-agreement");
    expect(refusal({ information: ["diagnoses"] })).toBe("treatment-payment-operations");
  });

  test.each<[string, Partial<RestrictionTerms>]>([
    ["nobody has answered", { answer: null, answeredOn: null }],
    ["it was not agreed to", { answer: "not-agreed" }],
    ["it is agreed to from tomorrow", { answeredOn: "2026-11-20" }],
    ["it was ended today", { endedOn: on }],
    ["it is about another purpose", { purposes: ["payment"] }],
    ["it names somebody else", { recipients: ["Dr. Amara Oseia"] }],
  ])("is told where %s", (_, change) => {
    const restrictions = [{ ...agreed, ...change }];
    expect(refusal({ restrictions })).toBe("treatment-payment-operations");
  });

  test("is opened by an emergency, and does not stand before the order of a court or the patient", () => {
    const emergency = {
      ground: "consent-not-obtainable",
      affiliation: "Any Hospital",
      toldBy: "Theo Therapist",
      toldAt: "2026-11-19T19:50:00Z",
      nature: "Unresponsive",
    } as const;
    expect(refusal({ ground: { basis: "emergency", emergency } })).toBe("emergency");
    const patient = { name: "Juniper Ellsworth", isPatient: true, classes: [] };
    const anybody: Known = { ...agreed, recipientKind: "anybody", recipients: [] };
    expect(
      refusal({ recipient: patient, purpose: "patient-request", restrictions: [anybody] }),
    ).toBe("patient-request");
  });

  test("never reaches beyond treatment, payment and operations (2.26(a)(5)), and anybody is everybody", () => {
    const anybody: RestrictionTerms = {
      ...agreed,
      recipientKind: "anybody",
      recipients: [],
      information: [...informationKinds],
      purposes: ["treatment", "payment", "operations"],
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...disclosurePurposes),
        fc.constantFrom(...informationKinds),
        fc.string(),
        (purpose, kind, name) => {
          const told = {
            recipient: { name, isPatient: false, classes: [] },
            purpose,
            information: [kind],
          };
          const isMeant = ["treatment", "payment", "operations"].includes(purpose);
          expect(keptBackBy([anybody], told, on) !== undefined).toBe(isMeant);
        },
      ),
    );
  });

  test("is kept from a class of recipients", () => {
    const plans: Known = { ...agreed, recipientKind: "class", recipients: ["health-plans"] };
    const plan = { name: "Any Plan", isPatient: false, classes: ["health-plans"] } as const;
    const told = { recipient: { ...plan, classes: [...plan.classes] }, restrictions: [plans] };
    expect(refusal(told)).toBe("restricted-by-agreement");
    expect(refusal({ restrictions: [plans] })).toBe("treatment-payment-operations");
  });
});

describe("a request", () => {
  test.each<[boolean, Partial<RestrictionTerms>]>([
    [true, { recipientKind: "class", recipients: ["health-plans"], purposes: ["payment"] }],
    [true, { purposes: ["payment", "operations"] }],
    [false, { purposes: ["payment", "treatment"] }],
    [false, { recipientKind: "anybody", recipients: [], purposes: ["payment"] }],
    [false, { recipientKind: "class", recipients: ["treating-providers"], purposes: ["payment"] }],
    [false, { purposes: ["payment"], paidInFull: false }],
  ])("has to be agreed to: %s (2.26(a)(6))", (expected, change) => {
    expect(mustAgree({ ...agreed, paidInFull: true, ...change })).toBe(expected);
  });

  test("names somebody unless it means anybody, and a class that there is", () => {
    expect(restrictionProblems({ recipientKind: "named", recipients: [] })).toEqual({
      recipients: { code: "required" },
    });
    expect(restrictionProblems({ recipientKind: "anybody", recipients: ["x"] })).toEqual({
      recipients: { code: "not-a-choice" },
    });
    expect(restrictionProblems({ recipientKind: "class", recipients: ["x"] })).toEqual({
      recipients: { code: "not-a-choice" },
    });
    expect(restrictionProblems({ recipientKind: "class", recipients: ["health-plans"] })).toEqual(
      {},
    );
  });

  test("stands where its answer and its end put it", () => {
    expect(restrictionState(agreed, "2026-11-01")).toBe("asked");
    expect(restrictionState(agreed, "2026-11-02")).toBe("in-force");
    expect(restrictionState({ ...agreed, endedOn: "2026-11-10" }, "2026-11-09")).toBe("in-force");
    expect(restrictionState({ ...agreed, endedOn: "2026-11-10" }, "2026-11-10")).toBe("ended");
  });
});
