import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { codeSetText, diagnosisOn, loadCodeSet } from "#domain/diagnoses/code-set.ts";
import { loadKeptCodeSet } from "#server/app/code-sets.ts";
import { importEdition } from "#server/app/commands/codes.ts";

const own = codeSetText();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "stepwell-codes-"));
});
afterEach(() => {
  loadCodeSet(own);
  rmSync(folder, { recursive: true });
});

/** The order file that an edition with these codes would be. */
const orderFile = (codes: readonly (readonly [string, string])[]): string => {
  const file = path.join(folder, "order.txt");
  const lines = codes.map(
    ([code, words], place) =>
      `${String(place + 1).padStart(5, "0")} ${code.replace(".", "").padEnd(7)} 1 ${words.slice(0, 60).padEnd(60)} ${words}`,
  );
  writeFileSync(file, lines.join("\n"));
  return file;
};

const inUse = own
  .split("\n")
  .map((line) => line.split("|"))
  .filter(([, , to]) => to === "")
  .map(([code = "", , , words = ""]) => [code, words] as const);

test("an edition is loaded once and in use from the next start on, for days from its first", () => {
  const file = orderFile([...inUse.slice(1), ["F99.9", "Made-up disorder"]]);
  const [gone] = inUse[0] ?? [""];
  const done = importEdition(folder, file, "2030-10-01");
  expect(done).toMatchObject({ added: ["F99.9"], ended: [gone], reworded: [] });
  expect(diagnosisOn("F99.9", "2030-10-01")).toBeNull();
  loadKeptCodeSet(folder);
  expect(diagnosisOn("F99.9", "2030-10-01")?.description).toBe("Made-up disorder");
  expect(diagnosisOn("F99.9", "2030-09-30")).toBeNull();
  expect(diagnosisOn(gone, "2030-09-30")).not.toBeNull();
  expect(diagnosisOn(gone, "2030-10-01")).toBeNull();
  expect(importEdition(folder, file, "2030-10-01")).toMatchObject({ added: [], ended: [] });
});

test("what is no whole order file is refused, and nothing changes", () => {
  const refused =
    (file: string, from = "2030-10-01") =>
    () =>
      importEdition(folder, file, from);
  expect(refused(path.join(folder, "nowhere.txt"))).toThrow("cannot be read");
  writeFileSync(path.join(folder, "other.txt"), "code,words\nF99,Any\n");
  expect(refused(path.join(folder, "other.txt"))).toThrow("Line 1 is no line");
  expect(refused(orderFile(inUse.slice(0, 100)))).toThrow("Many codes that are in use");
  expect(refused(orderFile(inUse), "2030-10-02")).toThrow("1 October or 1 April");
  loadKeptCodeSet(folder);
  expect(codeSetText()).toBe(own);
});

test("a kept code set that somebody spoiled is named when the product starts", () => {
  importEdition(folder, orderFile([...inUse, ["F99.9", "Made-up disorder"]]), "2030-10-01");
  writeFileSync(path.join(folder, "code-sets", "icd-10-cm.txt"), "F99.9|2030-10-01||Any\nF99\n");
  expect(() => loadKeptCodeSet(folder)).toThrow("line 2, is no line of a code set");
});
