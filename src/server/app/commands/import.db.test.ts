import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { CommandFailed } from "#server/app/commands/command.ts";
import { importCommand } from "#server/app/commands/import.ts";
import { problemSentence } from "#server/app/commands/terminal-words.ts";
import { Problem } from "#domain/contract/problem.ts";
import { openTestProduct, type TestProduct } from "#test/support/test-product.ts";

let product: TestProduct;
const folder = mkdtempSync(path.join(tmpdir(), "stepwell-import-"));
beforeAll(async () => {
  product = await openTestProduct(() => []);
  await product.addOrganization("Own House");
  vi.stubEnv("DATABASE_URL", product.database.appUrl);
  vi.stubEnv("STEPWELL_DATA", folder);
});
afterEach(() => {
  process.exitCode = 0;
  vi.restoreAllMocks();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await product.close();
});

const place = (name: string): string => path.join(folder, name);
const write = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(place(name), bytes);
  return place(name);
};

/** What a command line says on its way out and with which code: as `stepwell` prints and answers it. */
const told = async (...words: string[]): Promise<{ code: number; words: string }> => {
  let said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    await importCommand().parseAsync(words, { from: "user" });
    return { code: Number(process.exitCode ?? 0), words: said };
  } catch (error) {
    if (error instanceof Problem) return { code: 1, words: problemSentence(error) };
    if (error instanceof CommandFailed) return { code: error.exitCode, words: error.message };
    throw error;
  }
};

const person = (id: string, family: string) => ({
  resourceType: "Patient",
  id,
  name: [{ use: "official", family, given: ["Ada"] }],
  birthDate: "1980-02-03",
});
const lines = (...resources: unknown[]): string =>
  resources.map((one) => JSON.stringify(one)).join("\n");

const countPeople = async (): Promise<number> => {
  const { rows } = await product.ownerPool.query("select from stepwell.patient");
  return rows.length;
};
const openImports = async (): Promise<number> => {
  const { rows } = await product.ownerPool.query(
    "select from stepwell.import_run where state <> 'discarded'",
  );
  return rows.length;
};

const unchanged = "Nothing was kept, nobody was changed.";
const good = JSON.stringify(person("1", "Ashgrove"));

describe("a file that cannot be brought", () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ["that is empty", "empty.json", "", "holds nothing."],
    ["of blank lines", "blank.json", "\n \n", "holds nothing."],
    ["that is no JSON", "letter.json", "Dear Stepwell,\n", "what begins in line 1 is no JSON."],
    ["that is packed", "packed.json", Buffer.from("PK\u0003\u0004\u0000\u0000"), "is no text."],
    [
      "with a broken line",
      "comma.ndjson",
      `${good}\n${good}\n{"resourceType":"Patient",}\n${good}\n`,
      "what begins in line 3 is no JSON.",
    ],
    [
      "with a line that has no end",
      "brace.ndjson",
      `${good}\n${good.slice(0, -1)}\n${good}\n${good}\n`,
      "what begins in line 2 has no end.",
    ],
    [
      "with a line whose quote never closes",
      "quote.ndjson",
      `${good}\n{"resourceType":"Patient","id":"2}\n${good}\n`,
      "what begins in line 2 is no JSON.",
    ],
    [
      "of something else",
      "other.ndjson",
      `${good}\n{"name":"nobody"}\n`,
      "what begins in line 2 is no FHIR resource.",
    ],
    [
      "in UTF-16 of which a byte is missing",
      "cut.json",
      Buffer.from(`\uFEFF${good}`, "utf16le").subarray(0, -1),
      "is written in two ways at once",
    ],
  ])("%s says so, and where", async (_, name, bytes, words) => {
    const file = write(name, bytes);
    const answer = await told("fhir", file);
    expect(answer).toMatchObject({ code: 1 });
    expect(answer.words).toContain(`${file} `);
    expect(answer.words).toContain(words);
    expect(answer.words).toContain(unchanged);
    expect(await countPeople()).toBe(0);
    expect(await openImports()).toBe(0);
  });

  it("says where a table breaks", async () => {
    const file = write("people.csv", 'Name,DOB\nAda Ashgrove,1980-02-03\n"Ada,1980-02-03\n');
    const answer = await told("csv", file);
    expect(answer.code).toBe(1);
    expect(answer.words).toMatch(
      /people\.csv cannot be read: what begins in line [34] has no end\./,
    );
    expect(await openImports()).toBe(0);
  });

  it("is asked for where it is missing, where a folder holds none, and where a table is a folder", async () => {
    mkdirSync(place("bare"));
    expect(await told("fhir", place("nowhere.json"))).toEqual({
      code: 2,
      words: `${place("nowhere.json")} cannot be read: there is no such file or folder.`,
    });
    expect(await told("fhir", place("bare"))).toEqual({
      code: 2,
      words: `${place("bare")} holds no .ndjson, .jsonl or .json file.`,
    });
    expect(await told("csv", place("bare"))).toMatchObject({ code: 2 });
  });

  it("takes the whole files of its folder with it", async () => {
    mkdirSync(place("half"));
    write("half/1.ndjson", good);
    write("half/2.ndjson", `${good}\n{`);
    const answer = await told("fhir", place("half"));
    expect(answer.code).toBe(1);
    expect(answer.words).toContain("2.ndjson cannot be read: what begins in line 2 has no end.");
    expect(await countPeople()).toBe(0);
    expect(await openImports()).toBe(0);
  });

  it("that holds nobody leaves no import behind", async () => {
    const answer = await told("fhir", write("none.json", '{"resourceType":"Observation"}'));
    expect(answer).toMatchObject({ code: 1 });
    expect(answer.words).toContain("There is nobody in it");
    expect(await openImports()).toBe(0);
  });
});

it("a whole file in UTF-16 is brought, and says so; with somebody to look at the code is 3", async () => {
  const text = lines(person("1", "Ñandú"), { ...person("2", "Ashgrove"), birthDate: "1980" });
  const file = write("sixteen.ndjson", Buffer.from(`\uFEFF${text}`, "utf16le"));
  const answer = await told("fhir", file);
  expect(answer.code).toBe(3);
  expect(answer.words).toContain("1 taken, 1 refused");
  expect(answer.words).toContain("sixteen.ndjson was read as utf-16le.");
  expect(await countPeople()).toBe(1);
});
