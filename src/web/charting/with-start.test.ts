import { expect, test } from "vitest";
import { withStart } from "#web/charting/with-start.ts";

test.each([
  ["", "Practiced", "Practiced "],
  ["Named payday", "Will", "Named payday; will "],
  ["Named payday;", "Will", "Named payday; will "],
  ["Named payday.", "Will", "Named payday. Will "],
])("%s with %s is %s", (line, start, whole) => {
  expect(withStart(line, start)).toBe(whole);
});
