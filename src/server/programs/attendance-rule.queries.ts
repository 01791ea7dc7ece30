import { sql } from "kysely";
import type { AttendanceRule, AttendanceRuleFacts } from "#domain/programs/attendance-rule.ts";
import type { Work } from "#server/platform/work.ts";
import { withWithdrawal, type WithdrawalColumns } from "#server/programs/withdrawal.ts";

/** Every version, the newest first. */
export const selectAttendanceRules = async ({
  tx,
  organizationId,
}: Work): Promise<readonly AttendanceRule[]> => {
  const { rows } = await sql<Omit<AttendanceRule, "withdrawn"> & WithdrawalColumns>`
    select r.id, r.name, r.grace_minutes, r.breaks_count, r.minimum_minutes, r.source, r.effective_from, r.effective_to,
      r.published_at, v.actor_name as published_by,
      w.changed_at as withdrawn_at, w.actor_name as withdrawn_by, w.reason as withdrawn_reason
    from stepwell.attendance_rule r
    left join stepwell.revision v on v.organization_id = ${organizationId} and v.record_kind = 'attendance-rule' and v.record_id = r.id and v.version = 1
    left join stepwell.revision w on w.organization_id = ${organizationId} and w.record_kind = 'attendance-rule' and w.record_id = r.id and w.verb = 'take-back'
    where r.organization_id = ${organizationId}
    order by r.effective_from desc, r.id`.execute(tx);
  return rows.map(withWithdrawal);
};

/** Keeps others from publishing at the same time, until the transaction ends. */
export const lockAttendanceRules = async ({ tx, organizationId }: Work): Promise<void> => {
  await sql`select id from stepwell.attendance_rule where organization_id = ${organizationId} order by id for update`.execute(
    tx,
  );
};

/** The last day of a version, or none: of one that a new one follows. */
export const endAttendanceRule = async (
  { tx, organizationId }: Work,
  ruleId: string,
  effectiveTo: string | null,
): Promise<void> => {
  await sql`update stepwell.attendance_rule set effective_to = ${effectiveTo}
    where organization_id = ${organizationId} and id = ${ruleId}`.execute(tx);
};

export const insertAttendanceRule = async (
  { tx, organizationId }: Work,
  rule: AttendanceRuleFacts & { readonly id: string; readonly publishedAt: string },
): Promise<void> => {
  await tx
    .insertInto("stepwell.attendanceRule")
    .values({ organizationId, ...rule })
    .execute();
};
