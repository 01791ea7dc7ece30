import { expect, test } from "vitest";
import { trailAsked } from "#web/audit/trail-asked.ts";
import { readTableAddress } from "#web/ui/table-address.ts";

const id = "01900000-0000-7000-8000-000000000001";

test.each([
  ["", {}],
  ["trail.from=2026-02-28&trail.to=2026-03-01", { from: "2026-02-28", to: "2026-03-01" }],
  ["trail.from=2026-02-30&trail.to=yesterday", {}],
  [`trail.accountId=${id}&trail.patientId=him&trail.recordId=`, { accountId: id }],
  ["trail.outcome=refused&trail.verb=chart.read", { outcome: "refused", verb: "chart.read" }],
  ["trail.outcome=lost&trail.verb=CHART", {}],
])("the address %j asks the trail for %j", (address, wanted) => {
  expect(trailAsked(readTableAddress("trail", new URLSearchParams(address)))).toEqual(wanted);
});
