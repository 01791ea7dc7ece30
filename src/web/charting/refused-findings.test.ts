import { expect, test } from "vitest";
import { refusedFindings } from "#web/charting/refused-findings.ts";

const patientId = "0197b2a0-0000-7000-8000-000000000001";
const sent = { sentence: "Walked  with Wren to the river.", nextStep: null };

const refusal = (values: Readonly<Record<string, string | number>>) => ({
  fields: {
    [`rows.${patientId}.sentence.0`]: { code: "name-of-other", values },
    [`rows.${patientId}.attendance.1`]: {
      code: "not-there",
      values: { status: "absent", start: 0, end: 0, mend: "leave-out", weight: "hold" },
    },
  },
});

test("a refusal's places are filled with the words that were sent", () => {
  const values = { start: 12, end: 16, mend: "say-a-peer", weight: "warn" };
  const found = refusedFindings(refusal(values), patientId, sent);
  expect(found.map(({ finding }) => [finding.code, finding.values, finding.weight])).toEqual([
    ["name-of-other", { name: "Wren" }, "warn"],
    ["not-there", { status: "absent", name: "" }, "hold"],
  ]);
  expect(found[0]?.acknowledgement).toEqual({
    code: "name-of-other",
    patientId,
    field: "sentence",
    text: "wren",
  });
});

test("what is no finding is left to the sentence above the form", () => {
  expect(refusedFindings(null, patientId, sent)).toEqual([]);
  expect(refusedFindings(refusal({}), patientId, sent)).toHaveLength(1);
  const field = { "part.objectiveId": { code: "objective-not-open" } };
  expect(refusedFindings({ fields: field }, patientId, sent)).toEqual([]);
});
