import { expect, test } from "vitest";
import { summarizeFile } from "#edi/file-summary.ts";
import { problemList } from "#edi/x12/problem.ts";
import { smallFile } from "#test/support/sample-x12.ts";

const problemsOf = (text: string) => {
  const problems = problemList();
  summarizeFile([new TextEncoder().encode(text)], problems);
  return problems.found.map(({ code, segment, values }) => [code, segment, values] as const);
};

const good = smallFile();
const without = (id: string) => good.replace(new RegExp(`~${id}\\*[^~]*`), "");

test("a file in order has no problem", () => expect(problemsOf(good)).toEqual([]));

test.each([
  [
    "SE01",
    good.replace("SE*4", "SE*5"),
    ["count-wrong", "SE", { element: "SE01", said: "5", counted: 4 }],
  ],
  [
    "SE01 that is no number",
    good.replace("SE*4", "SE*4A"),
    ["count-wrong", "SE", { element: "SE01", said: "4A", counted: 4 }],
  ],
  [
    "GE01",
    good.replace("GE*1", "GE*2"),
    ["count-wrong", "GE", { element: "GE01", said: "2", counted: 1 }],
  ],
  [
    "IEA01",
    good.replace("IEA*1", "IEA*0"),
    ["count-wrong", "IEA", { element: "IEA01", said: "0", counted: 1 }],
  ],
  [
    "SE02",
    good.replace("SE*4*0001", "SE*4*0002"),
    ["control-differs", "SE", { header: "ST02", opened: "0001", element: "SE02", closed: "0002" }],
  ],
  [
    "GE02",
    good.replace("GE*1*1", "GE*1*2"),
    ["control-differs", "GE", { header: "GS06", opened: "1", element: "GE02", closed: "2" }],
  ],
  [
    "IEA02",
    good.replace("IEA*1*000000001", "IEA*1*000000002"),
    [
      "control-differs",
      "IEA",
      { header: "ISA13", opened: "000000001", element: "IEA02", closed: "000000002" },
    ],
  ],
  [
    "no SE",
    without("SE"),
    ["trailer-missing", "SE", { header: "ST", trailer: "SE", control: "0001" }],
  ],
  [
    "no GE",
    without("GE"),
    ["trailer-missing", "GE", { header: "GS", trailer: "GE", control: "1" }],
  ],
  [
    "no IEA",
    good.slice(0, good.indexOf("IEA")),
    ["trailer-missing", "IEA", { header: "ISA", trailer: "IEA", control: "000000001" }],
  ],
  ["no GS", without("GS"), ["header-missing", "ST", { header: "GS" }]],
  ["a segment behind SE", good.replace("~GE", "~REF*1*2~GE"), ["segment-outside", "REF", {}]],
  ["an id that is none", good.replace("BHT*", "bht*"), ["segment-id-invalid", "bht", {}]],
  [
    "another guide in ST03",
    good.replace("ST*270*0001*005010X279A1", "ST*270*0001*005010X279"),
    ["guide-differs", "ST", { group: "005010X279A1", transaction: "005010X279" }],
  ],
] as const)("%s is found", (_, text, expected) => {
  expect(problemsOf(text)).toContainEqual(expected);
});

test("one control number twice in a group", () => {
  const transaction = good.slice(good.indexOf("ST*"), good.indexOf("GE*"));
  const twice = good.replace("GE*1", `${transaction}GE*2`);
  expect(problemsOf(twice)).toEqual([
    ["control-repeated", "ST", { element: "ST02", control: "0001" }],
  ]);
});

test("an interchange with nothing in it", () => {
  const empty = good.slice(0, 106) + "IEA*0*000000001~";
  expect(problemsOf(empty)).toEqual([["interchange-empty", "IEA", { control: "000000001" }]]);
});

test("no more than a thousand problems are kept, the rest is counted", () => {
  const problems = problemList();
  const noise = "ST*270*1~".repeat(5000);
  summarizeFile([new TextEncoder().encode(good.slice(0, 106) + noise)], problems);
  expect(problems.found).toHaveLength(1000);
  expect(problems.leftOut).toBeGreaterThan(5000);
});
