import { sql } from "kysely";
import type { HourRuleFacts } from "#domain/programs/hour-rule.ts";
import type { Withdrawal } from "#domain/programs/rule-version.ts";
import type { Work } from "#server/platform/work.ts";
import { withWithdrawal, type WithdrawalColumns } from "#server/programs/withdrawal.ts";

export interface HourRuleRow {
  readonly id: string;
  readonly levelOfCareId: string;
  readonly levelCode: string;
  readonly levelName: string;
  readonly population: string;
  readonly name: string;
  readonly floorMinutes: number;
  readonly ceilingMinutes: number | null;
  readonly adolescentBelowAge: number;
  readonly week: string;
  readonly daysAtLeast: number | null;
  readonly longestGapDays: number | null;
  readonly gapCounts: string;
  readonly gapSkipsClosed: boolean;
  readonly mostMakeUps: number | null;
  readonly source: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly withdrawn: Withdrawal;
}

/** Versions by level and population, the newest of each first; of one day, or all there ever were. */
export const selectHourRules = async (
  { tx, organizationId }: Work,
  on: string | null,
): Promise<readonly HourRuleRow[]> => {
  const { rows } = await sql<Omit<HourRuleRow, "withdrawn"> & WithdrawalColumns>`
    select r.id, r.level_of_care_id, l.code as level_code, l.name as level_name, r.population, r.name, r.floor_minutes,
      r.ceiling_minutes, r.adolescent_below_age, r.week, r.days_at_least, r.longest_gap_days, r.gap_counts, r.gap_skips_closed,
      r.most_make_ups, r.source, r.effective_from, r.effective_to, r.published_at, v.actor_name as published_by,
      w.changed_at as withdrawn_at, w.actor_name as withdrawn_by, w.reason as withdrawn_reason
    from stepwell.hour_rule r
    join stepwell.level_of_care l on l.organization_id = ${organizationId} and l.id = r.level_of_care_id
    left join stepwell.revision v on v.organization_id = ${organizationId} and v.record_kind = 'hour-rule' and v.record_id = r.id and v.version = 1
    left join stepwell.revision w on w.organization_id = ${organizationId} and w.record_kind = 'hour-rule' and w.record_id = r.id and w.verb = 'take-back'
    where r.organization_id = ${organizationId}
      and (${on}::date is null or (r.effective_from <= ${on}::date and (r.effective_to is null or r.effective_to >= ${on}::date)))
    order by l.rank, r.population desc, r.effective_from desc, r.id`.execute(tx);
  return rows.map(withWithdrawal);
};

/** The last day of a version, or none: of one that a new one follows: it was in force until then, and stays as it was. */
export const endHourRule = async (
  { tx, organizationId }: Work,
  ruleId: string,
  effectiveTo: string | null,
): Promise<void> => {
  await sql`update stepwell.hour_rule set effective_to = ${effectiveTo}
    where organization_id = ${organizationId} and id = ${ruleId}`.execute(tx);
};

export const insertHourRules = async (
  { tx, organizationId }: Work,
  rules: readonly (HourRuleFacts & { readonly id: string; readonly publishedAt: string })[],
): Promise<void> => {
  await tx
    .insertInto("stepwell.hourRule")
    .values(rules.map((rule) => ({ organizationId, ...rule })))
    .execute();
};
