import { afterEach, describe, expect, test } from "vitest";
import {
  codeSetText,
  diagnosisOn,
  diagnosisProblem,
  loadCodeSet,
} from "#domain/diagnoses/code-set.ts";
import { editionRefusal, withEdition } from "#domain/diagnoses/edition.ts";
import { readOrderFile } from "#domain/diagnoses/order-file.ts";

const own = codeSetText();
afterEach(() => loadCodeSet(own));

const ordered = (order: number, code: string, isUsable: boolean, words: string): string =>
  `${String(order).padStart(5, "0")} ${code.padEnd(7)} ${isUsable ? 1 : 0} ${words.slice(0, 60).padEnd(60)} ${words}`;

/** An excerpt that no edition has. */
const excerpt = [
  ordered(1, "F99", false, "Made-up heading"),
  ordered(
    2,
    "F991",
    true,
    "Made-up disorder of the first kind, with words that go on beyond sixty places",
  ),
  ordered(3, "F9922", true, "Made-up disorder, mild"),
].join("\r\n");

describe("an order file", () => {
  test("is read by its widths; headings are no codes", () => {
    expect(readOrderFile(`${excerpt}\r\n`)).toEqual({
      ok: true,
      codes: [
        {
          code: "F99.1",
          description:
            "Made-up disorder of the first kind, with words that go on beyond sixty places",
        },
        { code: "F99.22", description: "Made-up disorder, mild" },
      ],
    });
  });

  test.each([
    ["", 1],
    ["code,words\nF99,Any", 1],
    [`${excerpt}\n<html>`, 4],
    [excerpt.replace("00003", "3"), 3],
  ])("says the line that is none: %j", (text, line) => {
    expect(readOrderFile(text)).toEqual({ ok: false, line });
  });
});

const set = [
  "F90.1||2020-09-30|Old",
  "F99.1|||First",
  "F99.2||2025-09-30|Gone",
  "F99.3|||Third",
  "R45.1|||Restless",
].join("\n");
const code = (name: string, description: string) => ({ code: name, description });
const edition = {
  from: "2026-10-01",
  codes: [
    code("F99.1", "First, said better"),
    code("F99.4", "Fourth"),
    code("R45.1", "Restless"),
    code("Z99.1", "Elsewhere"),
  ],
};

describe("one more edition", () => {
  test("ends, begins and rewords from its first day, and leaves the days before as they were", () => {
    const taken = withEdition(set, edition);
    expect(taken).toMatchObject({ added: ["F99.4"], ended: ["F99.3"], reworded: ["F99.1"] });
    expect(taken.text.split("\n")).toEqual([
      "F90.1||2020-09-30|Old",
      "F99.1||2026-09-30|First",
      "F99.1|2026-10-01||First, said better",
      "F99.2||2025-09-30|Gone",
      "F99.3||2026-09-30|Third",
      "F99.4|2026-10-01||Fourth",
      "R45.1|||Restless",
    ]);
    loadCodeSet(taken.text);
    expect(diagnosisOn("F99.1", "2026-09-30")?.description).toBe("First");
    expect(diagnosisOn("F99.1", "2026-10-01")?.description).toBe("First, said better");
    expect(diagnosisProblem("F99.3", "2026-10-01")).toEqual({
      code: "no-longer-valid",
      values: { to: "2026-09-30" },
    });
    expect(diagnosisProblem("F99.4", "2026-09-30")?.code).toBe("not-valid-yet");
  });

  test("taken twice changes nothing, and mended on the same day leaves no empty span", () => {
    const once = withEdition(set, edition);
    expect(withEdition(once.text, edition)).toEqual({
      text: once.text,
      added: [],
      ended: [],
      reworded: [],
    });
    const mended = withEdition(once.text, {
      ...edition,
      codes: edition.codes.filter((one) => one.code !== "F99.4"),
    });
    expect(mended.text).not.toContain("F99.4");
  });

  test("is refused on another day, before one that is in use, and where it was cut off", () => {
    const whole = own
      .split("\n")
      .map((line) => code(line.split("|")[0] ?? "", line.split("|")[3] ?? ""));
    expect(editionRefusal(own, { codes: whole, from: "2025-10-01" })).toBeNull();
    expect(editionRefusal(own, { codes: whole, from: "2025-10-02" })).toBe("no-first-day");
    expect(editionRefusal(own, { codes: whole, from: "2023-10-01" })).toBe("older");
    expect(editionRefusal(own, { codes: whole.slice(0, 500), from: "2025-10-01" })).toBe(
      "incomplete",
    );
  });
});
