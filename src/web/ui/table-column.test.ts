import { expect, test } from "vitest";
import { arrange, toCsv, type Column } from "#web/ui/table-column.ts";

interface Person {
  readonly name: string;
  readonly site: string;
  readonly hours: number | null;
}

const people: readonly Person[] = [
  { name: "Minh Nguyễn", site: "Harbor", hours: 9 },
  { name: "ana Kovačević", site: "Eastside", hours: null },
  { name: "Ray Castellano", site: "Eastside", hours: 12 },
];
const columns: readonly Column<Person>[] = [
  { key: "name", head: "Name", value: (row) => row.name, cell: (row) => row.name },
  { key: "hours", head: "Hours", value: (row) => row.hours, cell: (row) => row.hours },
  { key: "act", head: "", cell: () => null },
];
const names = (state: {
  find?: string;
  sort?: { key: string; descending: boolean };
  site?: string;
}): string[] =>
  arrange(
    people,
    {
      find: state.find ?? "",
      sort: state.sort ?? null,
      filter: (key) => (key === "site" ? (state.site ?? "") : ""),
    },
    {
      columns,
      filters: [{ key: "site", label: "Site", choices: [], of: (row) => row.site }],
      find: (row) => row.name,
    },
  ).map((row) => row.name);

test("marks on letters and their case do not matter for finding", () => {
  expect(names({ find: "nguyen" })).toEqual(["Minh Nguyễn"]);
  expect(names({ find: "KOVACEVIC ana" })).toEqual(["ana Kovačević"]);
  expect(names({ find: "ana ray" })).toEqual([]);
});

test("sorting knows numbers and names, and puts what is missing last", () => {
  expect(names({ sort: { key: "name", descending: false } })).toEqual([
    "ana Kovačević",
    "Minh Nguyễn",
    "Ray Castellano",
  ]);
  expect(names({ sort: { key: "hours", descending: false } })).toEqual([
    "Minh Nguyễn",
    "Ray Castellano",
    "ana Kovačević",
  ]);
});

test("a filter keeps what equals it", () => {
  expect(names({ site: "Eastside" })).toEqual(["ana Kovačević", "Ray Castellano"]);
});

test("the export quotes by RFC 4180, leaves out columns without a value and runs no formula", () => {
  const rows = [
    { name: '=HYPERLINK("x")', site: "", hours: -3 },
    { name: 'Ann, "A"', site: "", hours: null },
  ];
  expect(toCsv(rows, columns)).toBe(
    '\uFEFFName,Hours\r\n"\'=HYPERLINK(""x"")",-3\r\n"Ann, ""A""",\r\n',
  );
});

test("an export says moments as the wall of the organization does, and days as they are", () => {
  const moments = [
    { head: "Made", value: (at: string) => at },
    { head: "Day", value: (at: string) => at.slice(0, 10) },
  ];
  expect(toCsv(["2026-11-24T02:05:00Z"], moments, "America/Denver")).toBe(
    "\uFEFFMade,Day\r\n2026-11-23 19:05 -07:00,2026-11-24\r\n",
  );
});

test("of a row that is of several, a filter keeps it for each of them", () => {
  const ledBy = { Minh: ["ana", "ray"], Dana: ["ray"] };
  const kept = (wanted: string) =>
    arrange(
      ["Minh", "Dana"] as const,
      { find: "", sort: null, filter: () => wanted },
      {
        columns: [],
        filters: [{ key: "led", label: "Led by", choices: [], of: (name) => ledBy[name] }],
        find: undefined,
      },
    );
  expect(kept("ray")).toEqual(["Minh", "Dana"]);
  expect(kept("ana")).toEqual(["Minh"]);
});
