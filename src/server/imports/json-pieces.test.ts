import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "#domain/contract/problem.ts";
import { fhirEntries, type FileEntry } from "#server/imports/fhir-file.ts";
import { JsonPieces, type JsonPiece } from "#server/imports/json-pieces.ts";
import { textOfBytes, type ReadAs } from "#server/imports/text-of-bytes.ts";

const piecesOf = (text: string, size: number): JsonPiece[] => {
  const pieces = new JsonPieces();
  const found: JsonPiece[] = [];
  for (let at = 0; at < text.length; at += size)
    found.push(...pieces.next(text.slice(at, at + size)));
  pieces.end();
  return found;
};

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}

const read = async (bytes: Uint8Array, size = 7) => {
  const readAs: ReadAs = { encoding: "utf-8" };
  const entries: FileEntry[] = [];
  const kinds: string[] = [];
  const text = textOfBytes(chunks(bytes, size), readAs);
  for await (const entry of fhirEntries(text, (kind) => kinds.push(kind))) entries.push(entry);
  return { entries, kinds, encoding: readAs.encoding };
};

const refusal = async (bytes: Uint8Array): Promise<unknown> => {
  const error: unknown = await read(bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Problem ? error.values["why"] : error;
};

const patient = { resourceType: "Patient", id: "1", name: [{ family: "Ñandú" }] };
const bundle = (...resources: unknown[]) => ({
  resourceType: "Bundle",
  entry: resources.map((resource) => ({ resource })),
});

describe("pieces of JSON", () => {
  it("are the same however the file is cut into chunks, and parse to what stood there", () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (values, size, isSpaced) => {
          const text = JSON.stringify(
            { a: "entry", entry: values, b: { entry: [1] } },
            null,
            isSpaced ? 2 : 0,
          );
          const members = piecesOf(text, size).filter(({ kind }) => kind === "member");
          expect(members.map((piece): unknown => JSON.parse(piece.text))).toEqual(
            values.map((value): unknown => JSON.parse(JSON.stringify(value))),
          );
        },
      ),
      { seed: 20_261_122 },
    );
  });

  it("of any bytes: read, or refused with a reason; never a fault", async () => {
    const json = fc.json({ maxDepth: 5 }).map((text) => Buffer.from(text));
    const any = fc.oneof(fc.uint8Array({ maxLength: 200 }), json);
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => {
        const why = await refusal(bytes);
        expect(why === null || typeof why === "string").toBe(true);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });

  it("of a file that is cut anywhere: refused", async () => {
    const whole = Buffer.from(JSON.stringify(bundle(patient, patient)));
    for (let end = 1; end < whole.length; end += 1)
      expect(await refusal(whole.subarray(0, end))).toMatch(/^(cut-off|mixed-encoding)$/);
  });

  it.each([
    ["", "empty"],
    ["  \n ", "empty"],
    ["null", "not-json"],
    ["{]", "not-json"],
    ["{}", "not-fhir"],
    ['{"resourceType":"Patient"} x', "not-json"],
    ['{"resourceType":"Bundle","entry":[1 {}]}', "not-json"],
    [`${"[".repeat(101)}${"]".repeat(101)}`, "too-deep"],
    [`{"resourceType":"Patient","a":${'{"a":'.repeat(101)}1${"}".repeat(101)}}`, "too-deep"],
    [`{"resourceType":"Patient","name":"${"x".repeat(10_000_000)}"}`, "too-long"],
    ['{"resourceType":"Patient","id":"\u0000"}', "not-text"],
  ])("refuses %.20s …", async (text, why) => {
    expect(await refusal(Buffer.from(text))).toBe(why);
  });

  it("reads many lines, lists, single resources and Bundles in Bundles' lines alike", async () => {
    const text = [
      JSON.stringify(patient),
      JSON.stringify([{ ...patient, id: "2" }], null, 2),
      JSON.stringify(bundle({ ...patient, id: "3" }, { resourceType: "Encounter" })),
      JSON.stringify({ resourceType: "Observation" }),
    ].join("\r\n");
    const { entries, kinds } = await read(Buffer.from(text));
    expect(entries.map(({ typeId }) => typeId)).toEqual(["Patient/1", "Patient/2", "Patient/3"]);
    expect(kinds).toEqual(["Encounter", "Observation"]);
  });
});

describe("the letters of a file", () => {
  const text = JSON.stringify(patient);
  it.each([
    ["utf-8", Buffer.from(text)],
    ["utf-8", Buffer.from(`\uFEFF${text}`)],
    ["utf-16le", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["utf-16le", Buffer.from(text, "utf16le")],
    ["utf-16be", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
    ["windows-1252", Buffer.from(text, "latin1")],
  ])("are read as %s", async (encoding, bytes) => {
    for (const size of [1, 2, 3, 64]) {
      const found = await read(bytes, size);
      expect(found.encoding).toBe(encoding);
      expect(found.entries[0]?.content).toBe(text);
    }
  });

  it("in two ways at once are refused", async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"ñ"}\n'), Buffer.from('{"a":"ñ"}', "latin1")]);
    expect(await refusal(Buffer.from(bytes))).toMatch(/mixed-encoding|not-fhir/);
  });
});

it("the sum of a resource does not depend on order, space, or when it was exported", async () => {
  const one = { ...patient, meta: { lastUpdated: "2026-01-01" } };
  const other = { name: patient.name, id: "1", resourceType: "Patient" };
  const sums = await Promise.all(
    [one, other, { ...patient, gender: "male" }].map(
      async (resource) =>
        (await read(Buffer.from(JSON.stringify(resource, null, 3)))).entries[0]?.contentSha256,
    ),
  );
  expect(sums[0]).toBe(sums[1]);
  expect(sums[0]).not.toBe(sums[2]);
});
