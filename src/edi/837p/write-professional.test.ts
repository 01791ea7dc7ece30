import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProfessionalClaim } from "#edi/837p/professional-claim.ts";
import { writeProfessional } from "#edi/837p/write-professional.ts";
import { professionalFiles } from "#test/support/arbitrary-claim-files.ts";

const [outgoing] = fc.sample(professionalFiles, { seed: 11, numRuns: 1 });
const [transaction] = outgoing?.transactions ?? [];
const [good] = transaction?.claims ?? [];
if (outgoing === undefined || transaction === undefined || good === undefined)
  throw new Error("no sample");

const write = (claim: ProfessionalClaim) => {
  const { bytes, problems } = writeProfessional({
    ...outgoing,
    transactions: [{ ...transaction, claims: [claim] }],
  });
  const found = problems.map(({ code, segment, severity }) => [severity, code, segment].join(" "));
  return { text: new TextDecoder().decode(bytes), found };
};

const [line] = good.lines;
if (line === undefined) throw new Error("no line");
const lines = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ ...line, number: place + 1 }));
const chargeOf = (count: number) => (line.chargeCents ?? 0) * count;
const insured = (name: string): ProfessionalClaim => ({
  ...good,
  subscriber: { ...good.subscriber, person: { ...good.subscriber.person, name } },
});

test("a good claim has no problem", () => expect(write(good).found).toEqual([]));

describe("what a payer would refuse is found before it leaves", () => {
  const diagnosis = {
    ...good.codes[0],
    kind: "ABF",
    code: "F329",
    date: null,
    amountCents: null,
    onAdmission: "",
  };
  const mutations: readonly (readonly [string, ProfessionalClaim, string])[] = [
    ["no charge", { ...good, chargeCents: null }, "error element-missing CLM"],
    ["a total that is not the sum", { ...good, chargeCents: 1 }, "error lines-differ CLM"],
    ["no diagnosis", { ...good, codes: [] }, "error segment-missing HI"],
    [
      "thirteen diagnoses",
      {
        ...good,
        codes: [...good.codes.slice(0, 1), ...Array.from({ length: 12 }, () => diagnosis)],
      },
      "error segment-unplaced HI",
    ],
    [
      "fifty-one lines",
      { ...good, lines: lines(51), chargeCents: chargeOf(51) },
      "error loop-repeated LX",
    ],
    ["no line", { ...good, lines: [] }, "error loop-missing LX"],
    [
      "no units",
      { ...good, lines: [{ ...line, units: null }], chargeCents: line.chargeCents },
      "error element-missing SV1",
    ],
    [
      "no pointer",
      { ...good, lines: [{ ...line, pointers: [] }], chargeCents: line.chargeCents },
      "error element-missing SV1",
    ],
    [
      "no date of service",
      { ...good, lines: [{ ...line, dates: {} }], chargeCents: line.chargeCents },
      "error segment-missing DTP",
    ],
    [
      "a day the calendar does not have",
      {
        ...good,
        lines: [{ ...line, dates: { service: { from: "2026-02-30", through: null, time: null } } }],
        chargeCents: line.chargeCents,
      },
      "error date-invalid DTP",
    ],
    [
      "a billing provider without an address",
      {
        ...good,
        billing: { ...good.billing, provider: { ...good.billing.provider, address: null } },
      },
      "error segment-missing N3",
    ],
    [
      "a billing provider without a tax number",
      {
        ...good,
        billing: { ...good.billing, provider: { ...good.billing.provider, references: [] } },
      },
      "error segment-missing REF",
    ],
    [
      "a control number of 21 characters",
      { ...good, control: "A".repeat(21) },
      "error value-too-long CLM",
    ],
    [
      "lines numbered otherwise",
      { ...good, lines: [{ ...line, number: 3 }], chargeCents: line.chargeCents },
      "warning line-number LX",
    ],
  ];
  test.each(mutations)("%s", (_, claim, expected) => {
    expect(write(claim).found).toContain(expected);
  });
});

describe("a name is written so that it is one", () => {
  test.each([
    ["Müller*Sons~Inc:^", "Muller Sons Inc"],
    ["O’Brien", "O'Brien"],
    ["Łukasz Straße", "Lukasz Strasse"],
    ["line\r\nbreak", "line break"],
    ["北京", ""],
  ])("%j", (name, expected) => {
    const { text, found } = write(insured(name));
    expect(text).toContain(`NM1*IL*${good.subscriber.person.isPerson ? 1 : 2}*${expected}*`);
    expect(found).toEqual(["warning characters-replaced NM1"]);
  });
});
