import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument, textOf } from "#edi/x12/document.ts";
import { problemList } from "#edi/x12/problem.ts";
import { elementText } from "#edi/x12/segment-table.ts";
import { segmentTables } from "#edi/x12/tokenizer.ts";
import { smallFile } from "#test/support/sample-x12.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

const read = (...chunks: readonly Uint8Array[]) => {
  const problems = problemList();
  const document = readDocument(chunks, problems);
  const segments = document.flatMap((one) =>
    one.groups.flatMap((group) =>
      group.transactions.flatMap((transaction) => transaction.segments),
    ),
  );
  return { document, segments, codes: problems.found.map((problem) => problem.code) };
};

const utf16 = (text: string, isLittle: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return isLittle ? bytes : bytes.swap16();
};

const plain = read(bytesOf(smallFile()));

describe("delimiters come from the ISA", () => {
  test.each(["*^:~", "~^_\n", "|!>'", "\x1d\x1f\x1e\x1c", "*^:\r", "+^:\x85", "*^:§"])(
    "%j",
    (delimiters) => {
      const latin1 = new Uint8Array(Buffer.from(smallFile(delimiters), "latin1"));
      expect(read(latin1)).toEqual(plain);
    },
  );

  test("each interchange of a file has its own", () => {
    const text =
      smallFile() + "\r\n\r\n" + smallFile("|^>'", "000000002") + smallFile("*^:\n", "000000003");
    const { document, codes } = read(bytesOf(text));
    expect(document.map((one) => one.interchange?.control)).toEqual([
      "000000001",
      "000000002",
      "000000003",
    ]);
    expect(
      new Set(document.map((one) => JSON.stringify(one.groups[0]?.transactions[0]?.segments))).size,
    ).toBe(1);
    expect(codes).toEqual([]);
  });

  test("elements are divided into repetitions and components", () => {
    const [, question] = plain.segments;
    expect(question?.elements).toEqual([[["MH"], ["A6"]], [["HC", "H0015"]]]);
    expect(textOf(question ?? { id: "", elements: [] }, 1, 1, 2)).toBe("A6");
  });
});

describe("what surrounds the data is no part of it", () => {
  test.each([
    ["line breaks behind every terminator", smallFile().replaceAll("~", "~\r\n"), []],
    ["indentation", smallFile().replaceAll("~", "~\n    "), []],
    ["an end of file from another age", `${smallFile()}\x1a\0\0`, []],
    ["space before the first ISA", `\r\n  ${smallFile()}`, []],
    ["a byte order mark", `\ufeff${smallFile()}`, ["byte-order-mark"]],
    ["a letter before the first ISA", `Dear partner,\n${smallFile()}`, ["bytes-skipped"]],
    ["no final terminator", smallFile().slice(0, -1), ["terminator-missing"]],
    ["doubled terminators", smallFile().replace("~BHT", "~~BHT"), ["segment-empty"]],
    ["a shorter ISA02", smallFile().replace("          ", "         "), ["isa-length"]],
    [
      "an ISA with no element padded",
      smallFile().replace("HARBORSTEPS    ", "HARBORSTEPS"),
      ["isa-length"],
    ],
    ["a missing ISA16", smallFile().replace(":~GS", "~GS"), ["isa-length"]],
  ])("%s", (_, text, codes) => {
    const found = read(bytesOf(text));
    expect(found.segments).toEqual(plain.segments);
    expect(found.codes).toEqual(codes);
  });

  test.each([
    [true, true],
    [false, true],
    [true, false],
    [false, false],
  ])("UTF-16, little-endian %s, marked %s", (isLittle, mark) => {
    const found = read(utf16(smallFile(), isLittle, mark));
    expect(found.segments).toEqual(plain.segments);
    expect(found.codes).toEqual(["utf-16"]);
  });
});

describe("data that contradicts its ISA", () => {
  const claim = "CLM*1*100***11:B:1~";
  const withClaim = smallFile().replace("EQ*", `${claim}EQ*`).replace("SE*4", "SE*5");

  test("uses another separator of components", () => {
    const found = read(bytesOf(withClaim.replace("*:~GS", "*>~GS")));
    expect(found.codes).toEqual(["component-contradicted"]);
    expect(found.segments[1]?.elements[4]).toEqual([["11", "B", "1"]]);
  });

  test("or the one that ISA11 names, too", () => {
    const found = read(bytesOf(withClaim.replace("*:~GS", "*^~GS")));
    expect(found.codes).toEqual(["component-contradicted"]);
    expect(read(bytesOf(smallFile().replace("*:~GS", "*^~GS"))).codes).toEqual([
      "delimiters-alike",
    ]);
  });

  test("or ends its segments otherwise than the ISA", () => {
    const found = read(bytesOf(smallFile().replace(":~GS", ":\nGS").replaceAll("~", "~\n")));
    expect(found.segments).toEqual(plain.segments);
    expect(found.codes).toEqual(["terminator-contradicted"]);
  });
});

test("what is no X12 is said to be none", () => {
  for (const text of ["", " ", "ISA", "ISA*", "hello", "<xml/>", "ISA*00*x", "UNB+UNOA:1+A+B'"])
    expect(read(bytesOf(text)).codes).toEqual(["not-x12"]);
});

test("a segment without an end is given up, and not kept in memory", () => {
  function* endless(): Generator<Uint8Array> {
    yield bytesOf(smallFile().slice(0, 300));
    for (let mb = 0; mb < 64; mb++) yield new Uint8Array(1024 * 1024).fill(0x41);
  }
  const problems = problemList();
  for (const table of segmentTables(endless(), problems)) expect(table.count).toBeGreaterThan(0);
  expect(problems.found.map((one) => one.code)).toContain("segment-too-long");
});

test("text beyond ASCII is UTF-8, or Latin-1 where it is not", () => {
  const text = smallFile().replace("BHT*0022*13*1", "BHT*0022*13*Zoë");
  for (const encoding of ["utf8", "latin1"] as const)
    expect(
      textOf(
        read(new Uint8Array(Buffer.from(text, encoding))).segments[0] ?? { id: "", elements: [] },
        3,
      ),
    ).toBe("Zoë");
});

test("segments are the same however the bytes are cut", () => {
  const bytes = bytesOf((smallFile() + smallFile("|^>'", "000000002")).repeat(40));
  const all = (chunks: Iterable<Uint8Array>) => {
    const found: string[] = [];
    for (const table of segmentTables(chunks, problemList()))
      for (let segment = 0; segment < table.count; segment++)
        found.push(
          `${table.firstAt + segment} ${elementText(table, segment, 0)} ${elementText(table, segment, 1)}`,
        );
    return found;
  };
  const whole = all([bytes]);
  expect(whole).toHaveLength(640);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 30 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const chunks = places.slice(1).map((to, place) => bytes.subarray(places[place], to));
      expect(all(chunks)).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});
