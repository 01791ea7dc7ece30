import fc from "fast-check";
import { expect, it } from "vitest";
import { csvLine } from "#domain/basics/csv-line.ts";

/** Reads one record as RFC 4180 says, by another path than it was written. */
const readLine = (line: string): string[] => {
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n$)/gy;
  for (const [, quoted, plain] of line.matchAll(pattern))
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
  return cells;
};

it.each([
  [["a", "b"], "a,b\r\n"],
  [["", ""], ",\r\n"],
  [["one, two"], '"one, two"\r\n'],
  [['say "no"'], '"say ""no"""\r\n'],
  [["two\nlines"], '"two\nlines"\r\n'],
  [["=1+1", "+1", "-1", "@x"], "'=1+1,'+1,'-1,'@x\r\n"],
  [['=HYPERLINK("http://x","y")'], '"\'=HYPERLINK(""http://x"",""y"")"\r\n'],
  [["\t=1"], "'\t=1\r\n"],
  [["\n=1", "\r=1"], '"\'\n=1","\'\r=1"\r\n'],
  [["＝1＋1", "＋1", "－1", "＠x"], "'＝1＋1,'＋1,'－1,'＠x\r\n"],
  [["'@x", "'plain"], "''@x,'plain\r\n"],
  [[-3, 0, null, "-3"], "-3,0,,'-3\r\n"],
])("writes %j", (values, line) => {
  expect(csvLine(values)).toBe(line);
});

it("can be read back, and no cell begins like a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), (values) => {
      const read = readLine(csvLine(values));
      expect(read.map((value) => value.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, ""))).toEqual(
        values,
      );
      for (const value of read) expect(value).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});
