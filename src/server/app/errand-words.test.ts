import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { errandHandlers } from "#server/app/errand-handlers.ts";

/** The catalogue is read as text: its words are made by a macro when the screens are built. */
const words = readFileSync(
  new URL("../../web/operations/errand-words.ts", import.meta.url),
  "utf8",
);
const known = [
  ...words
    .slice(words.indexOf("const kinds"), words.indexOf("};"))
    .matchAll(/^ {2}"?([\w.-]+)"?: msg/gm),
].map(([, kind]) => kind);

const uncalled = (): never => {
  throw new Error("no errand is done here");
};

it("names every errand in words, and none that nobody does", () => {
  const letters = { publicUrl: "http://127.0.0.1", mailer: { send: uncalled } };
  const handlers = errandHandlers(letters, {
    get pool() {
      return uncalled();
    },
    clock: { now: () => Temporal.Instant.from("2026-11-19T20:00:00Z") },
    newId: uncalled,
  });
  expect(known.toSorted()).toEqual([...new Set(handlers.map(({ kind }) => kind))].toSorted());
});
