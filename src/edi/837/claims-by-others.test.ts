import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Claim, Procedure, ServiceLine } from "#edi/837/claim.ts";
import { readInstitutional } from "#edi/837i/read-institutional.ts";
import { readProfessional } from "#edi/837p/read-professional.ts";
import { checkFile } from "#edi/scrub/check-file.ts";
import { problemList } from "#edi/x12/problem.ts";
import { segmentTables } from "#edi/x12/tokenizer.ts";
import { fixture, hasFixtures } from "#test/support/fixtures.ts";

// What somebody else counted in files of others: delimiters, segments, and each claim to its lines.
const factsSchema = z.record(
  z.string(),
  z.object({
    delims: z.object({ element: z.string(), component: z.string() }),
    segments: z.number(),
    lines: z.number().optional(),
    claim_list: z
      .array(
        z.object({
          id: z.string(),
          charge: z.string(),
          pos: z.string(),
          lines: z.array(z.object({ code: z.string(), charge: z.string() })),
        }),
      )
      .optional(),
  }),
);
type Facts = z.output<typeof factsSchema>[string];
const facts: [string, Facts][] = hasFixtures
  ? Object.entries(factsSchema.parse(JSON.parse(fixture("x12/facts.json"))))
  : [];
const withClaims = facts.filter(([, { claim_list: claims = [] }]) => claims.length > 0);

const bytesOf = (file: string) => new TextEncoder().encode(fixture(`x12/${file}`));
const amount = (cents: number | null) => (cents === null ? "" : String(cents / 100));
const shortest = (charge: string) => String(Number(charge));

const codeOf = (procedure: Procedure | null, component: string) =>
  procedure === null
    ? ""
    : [procedure.kind, procedure.code, ...procedure.modifiers].join(component);

const shown = (claim: Claim<ServiceLine>, component: string, codes: readonly string[]) => ({
  id: claim.control,
  charge: amount(claim.chargeCents),
  pos: [claim.facility, claim.facilityKind, claim.frequency].join(component),
  lines: claim.lines.map((line, place) => ({
    code: codes[place] ?? "",
    charge: amount(line.chargeCents),
  })),
});

const claimsOf = (file: string, component: string) => [
  ...Array.from(readProfessional([bytesOf(file)], problemList()), ({ claim }) =>
    shown(
      claim,
      component,
      claim.lines.map((line) => codeOf(line.procedure, component)),
    ),
  ),
  ...Array.from(readInstitutional([bytesOf(file)], problemList()), ({ claim }) =>
    shown(
      claim,
      component,
      claim.lines.map((line) => `${line.revenueCode}/${codeOf(line.procedure, component)}`),
    ),
  ),
];

describe.skipIf(!hasFixtures)("claims by others", () => {
  test.each(facts)(
    "%s is divided as its ISA or its data says, into so many segments",
    (file, counted) => {
      const tables = [...segmentTables([bytesOf(file)], problemList())];
      expect(tables.reduce((sum, { count }) => sum + count, 0)).toBe(counted.segments);
      const [first] = tables;
      expect(String.fromCharCode(first?.delimiters.element ?? 0)).toBe(counted.delims.element);
    },
  );

  test.each(withClaims)("%s: each claim with number, charge, place and lines", (file, counted) => {
    // Here ISA16 names what separates repetitions; the data uses a colon.
    const component = counted.delims.component === "^" ? ":" : counted.delims.component;
    const known = (counted.claim_list ?? []).map((claim) => ({
      ...claim,
      charge: shortest(claim.charge),
      pos: claim.pos === "" ? component.repeat(2) : claim.pos,
      lines: claim.lines.map((line) => ({ ...line, charge: shortest(line.charge) })),
    }));
    const found = claimsOf(file, component);
    expect(found).toEqual(known);
    expect(found.flatMap(({ lines }) => lines)).toHaveLength(counted.lines ?? -1);
  });
});

const rulesOf = (file: string) => {
  const { findings } = checkFile([bytesOf(file)], { today: "2026-11-22" });
  return findings
    .filter(({ severity }) => severity === "error")
    .map(({ rule, loop, element }) => `${rule} ${loop} ${element}`);
};

describe.skipIf(!hasFixtures)("what the rules find in published examples, and nothing else", () => {
  test.each([
    // Its taxonomy code is of 2003.
    ["837P/lfh_demo_example1_837.edi", ["taxonomy-shape 2000A PRV03"]],
    ["837P/lfh_demo_drug_example10_1_837.edi", ["billing-zip 2010AA N403"]],
    [
      "837P/lfh_demo_cob_example3_B_837.edi",
      [
        "npi-check-digit 2010AA NM109",
        "npi-check-digit 2310B NM109",
        "npi-check-digit 2310C NM109",
        "billing-zip 2010AA N403",
        "facility-zip 2310C N403",
        // 3111, as it stands there.
        "zip-shape 2010AB N403",
      ],
    ],
    [
      "837I/lfh_institutional-claim_837i.edi",
      [
        "npi-check-digit 2010AA NM109",
        "provider-npi 2310A NM108",
        "taxonomy-shape 2000A PRV03",
        "billing-zip 2010AA N403",
      ],
    ],
  ])("%s", (file, expected) => expect(rulesOf(file)).toEqual(expected));
});
