import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { summarizeFile } from "#edi/file-summary.ts";
import { readAcknowledgments } from "#edi/999/read-acknowledgments.ts";
import { readInstitutional } from "#edi/837i/read-institutional.ts";
import { readProfessional } from "#edi/837p/read-professional.ts";
import { writeInstitutional } from "#edi/837i/write-institutional.ts";
import { writeProfessional } from "#edi/837p/write-professional.ts";
import { checkFile } from "#edi/scrub/check-file.ts";
import { problemList } from "#edi/x12/problem.ts";
import { institutionalFiles, professionalFiles } from "#test/support/arbitrary-claim-files.ts";
import { fixture, hasFixtures } from "#test/support/fixtures.ts";
import { smallFile } from "#test/support/sample-x12.ts";
import { seededNumbers } from "#test/support/seeded-numbers.ts";

// No bytes may make the reader throw, run for ever or keep silent about what is missing.

const seed = 20_261_122;

const written = (): Uint8Array[] => [
  ...fc.sample(professionalFiles, { seed, numRuns: 4 }).map((one) => writeProfessional(one).bytes),
  ...fc
    .sample(institutionalFiles, { seed, numRuns: 4 })
    .map((one) => writeInstitutional(one).bytes),
  new TextEncoder().encode(smallFile()),
];

const byOthers = (): Uint8Array[] =>
  hasFixtures
    ? Object.keys(JSON.parse(fixture("x12/facts.json"))).map((file) =>
        new TextEncoder().encode(fixture(`x12/${file}`)),
      )
    : [];

const originals = [...written(), ...byOthers()];

const isWrong = (bytes: Uint8Array): boolean => {
  const problems = problemList();
  const summary = summarizeFile([bytes], problems);
  if (summary === undefined && problems.found.length === 0)
    throw new Error("nothing, and no reason");
  return problems.found.some(({ severity }) => severity !== "warning");
};

const end = (bytes: Uint8Array): number => {
  let last = bytes.length;
  while ((bytes[last - 1] ?? 0) <= 0x20) last--;
  return last;
};

describe("bytes of any kind", () => {
  test("14,000 files cut off anywhere before their end: each is found wrong", () => {
    const below = seededNumbers(seed);
    for (let run = 0; run < 14_000; run++) {
      const bytes = originals[run % originals.length] ?? new Uint8Array();
      const cut = below(end(bytes));
      if (!isWrong(bytes.subarray(0, cut)))
        throw new Error(`file ${run % originals.length} cut at ${cut}`);
    }
  });

  test("10,000 files with bytes changed, taken out or put in: none makes a reader throw", () => {
    const below = seededNumbers(seed + 1);
    for (let run = 0; run < 10_000; run++) {
      const original = originals[run % originals.length] ?? new Uint8Array();
      const bytes = Array.from(original);
      for (let change = below(6) + 1; change > 0; change--) {
        const place = below(bytes.length);
        if (below(3) === 0) bytes.splice(place, below(20));
        else if (below(2) === 0) bytes.splice(place, 0, below(256), 0x7e, 0x2a);
        else bytes[place] = below(4) === 0 ? (bytes[below(bytes.length)] ?? 0) : below(256);
      }
      const changed = Uint8Array.from(bytes);
      isWrong(changed);
      if (run % 10 !== 0) continue;
      Array.from(readProfessional([changed], problemList()));
      Array.from(readInstitutional([changed], problemList()));
      readAcknowledgments([changed], problemList());
      checkFile([changed], { today: "2026-11-22" });
    }
  });

  test("7,000 runs of random bytes, half of them behind a good ISA: each is found wrong", () => {
    const below = seededNumbers(seed + 2);
    const isa = smallFile().slice(0, 106);
    const letters = "*~:^ISAGSTHLCMRV1 0\n";
    for (let run = 0; run < 7000; run++) {
      const isTextual = run % 3 === 0;
      const noise = Uint8Array.from({ length: below(600) }, () =>
        isTextual ? letters.charCodeAt(below(letters.length)) : below(256),
      );
      const head = run % 2 === 0 ? new TextEncoder().encode(isa) : new Uint8Array();
      const bytes = new Uint8Array(head.length + noise.length);
      bytes.set(head);
      bytes.set(noise, head.length);
      expect(isWrong(bytes)).toBe(true);
    }
  });

  test("a claim with a hundred thousand lines and elements takes time in proportion", () => {
    const [good] = originals;
    const text = new TextDecoder().decode(good);
    const many = text.replace(/~SE\*/, `${"~LX*1~SV1*HC:H0015*1*UN*1***1".repeat(20_000)}~SE*`);
    const wide = text.replace(/~BHT\*/, `~BHT${"*".repeat(200_000)}`);
    const before = process.cpuUsage();
    expect(isWrong(new TextEncoder().encode(many))).toBe(true);
    isWrong(new TextEncoder().encode(wide));
    // The time it works, not the time it waits for a machine that has other work.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
  });
});
