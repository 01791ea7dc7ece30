import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findingSchema, scrubRuleIds } from "#domain/billing/claims/finding.ts";
import { readInstitutional } from "#edi/837i/read-institutional.ts";
import { readProfessional } from "#edi/837p/read-professional.ts";
import { headerRules } from "#edi/scrub/header-rules.ts";
import { diagnosisKnown, type ScrubContext } from "#edi/scrub/scrub-context.ts";
import { institutionalRules, professionalRules } from "#edi/scrub/scrub-rules.ts";
import { scrubInstitutional, scrubProfessional } from "#edi/scrub/scrub.ts";
import { serviceKey } from "#edi/scrub/service-key.ts";
import { problemList } from "#edi/x12/problem.ts";
import { institutionalClaim, professionalClaim } from "#test/support/arbitrary-claims.ts";
import { fileOf, goodInstitutional, goodProfessional } from "#test/support/good-claims.ts";

const [first] = readProfessional([fileOf(goodProfessional)], problemList());
const [bill] = readInstitutional([fileOf(goodInstitutional)], problemList());
if (first === undefined || bill === undefined) throw new Error("no sample");
const { claim, header } = first;

const found = (context: ScrubContext) =>
  scrubProfessional(claim, header, context).map(({ rule, loop, element }) => [rule, loop, element]);

test("every rule of the list is there, at most once for each kind of subject, with a source", () => {
  const ids = [headerRules, professionalRules, institutionalRules].map((rules) =>
    rules.map(({ id }) => id),
  );
  for (const list of ids) expect(new Set(list).size).toBe(list.length);
  expect(new Set(ids.flat())).toEqual(new Set(scrubRuleIds));
  for (const { source, at } of [...headerRules, ...professionalRules, ...institutionalRules]) {
    expect(source).toMatch(/\d|NCCI|HCPCS|contract/);
    expect(at).not.toBe("");
  }
});

describe("what the file alone cannot tell", () => {
  test("a bare claim is asked nothing of it", () => {
    expect(found({})).toEqual([]);
    expect(scrubInstitutional(bill.claim, bill.header)).toEqual([]);
  });

  test("days that are still to come", () => {
    expect(found({ today: "2026-11-03" })).toEqual([
      ["transaction-date", "ST", "BHT04"],
      ["service-date-future", "2400", "DTP03"],
    ]);
  });

  test("a payer's time to file runs from the last service", () => {
    expect(found({ today: "2027-02-02", timelyFilingDays: 90 })).toEqual([]);
    expect(found({ today: "2027-02-03", timelyFilingDays: 90 })).toEqual([
      ["timely-filing", "2400", "DTP03"],
    ]);
  });

  test("the authorization is there, known, and holds on each day", () => {
    const known = { number: "PA1001", startsOn: "2026-11-01", endsOn: "2026-11-30" };
    expect(found({ authorizations: [known], needsAuthorization: true })).toEqual([]);
    expect(found({ authorizations: [{ ...known, number: "PA1002" }] })).toEqual([
      ["authorization-match", "2300", "REF02"],
    ]);
    expect(found({ authorizations: [{ ...known, endsOn: "2026-11-03" }] })).toEqual([
      ["authorization-match", "2400", "DTP03"],
    ]);
    // Two spans of one number: each day lies in one of them.
    const later = { ...known, startsOn: "2026-11-04", endsOn: null };
    expect(found({ authorizations: [{ ...known, endsOn: "2026-11-03" }, later] })).toEqual([]);
    const without = { ...claim, references: {} };
    expect(scrubProfessional(without, null, { needsAuthorization: true })).toMatchObject([
      { rule: "authorization-missing", loop: "2300", element: "REF02", mend: "authorization" },
    ]);
  });

  test("a number and a day of another claim", () => {
    expect(found({ seen: (control) => control === "HS00000001" })).toEqual([
      ["control-number-repeated", "2300", "CLM01"],
    ]);
    const [line] = claim.lines;
    const taken = line === undefined ? "" : serviceKey(claim, line);
    const otherDays = (key: string) => (key === taken ? "HS0000000X" : null);
    expect(found({ otherDays })).toEqual([["duplicate-day", "2400", "DTP03"]]);
    const references = { ...claim.references, payerClaimControl: "P1" };
    const replacing = { ...claim, frequency: "7", references };
    expect(scrubProfessional(replacing, null, { otherDays })).toEqual([]);
  });

  test("another code set", () => {
    expect(found({ diagnosisOn: (code) => code !== "F329" })).toEqual([
      ["diagnosis-valid", "2300", "HI"],
    ]);
  });
});

describe("a diagnosis on a day", () => {
  test.each([
    ["F1020", "2026-11-02", true],
    ["F10", "2026-11-02", false],
    ["F328", "2026-11-02", false],
    ["F3281", "2026-11-02", true],
    ["F0151", "2022-09-30", true],
    ["F0151", "2022-10-01", false],
    ["F9999", "2026-11-02", false],
    // Not of the field: the product does not hold it and does not judge it.
    ["E119", "2026-11-02", true],
    ["F9999", "2016-01-01", true],
  ])("%s on %s: %s", (code, day, expected) => expect(diagnosisKnown(code, day)).toBe(expected));
});

describe("what goes out", () => {
  test("a delimiter in a name is found before the writer takes it out", () => {
    const person = { ...claim.subscriber.person, name: "SAM*PLE", first: "Zoë" };
    const changed = { ...claim, subscriber: { ...claim.subscriber, person } };
    expect(scrubProfessional(changed, null)).toEqual([
      {
        rule: "text-characters",
        severity: "warning",
        loop: "2010BA",
        element: "NM103",
        values: { characters: "*", said: "SAM*PLE", written: "SAM PLE" },
        mend: "patient",
      },
      {
        rule: "text-characters",
        severity: "warning",
        loop: "2010BA",
        element: "NM104",
        values: { characters: "ë", said: "Zoë", written: "Zoe" },
        mend: "patient",
      },
    ]);
  });

  test("claims nobody made: every finding has its place, and none makes a rule throw", () => {
    const all = fc.oneof(
      professionalClaim.map((one) => scrubProfessional(one, header, { today: "2026-11-22" })),
      institutionalClaim.map((one) => scrubInstitutional(one, header, { today: "2026-11-22" })),
    );
    fc.assert(
      fc.property(all, (findings) => {
        for (const finding of findings) {
          expect(findingSchema.parse(finding)).toEqual(finding);
          expect(finding.loop).toMatch(/^(?:ST|GS|\d{4}[A-I]{0,2})$/);
          expect(finding.element).toMatch(/^[A-Z][A-Z0-9]{1,2}(?:\d\d)?(?:-\d)?$/);
        }
      }),
      { numRuns: 400 },
    );
  });
});
