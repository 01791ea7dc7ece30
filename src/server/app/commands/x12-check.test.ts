import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { scrubRuleIds } from "#domain/billing/claims/finding.ts";
import { checkFile } from "#edi/scrub/check-file.ts";
import { ruleSentence, scrubSentence } from "#server/app/commands/scrub-words.ts";
import { checkX12File } from "#server/app/commands/x12-check.ts";
import { listedRules, rulesPage } from "#server/app/commands/x12-rules.ts";
import { billMutations } from "#test/support/bill-mutations.ts";
import { claimMutations } from "#test/support/claim-mutations.ts";
import { fileMutations } from "#test/support/file-mutations.ts";
import { fileOf, goodInstitutional, goodProfessional } from "#test/support/good-claims.ts";
import { swap } from "#test/support/mutation.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stepwell-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kept = (name: string, content: Uint8Array | string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const today = "2026-11-22";
const root = path.resolve(import.meta.dirname, "../../../..");

describe("x12 check", () => {
  test("finds nothing in good claims", () => {
    expect(checkX12File(kept("good.x12", fileOf(goodProfessional)), today)).toEqual({
      claims: 2,
      clean: 2,
      findings: [],
      leftOut: 0,
      exitCode: 0,
    });
  });

  test("names the rule, the claim, the loop and the element, and says it in a sentence", () => {
    const wrong = swap("CLM*", "*600*", "*600.01*")(goodProfessional);
    const checked = checkX12File(kept("wrong.x12", fileOf(wrong)), today);
    expect(checked).toMatchObject({ claims: 2, clean: 1, exitCode: 1 });
    expect(checked.findings).toEqual([
      {
        rule: "claim-total",
        severity: "error",
        claim: "HS00000001",
        loop: "2300",
        element: "CLM02",
        text: "The claim asks for 600.01, its lines add up to 600.00.",
        values: { chargeCents: 60_001, linesCents: 60_000 },
      },
    ]);
  });

  test("a warning alone leaves the exit code 0; no X12 answers 2", () => {
    const warned = swap("PRV*BI", "PRV*BI*PXC*261QR0405X", "PRV*BI*PXC")(goodProfessional);
    expect(checkX12File(kept("no.txt", "Dear payer"), today).exitCode).toBe(2);
    const { findings, exitCode } = checkX12File(kept("warned.x12", fileOf(warned)), today);
    expect(findings.map(({ rule }) => rule)).toEqual(["element-missing", "billing-taxonomy"]);
    expect(exitCode).toBe(1);
    const accent = swap("NM1*IL", "AMARA", "AMÄRA")(goodProfessional);
    const accented = checkX12File(kept("accent.x12", fileOf(accent)), today);
    expect(accented.findings.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(accented.exitCode).toBe(0);
  });

  test("what claims of one provider share is said once, and keeps all of them", () => {
    const wrong = swap("N4*CEDAR FALLS*IA*506130001", "506130001", "50613")(goodProfessional);
    const { claims, clean, findings } = checkX12File(kept("zip.x12", fileOf(wrong)), today);
    expect([claims, clean, findings.length]).toEqual([2, 0, 1]);
  });

  test("runs from the command line, for people and for programs", { timeout: 120_000 }, () => {
    const cli = path.join(root, "src/server/app/cli.ts");
    const file = kept("bill.x12", fileOf(swap("CL1*", "*30", "*01")(goodInstitutional)));
    const run = (...words: readonly string[]) =>
      spawnSync(process.execPath, [cli, "x12", ...words], { encoding: "utf8" });
    const said = run("check", file);
    expect([said.status, said.stderr]).toEqual([1, ""]);
    expect(said.stdout).toMatch(
      /claim HS00000003\n {2}error {3}2300 CL103 .*\[status-of-frequency\]/,
    );
    expect(Object.keys(JSON.parse(run("check", file, "--json").stdout))).toEqual([
      "claims",
      "clean",
      "findings",
      "leftOut",
    ]);
    expect(JSON.parse(run("rules", "--json").stdout)).toHaveLength(scrubRuleIds.length);
  });
});

describe("the words of rules", () => {
  test("docs/claim-rules.md lists every rule as it is: npx stepwell x12 rules --markdown", () => {
    expect(listedRules().map(({ id }) => id)).toEqual([...scrubRuleIds]);
    expect(readFileSync(path.join(root, "docs/claim-rules.md"), "utf8")).toBe(rulesPage());
  });

  const byFile = [
    ...[...fileMutations, ...claimMutations].map(([, change]) => change(goodProfessional)),
    ...billMutations.map(([, change]) => change(goodInstitutional)),
  ].map((segments) => checkFile([fileOf(segments)], { today }).findings);

  test("every value a sentence asks for is there", () => {
    for (const { rule, element, values } of byFile.flat()) {
      const id = scrubRuleIds.find((one) => one === rule);
      if (id === undefined) continue;
      const asked = [...ruleSentence(id).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys({ element, ...values })).toEqual(expect.arrayContaining(asked));
      expect(scrubSentence({ rule: id, element, values })).toMatch(/^[A-Z0-9].*[.\d…:a-z]$/);
    }
  });
});
