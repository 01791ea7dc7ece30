import { sql } from "kysely";
import type { Role } from "#domain/access/roles.ts";
import type { Work } from "#server/platform/work.ts";

interface ToTell {
  readonly ownerStaffId: string | null;
  readonly tells: readonly Role[];
  readonly ownersSupervisorFirst: boolean;
}

/**
 * The accounts of those a task is passed on to: the supervisor of its owner where that is asked for and there is one who can
 * sign in, else everybody with one of the roles. Whoever owns the task knows already.
 */
export const listToBeTold = async (
  { tx, organizationId }: Work,
  { ownerStaffId, tells, ownersSupervisorFirst }: ToTell,
): Promise<string[]> => {
  const { rows } = await sql<{ accountId: string; isSupervisor: boolean }>`
    select a.account_id, a.staff_id is not null and a.staff_id = owner.supervisor_id as is_supervisor
      from stepwell.affiliation a
      left join stepwell.staff owner on owner.organization_id = ${organizationId} and owner.id = ${ownerStaffId}::uuid
     where a.organization_id = ${organizationId} and a.side = 'staff'
       and a.ended_at is null and a.accepted_at is not null
       and (a.staff_id is null or a.staff_id is distinct from ${ownerStaffId}::uuid)
       and (a.roles && ${[...tells]}::text[] or a.staff_id = owner.supervisor_id)
     order by a.account_id`.execute(tx);
  const supervisors = rows.filter((row) => row.isSupervisor);
  const told = ownersSupervisorFirst && supervisors.length > 0 ? supervisors : rows;
  return told.map((row) => row.accountId);
};
