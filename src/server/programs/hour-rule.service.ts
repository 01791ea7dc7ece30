import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { dateAt } from "#domain/basics/civil-date.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { conflict } from "#domain/programs/conflict.ts";
import type * as api from "#domain/programs/hour-rule.api.ts";
import { foundingHourRules, hourRuleSchema, type HourRule } from "#domain/programs/hour-rule.ts";
import { levelCodeSchema } from "#domain/programs/level-of-care.ts";
import { isTakenBack, takeBackRefusal } from "#domain/programs/rule-version.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import { assertMayAdd } from "#server/programs/assert-may.ts";
import * as queries from "#server/programs/hour-rule.queries.ts";
import { lockLevelOfCare } from "#server/programs/level-of-care.queries.ts";

const { population, week, gapCounts } = hourRuleSchema.shape;

const ruleOf = (row: queries.HourRuleRow): HourRule => {
  const { levelOfCareId, levelCode, levelName, ...rest } = row;
  return {
    ...rest,
    level: { id: levelOfCareId, code: levelCodeSchema.parse(levelCode), name: levelName },
    population: population.parse(rest.population),
    week: week.parse(rest.week),
    gapCounts: gapCounts.parse(rest.gapCounts),
  };
};

/** The hour rules in force on a day, or every version. */
export const listHourRules = async (
  work: Work,
  { on }: Parsed<typeof api.listHourRules>,
): Promise<Output<typeof api.listHourRules>> => ({
  rows: (await queries.selectHourRules(work, on ?? null)).map(ruleOf),
});

/** Below which age somebody is an adolescent at this level of care on a day; eighteen where no rule says it. */
export const adolescentBelowAge = async (
  work: Work,
  levelOfCareId: string,
  on: string,
): Promise<number> => {
  const rules = await queries.selectHourRules(work, on);
  const rule = rules.find(
    (one) => one.levelOfCareId === levelOfCareId && one.population === "adolescent",
  );
  return rule?.adolescentBelowAge ?? 18;
};

const isOfOneRule = (
  one: { readonly levelOfCareId: string; readonly population: string },
  other: { readonly levelOfCareId: string; readonly population: string },
): boolean => one.levelOfCareId === other.levelOfCareId && one.population === other.population;

const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/**
 * Publishes a version. What was decided by an earlier one stays explained by it: a version begins today or later, and after
 * every other of its level and population.
 */
export const publishHourRule = async (
  work: Work,
  facts: Parsed<typeof api.publishHourRule>,
): Promise<HourRule> => {
  assertMayAdd(work);
  const level = await lockLevelOfCare(work, facts.levelOfCareId);
  if (level === undefined) throw notFound();
  if (facts.ceilingMinutes !== null && facts.ceilingMinutes <= facts.floorMinutes)
    throw conflict("ceiling-below-floor", { fields: { ceilingMinutes: { code: "too-small" } } });
  const { zone } = await getOrganization(work);
  if (facts.effectiveFrom < dateAt(work.now, zone))
    throw conflict("rule-from-past", { fields: { effectiveFrom: { code: "in-the-past" } } });
  const all = await queries.selectHourRules(work, null);
  const before = all.find((one) => isOfOneRule(one, facts) && !isTakenBack(one));
  if (before !== undefined && before.effectiveFrom >= facts.effectiveFrom)
    throw conflict("rule-follows-later", {
      values: { from: before.effectiveFrom },
      fields: { effectiveFrom: { code: "taken" } },
    });
  const lastDay = dayBefore(facts.effectiveFrom);
  if (before !== undefined && (before.effectiveTo ?? lastDay) >= lastDay)
    await queries.endHourRule(work, before.id, lastDay);
  const row = { ...facts, id: work.newId(), publishedAt: work.now.toString() };
  await queries.insertHourRules(work, [row]);
  const changes = changesBetween(before && { ...before }, facts);
  await recordChange(work, "hour-rule", { id: row.id, version: 1 }, { verb: "publish", changes });
  const of = { levelCode: level.code, levelName: level.name };
  const published = { effectiveTo: null, publishedBy: work.actor.name, withdrawn: null };
  return ruleOf({ ...row, ...of, ...published });
};

/** Takes back a version that has not begun. The one that it would have followed goes on as if it had never been published. */
export const takeBackHourRule = async (
  work: Work,
  { ruleId, reason }: Parsed<typeof api.takeBackHourRule>,
): Promise<HourRule> => {
  assertMayAdd(work);
  const known = (await queries.selectHourRules(work, null)).find(({ id }) => id === ruleId);
  if (known === undefined) throw notFound();
  // Whoever publishes for this level waits for it, too; what is decided on is read after.
  await lockLevelOfCare(work, known.levelOfCareId);
  const all = await queries.selectHourRules(work, null);
  const versions = all.filter((one) => isOfOneRule(one, known));
  const version = versions.find(({ id }) => id === ruleId);
  if (version === undefined) throw notFound();
  const { zone } = await getOrganization(work);
  const refusal = takeBackRefusal(version, versions, dateAt(work.now, zone));
  if (refusal !== null) throw conflict(refusal);
  const effectiveTo = dayBefore(version.effectiveFrom);
  await queries.endHourRule(work, ruleId, effectiveTo);
  const before = versions.find((one) => one.effectiveTo === effectiveTo && one.id !== ruleId);
  if (before !== undefined && !isTakenBack(before))
    await queries.endHourRule(work, before.id, null);
  const changes = changesBetween({ effectiveTo: null }, { effectiveTo });
  const record = { id: ruleId, version: 2 };
  await recordChange(work, "hour-rule", record, { verb: "take-back", changes, reason });
  const withdrawn = { at: work.now.toString(), by: work.actor.name, reason };
  return ruleOf({ ...version, effectiveTo, withdrawn });
};

const levelsRead = z.array(z.object({ id: z.string(), code: levelCodeSchema }));

/** The rules every organization begins with, for the levels that it was founded with. */
export const foundHourRules = async (
  work: Work,
  levels: readonly { readonly id: string; readonly code: string }[],
): Promise<void> => {
  const publishedAt = work.now.toString();
  const known = levelsRead.parse(levels);
  const rows = foundingHourRules.flatMap(({ level, ...facts }) => {
    const levelOfCareId = known.find((one) => one.code === level)?.id;
    return levelOfCareId === undefined
      ? []
      : [{ ...facts, levelOfCareId, id: work.newId(), publishedAt }];
  });
  if (rows.length > 0) await queries.insertHourRules(work, rows);
};
