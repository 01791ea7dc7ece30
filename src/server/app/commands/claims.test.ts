import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimStates } from "#domain/billing/claims/claim.ts";
import { claimFrequencies } from "#domain/billing/claims/claim-snapshot.ts";
import { claimHoldCodes } from "#domain/billing/claims/hold.ts";
import { lineRules } from "#domain/billing/charges/day-charge.ts";
import {
  frequencySentence,
  holdSentence,
  nameOfHold,
  ruleSentence,
  stateSentence,
} from "#server/app/commands/claims-words.ts";
import { whyUnwritable, writePrivateFile } from "#server/app/commands/private-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "stepwell-claims-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a file of claims can be read by its owner alone, and lies there whole or not at all", () => {
  const inner = path.join(folder, "new", "folder");
  const bytes = new TextEncoder().encode("ISA*00*~");
  writePrivateFile(inner, "837p-000000001.x12", bytes);
  writePrivateFile(inner, "837p-000000001.x12", bytes);
  expect(readdirSync(inner)).toEqual(["837p-000000001.x12"]);
  const file = path.join(inner, "837p-000000001.x12");
  expect(readFileSync(file, "utf8")).toBe("ISA*00*~");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(inner).mode & 0o777).toBe(0o700);
});

test("a folder that cannot be written to is told of before anything is exported", () => {
  expect(whyUnwritable(path.join(folder, "new"))).toBeNull();
  expect(readdirSync(path.join(folder, "new"))).toEqual([]);
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  expect(whyUnwritable(path.join(file, "inside"))).toMatch(/ENOTDIR|EEXIST/);
});

test("the command line has a sentence for each state, frequency, hold and rule", () => {
  for (const state of claimStates) expect(stateSentence(state)).not.toBe("");
  for (const frequency of claimFrequencies) expect(frequencySentence(frequency)).toMatch(/\w{4}/);
  for (const code of claimHoldCodes) expect(holdSentence(code, {})).not.toBe(code);
  for (const code of claimHoldCodes) expect(nameOfHold(code)).toMatch(/^[a-z ]+$/);
  for (const code of lineRules) expect(ruleSentence(code)).not.toBe(code);
  expect(holdSentence("scrub-errors", { errors: 3 })).toContain("3");
});
