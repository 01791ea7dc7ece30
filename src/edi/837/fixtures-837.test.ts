import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Claim, ServiceLine } from "#edi/837/claim.ts";
import type { ReadClaim } from "#edi/837/claim-reader.ts";
import type { OutgoingClaims } from "#edi/837/claim-writer.ts";
import { readInstitutional } from "#edi/837i/read-institutional.ts";
import { writeInstitutional } from "#edi/837i/write-institutional.ts";
import { readProfessional } from "#edi/837p/read-professional.ts";
import { writeProfessional } from "#edi/837p/write-professional.ts";
import { problemList } from "#edi/x12/problem.ts";
import { fixture, hasFixtures } from "#test/support/fixtures.ts";

const bytesOf = (file: string) => new TextEncoder().encode(fixture(`x12/${file}`));

const segmentsOf = (text: string): readonly string[] =>
  text
    .replace("\ufeff", "")
    .split("~")
    .map((segment) => segment.trim())
    .filter((segment) => segment !== "");

/** Amounts and quantities are written as short as they can be: 185.00 as 185. */
const shortened = (segment: string): string =>
  segment.replace(/(?<=[*:])(\d+)\.(\d*?)0+(?=[*:]|$)/g, (_, whole: string, rest: string) =>
    rest === "" ? whole : `${whole}.${rest}`,
  );

const outgoingOf = <Form>(found: readonly ReadClaim<Form>[]): OutgoingClaims<Form> => {
  const [first] = found;
  if (first?.interchange === undefined || first.group === undefined) throw new Error("no claims");
  const { interchange, group, transaction, header } = first;
  const claims = found.map((one) => one.claim);
  return { interchange, group, transactions: [{ control: transaction.control, header, claims }] };
};

/** Which segments of a file are written otherwise: `-` as it was, `+` as it is. */
const differences = (before: readonly string[], after: readonly string[]): string[] => {
  const rest = [...after];
  const gone = before.filter((segment) => {
    const place = rest.indexOf(segment);
    if (place !== -1) rest.splice(place, 1);
    return place === -1;
  });
  return [...gone.map((segment) => `- ${segment}`), ...rest.map((segment) => `+ ${segment}`)];
};

const rewritten = (file: string): string[] => {
  const read = file.includes("837i") ? "837i" : "837p";
  const { bytes } =
    read === "837i"
      ? writeInstitutional(outgoingOf([...readInstitutional([bytesOf(file)], problemList())]))
      : writeProfessional(outgoingOf([...readProfessional([bytesOf(file)], problemList())]));
  const before = segmentsOf(fixture(`x12/${file}`)).map(shortened);
  const after = segmentsOf(new TextDecoder().decode(bytes)).map(shortened);
  const changed = differences(before, after);
  // Beside the segments that differ, the order is the same.
  const stays = (segments: readonly string[], mark: string) =>
    segments.filter((segment) => !changed.includes(`${mark} ${segment}`));
  if (!file.startsWith("ack-pairs")) expect(stays(after, "+")).toEqual(stays(before, "-"));
  return changed;
};

/** The guide is written as this product follows it, in GS08 and ST03; nothing else may differ. */
const guideChanges = (group: string, transaction: string, [was, is]: readonly [string, string]) => [
  `- GS*HC*${group}*1*X*${was}`,
  `- ST*837*${transaction}*${was}`,
  `+ GS*HC*${group}*1*X*${is}`,
  `+ ST*837*${transaction}*${is}`,
];

const lfh = "000000005*54321*20131031*1147";
const oop = "SENDER CODE*RECEIVER CODE*19991231*0802";
const a2 = ["005010X222A2", "005010X222A1"] as const;
const a3 = ["005010X223A3", "005010X223A2"] as const;
const base = ["005010X222", "005010X222A1"] as const;

describe.skipIf(!hasFixtures)("faultless claims by others, read and written again", () => {
  test.each([
    ["837P/lfh_demo_autoaccident_837.edi", "0021", a2],
    ["837P/lfh_demo_cob_example3_A_837.edi", "0021", a2],
    ["837P/lfh_demo_cob_example3_B_837.edi", "1234", a2],
    ["837P/lfh_demo_drug_example10_1_837.edi", "0711", a2],
    ["837P/lfh_demo_example1_837.edi", "0021", a2],
    ["837P/lfh_demo_example2_837.edi", "0021", a2],
    ["837P/lfh_demo_example7_837.edi", "0001", a2],
    ["837I/lfh_institutional-claim_837i.edi", "987654", a3],
    ["837I/lfh_two-claims-single-provider_837i.edi", "987654", a3],
  ] as const)("%s differs in the guide alone", (file, control, guides) => {
    expect(rewritten(file)).toEqual(guideChanges(lfh, control, guides));
  });

  test.each([
    ["837P/oop_837p_Example1_HealthInsurance.edi"],
    ["837P/oop_837p_Example2_Encounter.edi"],
  ])("%s differs in the guide alone", (file) => {
    expect(rewritten(file)).toEqual(guideChanges(oop, "0021", base));
  });

  test("837I/oop_837i_Spec_3.1.1.edi gets the separator that its data uses, too", () => {
    const isa =
      "ISA*00*          *01*SECRET    *ZZ*SUBMITTERS.ID  *ZZ*RECEIVERS.ID   *030101*1253*^*00501*000000905*1*T*";
    expect(rewritten("837I/oop_837i_Spec_3.1.1.edi").toSorted()).toEqual(
      [
        `- ${isa}^`,
        `- GS*HC*${oop}*1*X*005010X222`,
        "- ST*837*987654*005010X223",
        `+ ${isa}:`,
        `+ GS*HC*${oop}*1*X*005010X223A2`,
        "+ ST*837*987654*005010X223A2",
      ].toSorted(),
    );
  });

  test("every faultless file of claims is one of these, and differs in its envelope alone", () => {
    const counted = z.record(
      z.string(),
      z.object({
        claims: z.number().optional(),
        envelope_problems: z.array(z.string()),
        "claims_where_CLM02_<>_sum_of_lines": z.number().optional(),
      }),
    );
    const faultless = Object.entries(counted.parse(JSON.parse(fixture("x12/facts.json"))))
      .filter(
        ([file, facts]) =>
          /837/.test(file) &&
          (facts.claims ?? 0) > 0 &&
          facts.envelope_problems.length === 0 &&
          facts["claims_where_CLM02_<>_sum_of_lines"] === 0,
      )
      .map(([file]) => file);
    expect(faultless).toHaveLength(13);
    for (const file of faultless.filter((name) => !name.startsWith("ack-pairs"))) {
      const ids = rewritten(file).map((line) => line.slice(2).split("*")[0]);
      expect(["ISA", "GS", "ST"]).toEqual(expect.arrayContaining(ids));
    }
  });

  test("ack-pairs/pyx_simple_837i.edi, of 4010, gets what 5010 wants in its place", () => {
    const ids = new Set(
      rewritten("ack-pairs/pyx_simple_837i.edi").map((line) => line.slice(2).split("*")[0]),
    );
    expect(ids).toEqual(new Set(["ISA", "GS", "ST", "HI", "PRV", "SV2", "SE"]));
  });
});

const first = <Form>(found: Iterable<ReadClaim<Form>>): Form => {
  for (const { claim } of found) return claim;
  throw new Error("no claims");
};
const named = (claim: Claim<ServiceLine>) => claim.lines.map((line) => line.procedure?.code);

describe.skipIf(!hasFixtures)("claims by others, as their sources describe them", () => {
  test("two claims of ims_valid, with the parts their source names", () => {
    const claims = [...readProfessional([bytesOf("837P/ims_valid.edi")], problemList())].map(
      (one) => one.claim,
    );
    expect(claims.map((one) => one.control)).toEqual(["A37YH556", "A37YH667"]);
    expect(claims.map((one) => one.subscriber.groupNumber)).toEqual([
      "SUBSCRIBER GROUP",
      "SUBSCRIBER GROUP TWO",
    ]);
    expect(claims[1]?.lines[0]?.procedure).toEqual({
      kind: "HC",
      code: "478331",
      modifiers: ["25"],
      description: "",
    });
    expect(claims[1]?.lines[0]?.pointers).toHaveLength(3);
    expect(claims.map((one) => one.lines[0]?.dates.service)).toEqual([
      { from: "2005-03-14", through: "2005-03-25", time: null },
      { from: "2005-03-22", through: "2005-03-25", time: null },
    ]);
    expect(claims[0]?.billing.provider.contacts[1]?.ways[1]).toEqual({ kind: "EX", value: "201" });
  });

  test("the same file reads alike with other delimiters", () => {
    const text = fixture("x12/837P/ims_valid.edi");
    const other = text.replaceAll(":", "\x1f").replaceAll("*", "\x1d").replaceAll("~", "\x1c\r\n");
    const claims = (one: string) =>
      [...readProfessional([new TextEncoder().encode(one)], problemList())].map(
        ({ claim }) => claim,
      );
    expect(claims(other)).toEqual(claims(text));
  });

  test("the fields of a paper form in oop_837p_Example1", () => {
    const claim = first(
      readProfessional([bytesOf("837P/oop_837p_Example1_HealthInsurance.edi")], problemList()),
    );
    expect(claim.patient?.person).toMatchObject({
      name: "SMITH",
      first: "TED",
      sex: "M",
      bornOn: "1973-05-01",
    });
    expect(named(claim)).toEqual(["99213", "87070", "99214", "86663"]);
    expect(claim.billing.provider).toMatchObject({
      name: "BEN KILDARE SERVICE",
      address: { line1: "234 SEAWAY ST", city: "MIAMI", state: "FL" },
    });
    expect(claim.billing.payTo?.address).toMatchObject({ line1: "2345 OCEAN BLVD", zip: "33111" });
    expect(claim.references).toEqual({ clearinghouseTrace: "17312345600006351" });
  });

  test("what another payer decided, in whole cents", () => {
    const claim = first(
      readProfessional([bytesOf("837P/lfh_demo_cob_example3_B_837.edi")], problemList()),
    );
    expect(claim.otherCoverages[0]?.amounts).toEqual({ payerPaid: 3915, remaining: 3689 });
    expect(claim.otherCoverages[0]?.adjustments).toEqual([
      { group: "PR", reason: "1", amountCents: 2189, quantity: null },
      { group: "PR", reason: "2", amountCents: 1500, quantity: null },
    ]);
    expect(claim.lines[0]?.adjudications[0]).toMatchObject({
      paidCents: 4000,
      paidOn: "2005-10-15",
    });
  });

  test("codes of a stay, and what has no field stays in its place", () => {
    const claim = first(
      readInstitutional([bytesOf("837I/lfh_institutional-claim_837i.edi")], problemList()),
    );
    expect(claim.codes.find((one) => one.kind === "BE")).toMatchObject({
      code: "A2",
      amountCents: 1531,
    });
    expect(claim.codes.find((one) => one.code === "A2" && one.kind === "BH")?.date?.from).toBe(
      "1991-11-01",
    );
    expect([claim.admissionType, claim.patientStatus]).toEqual(["3", "01"]);
    const oxygen = first(
      readProfessional([bytesOf("837P/lfh_demo_example7_837.edi")], problemList()),
    );
    expect(oxygen.lines[0]?.more.flat().filter(([id]) => id === "FRM")).toHaveLength(9);
  });
});

const structure = (file: string) => {
  const problems = problemList();
  Array.from(readProfessional([bytesOf(`837P/${file}`)], problems));
  const asked = /^(?:segment|loop|element)-/;
  return problems.found
    .filter(({ code }) => asked.test(code))
    .map(({ code, segment, values }) => [code, segment, values["loop"]]);
};

describe.skipIf(!hasFixtures)(
  "faults of structure that the source says are there, and no other",
  () => {
    test.each([
      ["ims_no_errors.edi", []],
      ["ims_valid.edi", []],
      [
        "ims_segment_errors.edi",
        [
          ["segment-repeated", "REF", "2010AA"],
          ["segment-missing", "N3", "2010AA"],
          ["segment-missing", "HI", "2300"],
        ],
      ],
      [
        "ims_missing_elements.edi",
        [
          ["element-missing", "NM1", "1000B"],
          ["element-missing", "CLM", "2300"],
        ],
      ],
      [
        "ims_segments_out_of_order.edi",
        [
          ["segment-out-of-order", "N4", "2010AA"],
          ["segment-out-of-order", "N3", "2010AB"],
        ],
      ],
      ["ims_loop_errors1_exceeds_max_1_parent.edi", [["loop-repeated", "NM1", "2010AA"]]],
    ])("%s", (file, expected) => {
      expect(structure(file)).toEqual(expected);
    });
  },
);
