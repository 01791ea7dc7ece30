import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
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
import {
  refuseUnwritable,
  writePrivateFile,
  writePrivateStream,
} from "#server/app/commands/private-file.ts";

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

test("what lies where a file is written before it has its name is never opened: no link leads the records astray", async () => {
  const elsewhere = path.join(folder, "elsewhere");
  writeFileSync(elsewhere, "theirs");
  const name = "chart.pdf";
  symlinkSync(elsewhere, path.join(folder, `.${name}.unfinished`));
  symlinkSync(elsewhere, path.join(folder, name));
  writePrivateFile(folder, name, new TextEncoder().encode("ours"));
  expect(readFileSync(elsewhere, "utf8")).toBe("theirs");
  expect(lstatSync(path.join(folder, name)).isSymbolicLink()).toBe(false);
  const streamed = path.join(folder, "all.zip");
  symlinkSync(elsewhere, streamed);
  await writePrivateStream(streamed, Readable.from(["ours ", "too"]));
  expect(readFileSync(elsewhere, "utf8")).toBe("theirs");
  expect(readFileSync(streamed, "utf8")).toBe("ours too");
  for (const file of [path.join(folder, name), streamed])
    expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a name of a file leads to no other folder", () => {
  writePrivateFile(path.join(folder, "out"), "../../away-chart.pdf", new Uint8Array([1]));
  expect(readdirSync(path.join(folder, "out"))).toEqual(["away-chart.pdf"]);
});

test("what breaks off on the way leaves nothing behind, and the file of before as it was", async () => {
  const file = path.join(folder, "all.zip");
  writeFileSync(file, "before");
  const broken = new Readable({
    read() {
      this.push("half");
      this.destroy(new Error("the database went away"));
    },
  });
  await expect(writePrivateStream(file, broken)).rejects.toThrow("went away");
  expect(readdirSync(folder)).toEqual(["all.zip"]);
  expect(readFileSync(file, "utf8")).toBe("before");
});

test("a folder that cannot be written to is told of before anything is exported", () => {
  refuseUnwritable(path.join(folder, "new"));
  expect(readdirSync(path.join(folder, "new"))).toEqual([]);
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  expect(() => refuseUnwritable(path.join(file, "inside"))).toThrow(
    /^Nothing was exported: .*(?:is a file|is there already)\.$/,
  );
});

test("the command line has a sentence for each state, frequency, hold and rule", () => {
  for (const state of claimStates) expect(stateSentence(state)).not.toBe("");
  for (const frequency of claimFrequencies) expect(frequencySentence(frequency)).toMatch(/\w{4}/);
  for (const code of claimHoldCodes) expect(holdSentence(code, {})).not.toBe(code);
  for (const code of claimHoldCodes) expect(nameOfHold(code)).toMatch(/^[a-z ]+$/);
  for (const code of lineRules) expect(ruleSentence(code)).not.toBe(code);
  expect(holdSentence("scrub-errors", { errors: 3 })).toContain("3");
});
