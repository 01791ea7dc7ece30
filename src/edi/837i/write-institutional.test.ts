import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InstitutionalClaim } from "#edi/837i/institutional-claim.ts";
import { writeInstitutional } from "#edi/837i/write-institutional.ts";
import { institutionalFiles } from "#test/support/arbitrary-claim-files.ts";

const [outgoing] = fc.sample(institutionalFiles, { seed: 5, numRuns: 1 });
const [transaction] = outgoing?.transactions ?? [];
const [good] = transaction?.claims ?? [];
const [line] = good?.lines ?? [];
if (outgoing === undefined || transaction === undefined || good === undefined || line === undefined)
  throw new Error("no sample");

const write = (claim: InstitutionalClaim) => {
  const transactions = [{ ...transaction, claims: [claim] }];
  const { bytes, problems } = writeInstitutional({ ...outgoing, transactions });
  const found = problems.map(({ code, segment, severity }) => [severity, code, segment].join(" "));
  return { segments: new TextDecoder().decode(bytes).split("~"), found };
};

test("a day of a Medicare IOP is written as its guide wants it", () => {
  const { segments, found } = write({
    ...good,
    control: "HS1",
    facility: "13",
    frequency: "2",
    chargeCents: 28_333,
    admissionType: "3",
    admissionSource: "1",
    patientStatus: "30",
    dates: { statement: { from: "2026-11-02", through: "2026-11-30", time: null } },
    codes: [
      { kind: "ABK", code: "F1020", date: null, amountCents: null, onAdmission: "" },
      { kind: "BG", code: "92", date: null, amountCents: null, onAdmission: "" },
    ],
    lines: [
      {
        ...line,
        revenueCode: "0905",
        procedure: { kind: "HC", code: "S9480", modifiers: [], description: "" },
        chargeCents: 28_333,
        unit: "UN",
        units: 1,
        nonCoveredCents: null,
      },
    ],
  });
  expect(found).toEqual([]);
  expect(segments).toEqual(
    expect.arrayContaining([
      "DTP*434*RD8*20261102-20261130",
      "CL1*3*1*30",
      "HI*ABK:F1020",
      "HI*BG:92",
      "SV2*0905*HC:S9480*283.33*UN*1",
    ]),
  );
  expect(segments.find((segment) => segment.startsWith("CLM*"))).toMatch(
    /^CLM\*HS1\*283\.33\*\*\*13:A:2\*Y\*/,
  );
});

describe("what a payer would refuse is found before it leaves", () => {
  test.each([
    ["no status of the patient", { ...good, patientStatus: "" }, "error element-missing CL1"],
    ["no statement dates", { ...good, dates: {} }, "error segment-missing DTP"],
    ["no principal diagnosis", { ...good, codes: [] }, "error segment-missing HI"],
    [
      "no revenue code",
      { ...good, lines: [{ ...line, revenueCode: "" }] },
      "error element-missing SV2",
    ],
    ["a total that is not the sum", { ...good, chargeCents: 1 }, "error lines-differ CLM"],
    [
      "no tax number",
      {
        ...good,
        billing: { ...good.billing, provider: { ...good.billing.provider, references: [] } },
      },
      "error segment-missing REF",
    ],
  ] as const)("%s", (_, claim, expected) => {
    expect(write(claim).found).toContain(expected);
  });
});
