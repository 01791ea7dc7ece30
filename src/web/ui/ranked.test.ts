import { expect, test } from "vitest";
import { ranked } from "#web/ui/ranked.ts";

const commands = [
  { id: "1", name: "Audit" },
  { id: "2", name: "Add staff" },
  { id: "3", name: "Staff" },
  { id: "4", name: "Lucía Fernández", also: "therapist Eastside" },
];
const found = (text: string): string[] => ranked(commands, text).map((one) => one.name);

test("a name that begins so comes before one with a word that begins so", () => {
  expect(found("staff")).toEqual(["Staff", "Add staff"]);
});

test("every word must be found; marks do not matter; further words count less", () => {
  expect(found("lucia fern")).toEqual(["Lucía Fernández"]);
  expect(found("eastside")).toEqual(["Lucía Fernández"]);
  expect(found("staff audit")).toEqual([]);
});

test("what is called so by others comes before a name that only holds it", () => {
  const said = [
    { name: "Find “aging”" },
    { name: "Claims asked for", also: "aging unpaid" },
    { name: "Aging report" },
  ];
  expect(ranked(said, "aging").map(({ name }) => name)).toEqual([
    "Aging report",
    "Claims asked for",
    "Find “aging”",
  ]);
});

test("without a text everything stands as it came", () => {
  expect(found(" ")).toEqual(commands.map((one) => one.name));
});
