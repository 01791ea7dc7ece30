import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guardNames } from "#domain/charting/name-guard.ts";
import { rosterTerms, type RosterPerson, type RosterTerms } from "#domain/charting/roster-names.ts";

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
const firstRoster: readonly RosterPerson[] = [
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

/** Another one, for the sentences that were held out. */
const heldOutRoster: readonly RosterPerson[] = [
  person("w", "William", "Okafor", { preferred: "Will" }),
  person("g", "Grace", "Lindqvist"),
  person("m", "May", "Tran"),
  person("h", "Hope", "Abernathy"),
  person("k", "Mark", "Delacroix"),
  person("t", "Arturo", "Benavides", { preferred: "Art" }),
  person("r", "Rose", "Kaplan"),
  person("d", "Dawn", "Yellowhorse"),
  person("f", "Faith", "Osei"),
  person("j", "Joy", "Carmichael"),
  person("b", "William", "Novak", { preferred: "Bill" }),
  person("n", "Andrew", "Sato", { preferred: "Drew" }),
  person("p", "Patricia", "Moreau", { preferred: "Pat", phone: "6175550134" }),
  person("s", "Sunita", "Rao", { preferred: "Sunny" }),
  person("su", "Summer", "Blackwood"),
  person("ri", "Richard", "Castellanos", { preferred: "Rich" }),
  person("ch", "Chase", "Whitfield"),
  person("ge", "Eugene", "Park", { preferred: "Gene" }),
  person("pe", "Penelope", "Vasquez", { preferred: "Penny" }),
  person("ja", "Jack", "Hardy"),
  person("mi", "Miles", "Freeman"),
  person("ra", "Raymond", "Summers", { preferred: "Ray" }),
  person("an", "Angel", "Ruiz"),
  person("st", "Sterling", "Young"),
  person("iv", "Ivy", "Zhang"),
  person("ma", "Мария", "Соколова", { preferred: "Masha" }),
  person("mo", "محمد", "الأحمد"),
  person("ki", "서연", "김", { others: ["김서연"] }),
  person("pr", "प्रिया", "शर्मा"),
  person("ha", "Hạnh", "Nguyễn"),
  person("lu", "Łukasz", "Wójcik"),
  person("ol", "Oluwaseun", "Adebayo", { preferred: "Seun" }),
  person("xo", "Xochitl", "Ramírez-Luna"),
  person("ob", "Siobhan", "O’Brien"),
  person("jp", "Jean-Pierre", "Baptiste", { phone: "3125550190" }),
  person("sa", "Mary Ann", "Sullivan"),
  person("de", "DeShawn", "Carter"),
  person("bo", "Robert", "Finch", { preferred: "Bob" }),
  person("el", "Elizabeth", "Hale"),
  person("al", "Alexandra", "Petrov"),
  person("te", "Theodore", "Grant"),
  person("mg", "Margaret", "Stone"),
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

const overlaps = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean =>
  a < d && c < b;

const sentencesOf = (file: string): readonly Labelled[] =>
  readFileSync(new URL(`../../../test/golden/${file}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(labelled);

const judge = ({ line, patientId, text, spans }: Labelled, terms: RosterTerms) => {
  const found = guardNames([{ patientId, field: "sentence", text }], terms).map(
    ({ where }) => [where.start, where.end] as const,
  );
  const missed = spans.filter((span) => !found.some((one) => overlaps(span, one)));
  const extra = found.filter((one) => !spans.some((span) => overlaps(span, one)));
  const wrong = [...missed, ...extra].map(([start, end]) => text.slice(start, end)).join(", ");
  return { line, hits: spans.length - missed.length, missed, extra, wrong };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const say = (share: number): string => `${(share * 100).toFixed(1)} %`;

test.each([
  { set: "used to tune it", file: "name-guard.txt", roster: firstRoster, floor: [0.95, 0.97] },
  { set: "held out", file: "name-guard-held-out.txt", roster: heldOutRoster, floor: [0.96, 0.95] },
] as const)("the guard on the sentences that were $set: precision and recall", (labelledSet) => {
  const sentences = sentencesOf(labelledSet.file);
  expect(sentences.length).toBeGreaterThanOrEqual(200);
  const terms = rosterTerms(labelledSet.roster);
  const judged = sentences.map((sentence) => judge(sentence, terms));
  const hits = sum(judged.map((one) => one.hits));
  const missed = sum(judged.map((one) => one.missed.length));
  const extra = sum(judged.map((one) => one.extra.length));
  const precision = hits / (hits + extra);
  const recall = hits / (hits + missed);
  const wrong = judged
    .filter((one) => one.missed.length + one.extra.length > 0)
    .map((one) => `  ${one.missed.length > 0 ? "missed" : "extra "} ${one.wrong}: ${one.line}\n`);
  process.stdout.write(
    `name guard, ${labelledSet.set}: ${sentences.length} sentences, ${hits + missed} names; precision ${say(precision)}, recall ${say(recall)}\n${wrong.join("")}`,
  );
  expect(precision).toBeGreaterThanOrEqual(labelledSet.floor[0]);
  expect(recall).toBeGreaterThanOrEqual(labelledSet.floor[1]);
});
