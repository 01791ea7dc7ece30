import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { x12Sentence } from "#server/app/commands/x12-words.ts";
import { readX12File, summaryLines } from "#server/app/commands/x12.ts";
import { smallFile } from "#test/support/sample-x12.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stepwell-x12-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kept = (name: string, content: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

describe("x12 read", () => {
  test("answers what a file holds", () => {
    expect(readX12File(kept("good.x12", smallFile()))).toEqual({
      interchanges: [
        {
          control: "000000001",
          groups: [
            {
              guide: "005010X279A1",
              transactions: [
                { set: "270", control: "0001", segments: 4, claims: null, total: null },
              ],
            },
          ],
        },
      ],
      problems: [],
      exitCode: 0,
    });
  });

  test("says what is wrong in a sentence, and answers 1", () => {
    const { problems, exitCode } = readX12File(
      kept("wrong.x12", smallFile().replace("SE*4", "SE*9")),
    );
    expect(exitCode).toBe(1);
    expect(problems).toEqual([
      {
        severity: "error",
        segment: "SE",
        text: "SE01 says 9, but there are 4.",
        at: 6,
        code: "count-wrong",
        values: { element: "SE01", said: "9", counted: 4 },
      },
    ]);
  });

  test("counts one claim as one", () => {
    const transactions = [1, 2].map((claims) => ({
      set: "837",
      control: `000${claims}`,
      segments: 9,
      claims,
      total: ["954", "-12.5"][claims - 1] ?? null,
    }));
    const groups = [{ guide: "005010X222A1", transactions }];
    expect(summaryLines([{ control: "000000001", groups }]).slice(2)).toEqual([
      "    837 0001: 9 segments, 1 claim, 954.00",
      "    837 0002: 9 segments, 2 claims, -12.50",
    ]);
  });

  test("answers 2 for what is no X12, and for what cannot be read", () => {
    expect(readX12File(kept("letter.txt", "Dear partner")).exitCode).toBe(2);
    expect(() => readX12File(folder)).toThrow(/cannot be read/);
    expect(() => readX12File(path.join(folder, "none"))).toThrow(/cannot be read/);
  });

  test("runs from the command line without a database", () => {
    const cli = path.resolve(import.meta.dirname, "../cli.ts");
    const file = kept("cut.x12", smallFile().slice(0, 200));
    const ran = spawnSync(process.execPath, [cli, "x12", "read", file, "--json"], {
      encoding: "utf8",
    });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toBe("");
    expect(Object.keys(JSON.parse(ran.stdout))).toEqual(["interchanges", "problems"]);
  });
});

test("no sentence shows a control character of the file", () => {
  const values = { element: "BHT05", value: "\x1b[2J\x07" };
  const problem = {
    severity: "error",
    code: "time-invalid",
    segment: "BHT",
    at: 4,
    values,
  } as const;
  expect(x12Sentence(problem)).toBe("BHT05 is no time of the day: ?[2J?");
});
