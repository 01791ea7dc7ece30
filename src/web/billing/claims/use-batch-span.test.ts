import { expect, test } from "vitest";
import { wordsOfSpan } from "#web/billing/claims/use-batch-span.ts";

const days = { from: "2026-10-24", to: "2026-11-23" };

test("whoever asks why the days of a batch are held is shown those days", () => {
  expect(wordsOfSpan({ name: "month", ...days })).toEqual(["from=2026-10-24", "to=2026-11-23"]);
});

test("days that reach back as far as there are any have no first one, and all days no last one either", () => {
  expect(wordsOfSpan({ name: "yesterday", ...days })).toEqual(["to=2026-11-23"]);
  expect(wordsOfSpan({ name: "all", ...days })).toEqual([]);
});
