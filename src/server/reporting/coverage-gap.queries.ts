import { sql } from "kysely";
import {
  authorizationEndsDays,
  heldGapCodes,
  type CoverageGap,
} from "#domain/reporting/coverage-gap.ts";
import { isSeen, labelOfStay } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

export interface GapRow extends Omit<CoverageGap, "name" | "owner" | "cents"> {
  readonly cents: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
}

const mostRows = 5000;

const heldDays = (work: Work) => sql`
  select d.patient_id, d.payer_id, held.one->>'code' as code, count(*)::integer as days, min(d.service_date) as starts_on,
    max(d.service_date) as ends_on, sum(d.total_cents)::bigint as cents
  from stepwell.day_charge d
  cross join lateral jsonb_array_elements(d.holds) held(one)
  where d.organization_id = ${work.organizationId} and d.state = 'held' and held.one->>'code' = any(${[...heldGapCodes]}::text[])
    and ${isSeen(work, { label: sql`d.label`, enrollmentId: sql`d.enrollment_id` }, "payment")}
  group by d.patient_id, d.payer_id, held.one->>'code'`;

/** Authorizations of people in care that end soon and that none later of the same stay follows. */
const ending = (work: Work, today: string) => {
  const { organizationId } = work;
  const stay = sql`z.enrollment_id`;
  return sql`
  select z.patient_id, c.payer_id, 'authorization-ends', 0, z.starts_on, z.ends_on, 0::bigint
  from stepwell.enrollment e
  join stepwell.authorization z on z.organization_id = ${organizationId} and z.enrollment_id = e.id and z.retired_at is null
    and z.ends_on between ${today}::date and ${today}::date + ${authorizationEndsDays}::integer
  join stepwell.coverage c on c.organization_id = ${organizationId} and c.id = z.coverage_id
  where e.organization_id = ${organizationId} and e.admitted_on <= ${today} and (e.ended_on is null or e.ended_on > z.ends_on)
    and not exists (select from stepwell.authorization later where later.organization_id = ${organizationId}
      and later.enrollment_id = e.id and later.retired_at is null and later.coverage_id = z.coverage_id and later.ends_on > z.ends_on)
    and ${isSeen(work, { label: labelOfStay(work, stay), enrollmentId: stay }, "payment")}`;
};

/** What is not covered or soon will not be, of whomever the reader sees: the longest waiting first, then what ends first. */
export const selectCoverageGaps = async (work: Work, today: string): Promise<readonly GapRow[]> => {
  const { tx, organizationId } = work;
  const { rows } = await sql<GapRow>`
    select gap.patient_id as "patientId", p.given_name as "givenName", p.family_name as "familyName",
      p.preferred_name as "preferredName", y.name as "payerName", gap.code, gap.days,
      gap.starts_on::text as "from", gap.ends_on::text as through, gap.cents
    from (${heldDays(work)} union all ${ending(work, today)}) gap
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = gap.patient_id
    left join stepwell.payer y on y.organization_id = ${organizationId} and y.id = gap.payer_id
    order by gap.days = 0, case when gap.days = 0 then gap.ends_on else gap.starts_on end, p.sort_name, gap.code limit ${mostRows}`.execute(
    tx,
  );
  return rows;
};
