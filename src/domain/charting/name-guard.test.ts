import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guardNames } from "#domain/charting/name-guard.ts";
import { rosterTerms, type RosterPerson } from "#domain/charting/roster-names.ts";

const person = (
  patientId: string,
  given: string,
  family: string,
  more: Partial<RosterPerson["names"]> = {},
): RosterPerson => ({
  patientId,
  names: { given, family, middle: null, preferred: null, others: [], phone: null, ...more },
});

/** A group larger than any real one, full of names that are words. */
const roster: readonly RosterPerson[] = [
  person("a", "William", "Ashdown", { preferred: "Will" }),
  person("b", "Grace", "Adeyemi"),
  person("c", "May", "Fontaine"),
  person("d", "Hope", "Delgado-Reyes"),
  person("e", "Mark", "Ellery"),
  person("f", "William", "Tanaka", { preferred: "Bill" }),
  person("g", "Faith", "Nakamura"),
  person("h", "Rose", "O’Malley"),
  person("i", "Arthur", "Lindgren", { preferred: "Art" }),
  person("j", "Chance", "Whitehorse"),
  person("k", "Marcus", "Thibodeaux", { phone: "3035550142" }),
  person("l", "Minh", "Nguyễn"),
  person("m", "Elizabeth", "Kowalczyk", { preferred: "Liz", phone: "5035550177" }),
  person("n", "José", "Núñez"),
  person("o", "Jordan", "Price"),
  person("p", "April", "Winters"),
  person("q", "Joy", "Mbeki"),
  person("r", "Frank", "Young"),
  person("s", "Dawn", "Rivers"),
  person("t", "Christian", "Brown"),
  person("u", "D'Angelo", "King"),
  person("v", "Aaliyah", "Washington"),
  person("w", "Drew", "Castellano"),
  person("x", "小明", "王", { others: ["王小明"] }),
  person("y", "Fatima", "al-Rashid"),
  person("z", "Katherine", "Long", { preferred: "Kit" }),
  person("jo", "Jo", "Park"),
];

interface Labelled {
  readonly line: string;
  readonly patientId: string | null;
  readonly text: string;
  readonly spans: readonly (readonly [number, number])[];
}

const labelled = (line: string): Labelled => {
  const key = line.slice(0, line.indexOf(":"));
  const marked = line.slice(line.indexOf(":") + 2);
  const spans: [number, number][] = [];
  let text = "";
  for (const character of marked)
    if (character === "[") spans.push([text.length, text.length]);
    else if (character === "]") spans.push([spans.pop()?.[0] ?? 0, text.length]);
    else text += character;
  return { line, patientId: key === "S" ? null : key, text, spans };
};

const golden = readFileSync(
  new URL("../../../test/golden/name-guard.txt", import.meta.url),
  "utf8",
);
const sentences = golden
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map(labelled);
const terms = rosterTerms(roster);

const overlaps = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean =>
  a < d && c < b;

const judged = sentences.map((sentence) => {
  const { patientId, text, spans } = sentence;
  const found = guardNames([{ patientId, field: "sentence", text }], terms).map(
    ({ where }) => [where.start, where.end] as const,
  );
  return {
    line: sentence.line,
    hits: spans.filter((span) => found.some((one) => overlaps(span, one))).length,
    missed: spans.filter((span) => !found.some((one) => overlaps(span, one))),
    extra: found.filter((one) => !spans.some((span) => overlaps(span, one))),
    text,
  };
});

test(`the guard on ${sentences.length} labelled sentences: precision and recall`, () => {
  expect(sentences.length).toBeGreaterThanOrEqual(200);
  const hits = judged.reduce((sum, { hits: n }) => sum + n, 0);
  const missed = judged.reduce((sum, { missed: m }) => sum + m.length, 0);
  const extra = judged.reduce((sum, { extra: e }) => sum + e.length, 0);
  const precision = hits / (hits + extra);
  const recall = hits / (hits + missed);
  const say = (share: number) => `${(share * 100).toFixed(1)} %`;
  const wrong = judged.filter((one) => one.missed.length + one.extra.length > 0);
  process.stdout.write(
    `name guard: ${sentences.length} sentences, ${hits + missed} names; precision ${say(precision)}, recall ${say(recall)}\n${wrong
      .map(
        (one) =>
          `  ${one.missed.length > 0 ? "missed" : "extra "} ${[...one.missed, ...one.extra].map(([s, e]) => one.text.slice(s, e)).join(", ")}: ${one.line}`,
      )
      .join("\n")}\n`,
  );
  expect(recall).toBeGreaterThanOrEqual(0.97);
  expect(precision).toBeGreaterThanOrEqual(0.95);
});
