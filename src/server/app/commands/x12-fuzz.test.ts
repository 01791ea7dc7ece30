import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { x12Command } from "#server/app/commands/x12.ts";
import { fixture, hasFixtures } from "#test/support/fixtures.ts";
import { fileOf, goodInstitutional, goodProfessional } from "#test/support/good-claims.ts";
import { seededNumbers } from "#test/support/seeded-numbers.ts";

// Whatever bytes the command is given, it answers 1 or 2 and sentences: no crash, no stack, no growing memory.

const seed = 20_261_123;
// Some fifteen seconds alone; a machine under load takes its time.
const patience = 600_000;
const folder = mkdtempSync(path.join(tmpdir(), "stepwell-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const byOthers = (): Uint8Array[] =>
  hasFixtures
    ? Object.keys(
        z.record(z.string(), z.unknown()).parse(JSON.parse(fixture("x12/facts.json"))),
      ).map((file) => new TextEncoder().encode(fixture(`x12/${file}`)))
    : [];
const originals = [fileOf(goodProfessional), fileOf(goodInstitutional), ...byOthers()];

const said = z.object({ problems: z.array(z.object({ text: z.string() })) });
const found = z.object({ findings: z.array(z.object({ text: z.string() })) });

const file = path.join(folder, "any.x12");
let answered = "";
const command = x12Command().exitOverride();

/** Runs the command as the terminal does and answers its exit code, what it printed being JSON. */
const run = async (word: "read" | "check", bytes: Uint8Array): Promise<number> => {
  writeFileSync(file, bytes);
  answered = "";
  process.exitCode = 0;
  await command.parseAsync([word, file, "--json"], { from: "user" });
  const code = process.exitCode;
  process.exitCode = 0;
  return code;
};

/** Exit 1 or 2, and a sentence for each thing that is wrong; every tenth file is checked by the rules, too. */
const assertSaid = async (bytes: Uint8Array, turn: number, place: string): Promise<void> => {
  const words = turn % 10 === 0 ? (["read", "check"] as const) : (["read"] as const);
  for (const word of words) {
    const code = await run(word, bytes);
    const answer: unknown = JSON.parse(answered);
    const texts =
      word === "read"
        ? said.parse(answer).problems.map(({ text }) => text)
        : found.parse(answer).findings.map(({ text }) => text);
    const isSaid = texts.length > 0 && texts.every((text) => /^[A-Z0-9{].{5,}/.test(text));
    if ((code !== 1 && code !== 2) || !isSaid || /\n\s+at /.test(answered))
      throw new Error(`${word} ${place}: exit ${code}, ${texts.join(" ")}`);
  }
};

const endOf = (bytes: Uint8Array): number => {
  let last = bytes.length;
  while ((bytes[last - 1] ?? 0) <= 0x20) last--;
  return last;
};

const hearing = () =>
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    answered += String(text);
    return true;
  });

describe("the command, given any bytes", () => {
  test("14,000 files cut off at any byte", { timeout: patience }, async () => {
    hearing();
    const below = seededNumbers(seed);
    for (let turn = 0; turn < 14_000; turn++) {
      const original = originals[turn % originals.length] ?? new Uint8Array();
      const cut = below(endOf(original));
      const place = `file ${turn % originals.length} cut at ${cut}`;
      await assertSaid(original.subarray(0, cut), turn, place);
    }
  });

  test(
    "6,000 files of random bytes, half of them behind a good ISA",
    { timeout: patience },
    async () => {
      hearing();
      const below = seededNumbers(seed + 1);
      const isa = originals[0]?.subarray(0, 106) ?? new Uint8Array();
      for (let turn = 0; turn < 6000; turn++) {
        const noise = Uint8Array.from({ length: below(800) }, () => below(256));
        const bytes = turn % 2 === 0 ? Buffer.concat([isa, noise]) : noise;
        await assertSaid(bytes, turn, `turn ${turn}`);
      }
    },
  );
});

const cli = path.resolve(import.meta.dirname, "../cli.ts");
/** The program itself takes half of it. */
const mostHeapMb = 80;

/** Runs the command in a process of its own, which may not keep more than so much. */
const spawned = (word: "read" | "check", name: string) =>
  spawnSync(
    process.execPath,
    [`--max-old-space-size=${mostHeapMb}`, cli, "x12", word, path.join(folder, name)],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );

describe("files larger than the memory they may take", () => {
  const size = 48 * 1024 * 1024;
  const filled = (head: Uint8Array, pattern: Uint8Array): Uint8Array => {
    const bytes = Buffer.alloc(size);
    bytes.set(head);
    for (let from = head.length; from < size; from += pattern.length)
      bytes.set(pattern.subarray(0, size - from), from);
    return bytes;
  };
  const below = seededNumbers(seed + 2);
  const level = goodProfessional.findIndex((segment) => segment.startsWith("HL*2"));
  const end = goodProfessional.findIndex((segment) => segment.startsWith("SE*"));
  const head = fileOf(goodProfessional.slice(0, level));
  const claims = fileOf(goodProfessional.slice(level, end));
  const noise = Uint8Array.from({ length: 65_537 }, () => below(256));
  const kinds: readonly (readonly [string, Uint8Array, Uint8Array, number])[] = [
    ["one transaction of claims, cut off", head, claims, 1],
    ["one segment that never ends", head.subarray(0, 130), new Uint8Array(1024).fill(0x41), 1],
    ["noise", new Uint8Array(), noise, 2],
  ];

  test.each(kinds)("%s", { timeout: patience }, (name, start, pattern, exitCode) => {
    writeFileSync(path.join(folder, name), filled(start, pattern));
    const words = start === head ? (["read", "check"] as const) : (["read"] as const);
    for (const word of words) {
      const { status, stdout, stderr, signal } = spawned(word, name);
      expect({ word, status, signal, stderr }).toEqual({
        word,
        status: exitCode,
        signal: null,
        stderr: "",
      });
      expect(stdout).not.toBe("");
      expect(stdout).not.toMatch(/\n\s+at /);
    }
    rmSync(path.join(folder, name));
  });
});
