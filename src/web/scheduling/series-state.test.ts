import { expect, test } from "vitest";
import { seatState } from "#web/scheduling/series-state.ts";

test.each([
  [11, 12, "free"],
  [12, 12, "full"],
  [13, 12, "full"],
])("%d members of %d seats: %s", (memberCount, capacity, said) => {
  expect(seatState({ memberCount, capacity })).toBe(said);
});
