import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/programs/attendance-rule.api.ts";
import { foundingAttendanceRule, type AttendanceRule } from "#domain/programs/attendance-rule.ts";
import { conflict } from "#domain/programs/conflict.ts";
import { isTakenBack, takeBackRefusal } from "#domain/programs/rule-version.ts";
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

const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

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
  const before = (await queries.selectAttendanceRules(work)).find((one) => !isTakenBack(one));
  if (before !== undefined && before.effectiveFrom >= facts.effectiveFrom)
    throw conflict("rule-follows-later", {
      values: { from: before.effectiveFrom },
      fields: { effectiveFrom: { code: "taken" } },
    });
  const lastDay = dayBefore(facts.effectiveFrom);
  if (before !== undefined) await queries.endAttendanceRule(work, before.id, lastDay);
  const row = { ...facts, id: work.newId(), publishedAt: work.now.toString() };
  await queries.insertAttendanceRule(work, row);
  const changes = changesBetween(before && { ...before }, facts);
  const record = { id: row.id, version: 1 };
  await recordChange(work, "attendance-rule", record, { verb: "publish", changes });
  return { ...row, effectiveTo: null, publishedBy: work.actor.name, withdrawn: null };
};

/** Takes back a version that has not begun; the one before it goes on. Seats ahead take the rule of their day when they are filled. */
export const takeBackAttendanceRule = async (
  work: Work,
  { ruleId, reason }: Parsed<typeof api.takeBackAttendanceRule>,
): Promise<AttendanceRule> => {
  assertMayAdd(work);
  await queries.lockAttendanceRules(work);
  const versions = await queries.selectAttendanceRules(work);
  const version = versions.find(({ id }) => id === ruleId);
  if (version === undefined) throw notFound();
  const { zone } = await getOrganization(work);
  const refusal = takeBackRefusal(version, versions, dateAt(work.now, zone));
  if (refusal !== null) throw conflict(refusal);
  const effectiveTo = dayBefore(version.effectiveFrom);
  await queries.endAttendanceRule(work, ruleId, effectiveTo);
  const before = versions.find((one) => one.effectiveTo === effectiveTo && !isTakenBack(one));
  if (before !== undefined) await queries.endAttendanceRule(work, before.id, null);
  const changes = changesBetween({ effectiveTo: null }, { effectiveTo });
  const record = { id: ruleId, version: 2 };
  await recordChange(work, "attendance-rule", record, { verb: "take-back", changes, reason });
  const withdrawn = { at: work.now.toString(), by: work.actor.name, reason };
  return { ...version, effectiveTo, withdrawn };
};

/** The rule every organization begins with. */
export const foundAttendanceRule = (work: Work): Promise<void> =>
  queries.insertAttendanceRule(work, {
    ...foundingAttendanceRule,
    id: work.newId(),
    publishedAt: work.now.toString(),
  });
