import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findRiskWords, guardRisk } from "#domain/charting/risk-guard.ts";

const lines = readFileSync(new URL("../../../test/golden/risk-guard.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => ({ line, isRisk: line.startsWith("R: "), text: line.slice("R: ".length) }));

const say = (share: number): string => `${(share * 100).toFixed(1)} %`;

test("the guard of risk on labelled lines: precision and recall", () => {
  const judged = lines.map((one) => ({ ...one, found: findRiskWords(one.text) !== undefined }));
  const count = (isRisk: boolean, found: boolean): number =>
    judged.filter((one) => one.isRisk === isRisk && one.found === found).length;
  const hits = count(true, true);
  const [precision, recall] = [
    hits / (hits + count(false, true)),
    hits / (hits + count(true, false)),
  ];
  const wrong = judged
    .filter(({ isRisk, found }) => isRisk !== found)
    .map(({ isRisk, line }) => `  ${isRisk ? "missed" : "extra "} ${line}\n`);
  process.stdout.write(
    `risk guard: ${lines.length} lines; precision ${say(precision)}, recall ${say(recall)}\n${wrong.join("")}`,
  );
  expect(lines.length).toBeGreaterThanOrEqual(100);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

const sentence = "Thinks about hurting himself, says he wants to die.";

test("a line that speaks of harm is asked about where no risk is noted, and only there", () => {
  const found = guardRisk("a", { risk: "none-noted", sentence, nextStep: null });
  expect(found).toMatchObject([{ code: "risk-unsaid", mend: "choose", weight: "warn" }]);
  expect(found.map(({ where }) => sentence.slice(where.start, where.end))).toEqual([
    "hurting himself",
  ]);
  expect(guardRisk("a", { risk: null, sentence, nextStep: null })).toHaveLength(1);
  for (const risk of ["low", "moderate", "high", "assessed"] as const)
    expect(guardRisk("a", { risk, sentence, nextStep: null })).toEqual([]);
});

test("the next step is read as well", () => {
  const nextStep = "Call his wife tonight, he thinks about suicide";
  const part = { risk: "none-noted", sentence: "Spoke once.", nextStep } as const;
  expect(guardRisk("a", part)).toMatchObject([
    { where: { field: "nextStep" }, values: { about: "dying" } },
  ]);
});

test("many long lines of near matches are read at once", () => {
  const long = "wants to think that not being here, and he wants to be there, ".repeat(60);
  const start = performance.now();
  for (let round = 0; round < 20; round++) findRiskWords(long);
  expect(performance.now() - start).toBeLessThan(1_000);
});
