import fc from "fast-check";
import { expect, test } from "vitest";
import { readTableAddress, turnedSort, withTableWords } from "#web/ui/table-address.ts";

const read = (text: string) => readTableAddress("claims", new URLSearchParams(text));
const changed = (text: string, changes: Readonly<Record<string, string>>): string =>
  withTableWords("claims", new URLSearchParams(text), changes).toString();

test("an address without words shows the first page as it came", () => {
  const { filter: _, ...address } = read("");
  expect(address).toEqual({ find: "", sort: null, pages: 1, isNarrowed: false });
});

test("finding, filtering, sorting and paging are read from the table's own words", () => {
  const address = read(
    "claims.find=ana&claims.state=held&claims.sort=-total&claims.pages=3&sites.find=x",
  );
  expect(address).toMatchObject({
    find: "ana",
    sort: { key: "total", descending: true },
    pages: 3,
    isNarrowed: true,
  });
  expect(address.filter("state")).toBe("held");
  expect(address.filter("payer")).toBe("");
});

test("order, length and the words of another table narrow nothing", () => {
  expect(read("claims.sort=total&claims.pages=2&sites.find=x").isNarrowed).toBe(false);
});

test.each(["0", "-4", "1.5", "many", "", "1"])("%j pages are one page", (pages) => {
  expect(read(`claims.pages=${pages}`).pages).toBe(1);
});

test("nobody shows a million pages by writing them", () => {
  expect(read("claims.pages=1000000").pages).toBe(100);
});

test("a header turns up, down, and back to how it came", () => {
  const first = turnedSort(null, "total");
  expect(first).toBe("total");
  const second = turnedSort({ key: "total", descending: false }, "total");
  expect(second).toBe("-total");
  expect(turnedSort({ key: "total", descending: true }, "total")).toBe("");
  expect(turnedSort({ key: "total", descending: true }, "state")).toBe("state");
});

test("whoever narrows or sorts begins at the first page, and other words stay", () => {
  const before = "who=7&claims.state=held&claims.pages=4";
  expect(changed(before, { find: "ana" })).toBe("who=7&claims.state=held&claims.find=ana");
  expect(changed(before, { sort: "total" })).toBe("who=7&claims.state=held&claims.sort=total");
  expect(changed(before, { state: "" })).toBe("who=7");
  expect(changed(before, { pages: "5" })).toBe("who=7&claims.state=held&claims.pages=5");
});

test("whatever is typed comes back as it was typed", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (find) => {
      const search = withTableWords("claims", new URLSearchParams(), { find });
      expect(readTableAddress("claims", new URLSearchParams(search.toString())).find).toBe(find);
    }),
  );
});
