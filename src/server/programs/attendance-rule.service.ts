import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/programs/attendance-rule.api.ts";
import { foundingAttendanceRule, type AttendanceRule } from "#domain/programs/attendance-rule.ts";
import { conflict } from "#domain/programs/conflict.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import { assertMayAdd } from "#server/programs/assert-may.ts";
import * as queries from "#server/programs/attendance-rule.queries.ts";

export const listAttendanceRules = async (
  work: Work,
): Promise<Output<typeof api.listAttendanceRules>> => ({
  rows: [...(await queries.selectAttendanceRules(work))],
});

/** Publishes a version, from today or later and after every other; sessions of before keep the rule of their day. */
export const publishAttendanceRule = async (
  work: Work,
  facts: Parsed<typeof api.publishAttendanceRule>,
): Promise<AttendanceRule> => {
  assertMayAdd(work);
  await queries.lockAttendanceRules(work);
  const { zone } = await getOrganization(work);
  if (facts.effectiveFrom < dateAt(work.now, zone))
    throw conflict("rule-from-past", { fields: { effectiveFrom: { code: "in-the-past" } } });
  const [before] = await queries.selectAttendanceRules(work);
  if (before !== undefined && before.effectiveFrom >= facts.effectiveFrom)
    throw conflict("rule-follows-later", {
      values: { from: before.effectiveFrom },
      fields: { effectiveFrom: { code: "taken" } },
    });
  const lastDay = Temporal.PlainDate.from(facts.effectiveFrom).subtract({ days: 1 }).toString();
  if (before !== undefined) await queries.endAttendanceRule(work, before.id, lastDay);
  const row = { ...facts, id: work.newId(), publishedAt: work.now.toString() };
  await queries.insertAttendanceRule(work, row);
  const changes = changesBetween(before && { ...before }, facts);
  const record = { id: row.id, version: 1 };
  await recordChange(work, "attendance-rule", record, { verb: "publish", changes });
  return { ...row, effectiveTo: null, publishedBy: work.actor.name };
};

/** The rule every organization begins with. */
export const foundAttendanceRule = (work: Work): Promise<void> =>
  queries.insertAttendanceRule(work, {
    ...foundingAttendanceRule,
    id: work.newId(),
    publishedAt: work.now.toString(),
  });
