import { expect, test } from "vitest";
import {
  askedObjective,
  clipped,
  longestOnChip,
  nextObjective,
  storedBy,
  turnedBy,
} from "#web/charting/asked-objective.ts";

const open = (...numbers: string[]) =>
  numbers.map((number) => ({ id: `id-${number}`, number, statement: `Statement ${number}` }));
const row = (lastObjectiveId: string | null) => ({
  objectives: open("1.1", "1.2", "2.1"),
  lastObjectiveId,
});

test("the first by number is asked about where nothing was written before", () => {
  expect(askedObjective(row(null), null, null)?.number).toBe("1.1");
});

test("what the last note was about is asked first, unless it is no longer open", () => {
  expect(askedObjective(row("id-2.1"), null, null)?.number).toBe("2.1");
  expect(askedObjective(row("id-9.9"), null, null)?.number).toBe("1.1");
});

test("what was answered is asked about again, and what one turned to before it", () => {
  expect(askedObjective(row("id-2.1"), null, "id-1.2")?.number).toBe("1.2");
  expect(askedObjective(row("id-2.1"), "id-1.1", "id-1.2")?.number).toBe("1.1");
});

test("the next one is the next in order, and after the last the first", () => {
  const turns = ["id-2.1", "id-1.1", "id-1.2"].map((id) => nextObjective(row("id-2.1"), id)?.id);
  expect(turns).toEqual(["id-1.1", "id-1.2", "id-2.1"]);
});

test("`o` asks the question, and where it is asked already asks it of the next", () => {
  const objectiveId = "id-1.1";
  expect(turnedBy(row(null), { isAsked: false, objectiveId })).toBe("id-1.1");
  expect(turnedBy(row(null), { isAsked: true, objectiveId })).toBe("id-1.2");
});

test("nothing is stored of an objective before its progress is answered", () => {
  const asked = askedObjective(row(null), "id-1.2", null);
  expect(storedBy("response", "engaged", asked, null)).toEqual([
    { field: "response", value: "engaged" },
  ]);
  expect(storedBy("progress", "up", asked, null)).toEqual([
    { field: "progress", value: "up" },
    { field: "objectiveId", value: "id-1.2" },
  ]);
  expect(storedBy("progress", "up", asked, "id-1.2")).toHaveLength(1);
});

test("with one open objective the next one is itself, and with none there is none", () => {
  const one = { objectives: open("1.1"), lastObjectiveId: null };
  expect(nextObjective(one, "id-1.1")?.id).toBe("id-1.1");
  const none = { objectives: [], lastObjectiveId: "id-1.1" };
  expect(askedObjective(none, null, null)).toBeUndefined();
  expect(nextObjective(none, null)).toBeUndefined();
});

test("a long statement is clipped at a word, a short one loses only its full stop", () => {
  expect(clipped("Names two people to call.")).toBe("Names two people to call");
  expect(clipped("Names two people to call, before any evening alone at home")).toBe(
    "Names two people to call, before any…",
  );
  expect(clipped("Names two people whom to call first, tonight")).toBe(
    "Names two people whom to call first…",
  );
});

test("on a chip beside others less of it stands", () => {
  expect(clipped("Name three triggers and a plan for each", longestOnChip)).toBe(
    "Name three triggers…",
  );
});
