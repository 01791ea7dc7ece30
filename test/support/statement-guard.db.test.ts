import { expect, it } from "vitest";
import { tenantTablesOf } from "./statement-guard.ts";

it.each([
  ['select * from "stepwell"."site" as "s"', ["site"]],
  ["select 1 from stepwell.site s join stepwell.room r on true", ["site", "room"]],
  ['insert into "stepwell"."room" ("a") values ($1)', ["room"]],
  ["delete from stepwell.outbox", ["outbox"]],
  ["update stepwell.staff set x = 1", ["staff"]],
  ["select stepwell.enqueue_delivery($1, $2, $3)", []],
  ["select * from stepwell.affiliations_of($1)", []],
  ["select * from global.account", []],
])("%s touches %j", (text, expected) => {
  expect(tenantTablesOf(text)).toEqual(expected);
});
