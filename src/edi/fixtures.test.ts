import { describe, expect, test } from "vitest";
import { z } from "zod";
import { summarizeFile } from "#edi/file-summary.ts";
import { readDocument, textOf, type DocumentSegment } from "#edi/x12/document.ts";
import { problemList } from "#edi/x12/problem.ts";
import { fixture, hasFixtures } from "#test/support/fixtures.ts";

// Files by others, and what was counted in them by somebody else.
const factsSchema = z.record(
  z.string(),
  z.object({
    delims: z.object({ component: z.string() }),
    segments: z.number(),
    interchanges: z.number(),
    groups: z.number(),
    transactions: z.number(),
    gs08: z.array(z.string()),
    claims: z.number().optional(),
    total_charge: z.string().optional(),
    envelope_problems: z.array(z.string()),
    "claims_where_CLM02_<>_sum_of_lines": z.number().optional(),
    STC: z.array(z.string()).optional(),
    TRN: z.array(z.string()).optional(),
    EB: z.array(z.string()).optional(),
    EQ: z.array(z.string()).optional(),
    AAA: z.array(z.string()).optional(),
    HCR: z.array(z.string()).optional(),
    UM: z.array(z.string()).optional(),
    TA1: z.array(z.string()).optional(),
    ack: z.array(z.string()).optional(),
    remits: z
      .array(
        z.object({
          bpr02: z.string(),
          claims: z.array(z.object({ id: z.string(), paid: z.string() })),
        }),
      )
      .optional(),
  }),
);
type Facts = z.output<typeof factsSchema>[string];

const facts: [string, Facts][] = hasFixtures
  ? Object.entries(factsSchema.parse(JSON.parse(fixture("x12/facts.json"))))
  : [];
const bytesOf = (file: string) => new TextEncoder().encode(fixture(`x12/${file}`));

const summarize = (file: string) => {
  const problems = problemList();
  const summary = summarizeFile([bytesOf(file)], problems);
  return { interchanges: summary?.interchanges ?? [], problems: problems.found };
};

const segmentsOf = (file: string): readonly DocumentSegment[] =>
  readDocument([bytesOf(file)], problemList()).flatMap(({ segments, groups }) => [
    ...segments,
    ...groups.flatMap((group) => group.transactions.flatMap((one) => one.segments)),
  ]);

/** As the facts write a segment: without its id, divided by `*`, `:` and `^`. */
const written = ({ elements }: DocumentSegment): string =>
  elements
    .map((one) => one.map((parts) => parts.join(":")).join("^"))
    .join("*")
    .replace(/\*+$/, "");

describe.skipIf(!hasFixtures)("55 files by others", () => {
  test("are there", () => expect(facts).toHaveLength(55));

  test.each(facts)("%s holds what was counted in it", (file, counted) => {
    const { interchanges } = summarize(file);
    const groups = interchanges.flatMap((one) => one.groups);
    const transactions = groups.flatMap((one) => one.transactions);
    expect(interchanges).toHaveLength(counted.interchanges);
    expect(groups.map((one) => one.guide)).toEqual(counted.gs08);
    expect(transactions).toHaveLength(counted.transactions);
    if (counted.claims === undefined) return;
    expect(transactions.reduce((sum, one) => sum + (one.claims ?? 0), 0)).toBe(counted.claims);
    const total = transactions.reduce((sum, one) => sum + Number(one.total), 0);
    expect(total).toBeCloseTo(Number(counted.total_charge), 6);
    if (transactions.length === 1) expect(transactions[0]?.total).toBe(counted.total_charge);
  });

  test.each(facts)("%s has the faults in its envelope that were found", (file, counted) => {
    const { problems } = summarize(file);
    const envelope = new Set(["count-wrong", "control-differs", "trailer-missing"]);
    const found = problems.filter(({ code }) => envelope.has(code));
    expect(found.length > 0).toBe(counted.envelope_problems.length > 0);
    for (const said of counted.envelope_problems) {
      const numbers = said.match(/\d+/g) ?? [];
      const texts = found.map(({ values }) => Object.values(values).map(String));
      if (said.includes("segments"))
        expect(texts.some((values) => numbers.slice(1).every((one) => values.includes(one)))).toBe(
          true,
        );
      else expect(found.length).toBeGreaterThan(0);
    }
    const older = counted.gs08.some((guide) => guide.startsWith("004010"));
    const differing = problems.filter(({ code }) => code === "lines-differ").length;
    if (!older) expect(differing).toBe(counted["claims_where_CLM02_<>_sum_of_lines"] ?? 0);
  });

  test.each(facts)("%s is faultless where nobody found a fault", (file, counted) => {
    const { problems } = summarize(file);
    const errors = problems.filter(({ severity }) => severity !== "warning");
    const isFaultless =
      counted.envelope_problems.length === 0 &&
      (counted["claims_where_CLM02_<>_sum_of_lines"] ?? 0) === 0;
    if (isFaultless) expect(errors).toEqual([]);
  });

  const kinds = ["STC", "TRN", "EB", "EQ", "AAA", "HCR", "UM", "TA1"] as const;
  test.each(facts)("%s is divided to the last component", (file, counted) => {
    const segments = segmentsOf(file);
    // Here ISA11 and ISA16 name one character: which of the two it divides cannot be told.
    if (counted.delims.component === "^") return;
    for (const kind of kinds) {
      const known = counted[kind];
      if (known === undefined) continue;
      expect(segments.filter(({ id }) => id === kind).map(written)).toEqual(known);
    }
    for (const [place, remit] of (counted.remits ?? []).entries()) {
      if (place > 0) break;
      const paid = segments.filter(({ id }) => id === "CLP");
      expect(textOf(segments.find(({ id }) => id === "BPR") ?? { id: "", elements: [] }, 2)).toBe(
        remit.bpr02,
      );
      expect(paid.map((one) => textOf(one, 1))).toEqual(remit.claims.map((one) => one.id));
      expect(paid.map((one) => textOf(one, 4))).toEqual(remit.claims.map((one) => one.paid));
    }
  });

  test("ISA16 that contradicts the data is overruled by it", () => {
    const { problems } = summarize("835/lfh_secondary-payment_835.edi");
    expect(problems.map(({ code, values }) => ({ code, values }))).toEqual([
      { code: "component-contradicted", values: { said: ":", used: ">" } },
    ]);
    const service = segmentsOf("835/lfh_secondary-payment_835.edi").find(({ id }) => id === "SVC");
    expect([1, 2, 3].map((part) => textOf(service ?? { id: "", elements: [] }, 1, part))).toEqual([
      "HC",
      "12345",
      "26",
    ]);
  });
});
