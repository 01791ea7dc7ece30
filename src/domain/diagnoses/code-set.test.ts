import { describe, expect, test } from "vitest";
import { diagnosisOn, diagnosisProblem, searchCodeSet } from "#domain/diagnoses/code-set.ts";
import { icd10cmText } from "#domain/diagnoses/code-sets/icd-10-cm.ts";

const lines = icd10cmText.trim().split("\n");

describe("the code set", () => {
  test("is made of well-formed lines, each code once at a time", () => {
    expect(lines.length).toBeGreaterThan(1000);
    const ends = new Map<string, string>();
    for (const line of lines) {
      expect(line).toMatch(
        /^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?\|(\d{4}-\d\d-01)?\|(\d{4}-\d\d-\d\d)?\|\S.*\S$/,
      );
      const [code = "", from = "", to = ""] = line.split("|");
      const before = ends.get(code);
      if (before !== undefined) expect(before !== "" && before < from, line).toBe(true);
      ends.set(code, to);
    }
  });

  // Addenda of the editions of October 2016, 2017, 2020, 2021, 2022 and 2024 (CDC/NCHS).
  test.each([
    ["F42", "2016-09-30", true],
    ["F42", "2016-10-01", false],
    ["F42.2", "2016-09-30", false],
    ["F42.2", "2016-10-01", true],
    ["F32.8", "2016-10-01", false],
    ["F32.89", "2016-10-01", true],
    ["F10.11", "2017-09-30", false],
    ["F10.11", "2017-10-01", true],
    ["F10.130", "2020-09-30", false],
    ["F10.130", "2020-10-01", true],
    ["F32.A", "2021-09-30", false],
    ["F32.A", "2021-10-01", true],
    ["F43.8", "2022-09-30", true],
    ["F43.8", "2022-10-01", false],
    ["F43.81", "2022-09-30", false],
    ["F43.89", "2022-10-01", true],
    ["F11.91", "2022-10-01", true],
    ["F50.01", "2024-09-30", true],
    ["F50.01", "2024-10-01", false],
    ["F50.010", "2024-09-30", false],
    ["F50.019", "2024-10-01", true],
    ["F10.20", "2015-10-01", true],
    ["F10.20", "2026-11-19", true],
    ["F10.20", "2015-09-30", false],
  ])("%s on %s is in force: %s", (code, day, isInForce) => {
    expect(diagnosisOn(code, day) !== null).toBe(isInForce);
  });

  test("keeps the words of the day", () => {
    expect(diagnosisOn("F01.50", "2022-09-30")?.description).toBe(
      "Vascular dementia without behavioral disturbance",
    );
    expect(diagnosisOn("F01.50", "2022-10-01")?.description).toContain("unspecified severity");
  });

  test.each([
    ["F33", "2026-11-19", { code: "needs-more-digits" }],
    ["F50.01", "2024-10-01", { code: "needs-more-digits" }],
    ["F32.A", "2021-09-30", { code: "not-valid-yet", values: { from: "2021-10-01" } }],
    ["F53", "2026-11-19", { code: "needs-more-digits" }],
    ["Z91.14", "2026-11-19", { code: "needs-more-digits" }],
    ["T40.7X1A", "2026-11-19", { code: "no-longer-valid", values: { to: "2021-09-30" } }],
    ["F99.99", "2026-11-19", { code: "not-in-the-code-set" }],
    ["F33.2", "2026-11-19", null],
  ])("%s on %s: %o", (code, day, problem) => {
    expect(diagnosisProblem(code, day)).toEqual(problem);
  });
});

describe("searching it", () => {
  test.each([
    ["f332", "F33.2"],
    ["F33.2", "F33.2"],
    ["alcohol dep uncomp", "F10.20"],
    ["prolonged grief", "F43.81"],
    ["PTSD", undefined],
    ["post-traumatic", "F43.10"],
    ["", undefined],
    ["  ", undefined],
  ])("%s finds first %s", (typed, code) => {
    expect(searchCodeSet(typed, "2026-11-19", 20)[0]?.code).toBe(code);
  });

  test("answers only what is in force on the day, and at most as many as asked for", () => {
    const then = searchCodeSet("F50.0", "2024-09-30", 50).map(({ code }) => code);
    const now = searchCodeSet("F50.0", "2024-10-01", 50).map(({ code }) => code);
    expect(then).toEqual(["F50.00", "F50.01", "F50.02"]);
    expect(now).toContain("F50.010");
    expect(now).not.toContain("F50.01");
    expect(searchCodeSet("disorder", "2026-11-19", 7)).toHaveLength(7);
  });
});
