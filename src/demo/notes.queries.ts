import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** A past session and whom there is to write about. */
export interface PastSession {
  readonly id: string;
  readonly endsAt: string;
  readonly format: string;
  readonly activity: string;
  readonly leadStaffId: string;
  /** Everybody who led or helped to lead. */
  readonly staffIds: readonly string[];
  readonly rows: readonly {
    readonly patientId: string;
    readonly objectives: readonly { readonly id: string; readonly statement: string }[];
    readonly trackKind: string;
    readonly version: number;
  }[];
}

/** Sessions that are over, oldest first, with everybody who was there, in the order in which they came into care, and their open objectives. */
export const listPastSessions = async ({
  tx,
  organizationId,
  now,
}: Work): Promise<readonly PastSession[]> => {
  const { rows } = await sql<PastSession>`
    select s.id, s.ends_at, t.format, t.name as activity,
      (select f.staff_id from stepwell.session_facilitator f
        where f.organization_id = ${organizationId} and f.session_id = s.id
        order by f.role <> 'lead', f.staff_id limit 1) as lead_staff_id,
      coalesce((select jsonb_agg(f.staff_id) from stepwell.session_facilitator f
        where f.organization_id = ${organizationId} and f.session_id = s.id), '[]') as staff_ids,
      (select jsonb_agg(jsonb_build_object('patientId', a.patient_id, 'version', a.version, 'trackKind', k.kind, 'objectives',
            (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'statement', o.statement) order by o.statement, o.id), '[]')
               from stepwell.objective o where o.organization_id = ${organizationId}
                and o.enrollment_id = a.enrollment_id and o.status = 'active')) order by a.patient_id)
         from stepwell.attendance a
         join stepwell.enrollment e on e.organization_id = ${organizationId} and e.id = a.enrollment_id
         join stepwell.track k on k.organization_id = ${organizationId} and k.id = e.track_id
        where a.organization_id = ${organizationId} and a.session_id = s.id
          and a.status in ('present', 'late', 'left-early', 'partial') and a.delivered_minutes > 0) as rows
    from stepwell.session s
    join stepwell.activity_type t on t.organization_id = ${organizationId} and t.id = s.activity_type_id
    where s.organization_id = ${organizationId} and s.ends_at < ${now.toString()} and s.state <> 'cancelled'
    order by s.ends_at, s.id`.execute(tx);
  return rows.filter((one) => one.leadStaffId !== null && one.rows !== null);
};

/** The accounts of colleagues: whoever signs does so under an account. */
export const listAccountsOfStaff = async ({
  tx,
  organizationId,
}: Work): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ staffId: string; accountId: string }>`
    select staff_id, account_id from stepwell.affiliation
    where organization_id = ${organizationId} and staff_id is not null and ended_at is null`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.staffId, row.accountId]));
};
