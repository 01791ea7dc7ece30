import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { seededNumbers } from "#test/support/seeded-numbers.ts";
import { newKeyText, passphraseSecret, readKeyText } from "./backup-secret.ts";
import { RowSum } from "./row-sum.ts";
import { sealed, unsealed } from "./sealed-file.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stepwell-sealed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = readKeyText(newKeyText());
const chunk = 256 * 1024;
const sealedChunk = chunk + 16;

async function* inPieces(bytes: Buffer, sizes: () => number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const size = sizes();
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const together = async (source: AsyncIterable<Buffer>): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(source));

const seal = (bytes: Buffer, sizes = () => 100_000): Promise<Buffer> =>
  together(sealed(secret, inPieces(bytes, sizes)));

const unseal = async (bytes: Buffer): Promise<Buffer> => {
  const file = path.join(folder, "file");
  writeFileSync(file, bytes);
  const handle = await open(file);
  try {
    return await together(unsealed(handle, secret));
  } finally {
    await handle.close();
  }
};

const patterned = (length: number): Buffer => Buffer.alloc(length, "abcdefghijklm");

describe("a sealed file", () => {
  it("gives back what went in, whatever its length and its pieces", async () => {
    const random = seededNumbers(3);
    for (const length of [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 17]) {
      const bytes = patterned(length);
      const file = await seal(bytes, () => 1 + random(400_000));
      expect((await unseal(file)).equals(bytes), `${length} bytes`).toBe(true);
    }
  });

  it("is never the same twice", async () => {
    const bytes = patterned(100);
    expect((await seal(bytes)).equals(await seal(bytes))).toBe(false);
  });

  it("does not open with chunks that were exchanged, repeated, left out or cut off between two", async () => {
    const file = await seal(patterned(4 * chunk));
    const from = file.length - 32 - 4 * sealedChunk;
    const head = file.subarray(0, from);
    const end = file.subarray(-32);
    const [a, b, c, d] = [0, 1, 2, 3].map((place) =>
      file.subarray(from + place * sealedChunk, from + (place + 1) * sealedChunk),
    );
    const of = (...chunks: (Buffer | undefined)[]) =>
      Buffer.concat([head, ...chunks.map((one) => one ?? Buffer.alloc(0)), end]);
    expect((await unseal(of(a, b, c, d))).length).toBe(4 * chunk);
    for (const wrong of [
      of(b, a, c, d),
      of(a, a, c, d),
      of(a, c, d),
      of(a, b, c),
      of(d),
      of(a, b, c, d, d),
    ])
      await expect(unseal(wrong)).rejects.toMatchObject({ code: "damaged" });
  });
});

describe("the secret", () => {
  it("is refused when anybody would guess it", () => {
    expect(() => passphraseSecret("short")).toThrow(/at least 12/);
    expect(() => readKeyText("stepwell-key-abc")).toThrow(/not a key file/);
    expect(() => readKeyText("")).toThrow(/not a key file/);
  });
});

describe("the sum of rows", () => {
  const sumOf = (...rows: string[]): string => {
    const sum = new RowSum();
    sum.addAll(Buffer.from(rows.join("")));
    return sum.text();
  };

  it("does not depend on their order, and on nothing less than every letter", () => {
    expect(sumOf("a\n", "b\n", "b\n")).toBe(sumOf("b\n", "a\n", "b\n"));
    expect(sumOf("a\n", "b\n")).not.toBe(sumOf("a\n", "c\n"));
    expect(sumOf("a\n", "a\n")).not.toBe(sumOf());
    expect(sumOf("a\n", "b\n")).not.toBe(sumOf("ab\n", "\n"));
  });
});
