import { sql } from "kysely";
import type { StayRecords } from "#domain/admissions/stay-lack.ts";
import { isSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

export interface StayRecordsRow extends Omit<StayRecords, "label"> {
  readonly enrollmentId: string;
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly programName: string;
  readonly admittedOn: string;
  readonly label: string;
}

/** Of one person, or of whoever was admitted so lately. */
export type StaysAsked = { readonly patientId: string } | { readonly admittedWithinDays: number };

const mostRows = 500;

/** A contract that holds today for a policy in force of theirs, and says that days are asked for first. */
const payerAuthorizes = ({ organizationId }: Work, today: string) => sql`
  exists (select from stepwell.coverage c
    join stepwell.contract k on k.organization_id = ${organizationId} and k.payer_id = c.payer_id and k.retired_at is null
      and (k.program_id is null or k.program_id = e.program_id) and (k.level_of_care_id is null or k.level_of_care_id = e.level_of_care_id)
    join stepwell.contract_version v on v.organization_id = ${organizationId} and v.contract_id = k.id and v.state = 'confirmed'
      and v.effective_from <= ${today}::date and (v.effective_to is null or v.effective_to >= ${today}::date)
    where c.organization_id = ${organizationId} and c.patient_id = e.patient_id and c.retired_at is null
      and c.effective_from <= ${today}::date and (c.effective_to is null or c.effective_to >= ${today}::date)
      and (v.terms -> 'authorization' ->> 'needed')::boolean)`;

/** What of each running stay stands in the records; each part is one look along an index. */
export const selectStayRecords = async (
  work: Work,
  today: string,
  asked: StaysAsked,
): Promise<readonly StayRecordsRow[]> => {
  const { tx, organizationId } = work;
  const which =
    "patientId" in asked
      ? sql`e.patient_id = ${asked.patientId}`
      : sql`e.admitted_on >= ${today}::date - ${asked.admittedWithinDays}::integer`;
  const { rows } = await sql<StayRecordsRow>`
    select e.id as "enrollmentId", e.patient_id as "patientId", p.given_name as "givenName", p.family_name as "familyName",
      p.preferred_name as "preferredName", g.name as "programName", e.admitted_on::text as "admittedOn", e.label,
      (exists (select from stepwell.membership m where m.organization_id = ${organizationId} and m.patient_id = e.patient_id and m.enrollment_id = e.id and m.withdrawn_at is null
          and (m.ends_on is null or m.ends_on >= ${today}::date))
        or exists (select from stepwell.attendance a where a.organization_id = ${organizationId} and a.patient_id = e.patient_id and a.enrollment_id = e.id
          and a.status = 'expected' and a.service_date >= ${today}::date)) as "hasSeat",
      exists (select from stepwell.consent c where c.organization_id = ${organizationId} and c.patient_id = e.patient_id
        and (e.label <> 'part-2' or c.kind = 'treatment-payment-operations')
        and (e.label <> 'restricted' or c.kind <> 'treatment-payment-operations')
        and c.signed_on is not null and c.revoked_on is null and (c.expires_on is null or c.expires_on >= ${today}::date)
        and (c.event_on is null or c.event_on >= ${today}::date)) as "hasConsent",
      ${payerAuthorizes(work, today)} as "payerAuthorizes",
      exists (select from stepwell.authorization z where z.organization_id = ${organizationId} and z.enrollment_id = e.id
        and z.retired_at is null) as "hasAuthorization",
      exists (select from stepwell.measure_request r where r.organization_id = ${organizationId} and r.enrollment_id = e.id
        and r.cancelled_at is null) as "hasMeasure"
    from stepwell.enrollment e
    join stepwell.patient p on p.organization_id = ${organizationId} and p.id = e.patient_id
    join stepwell.program g on g.organization_id = ${organizationId} and g.id = e.program_id
    where e.organization_id = ${organizationId} and e.ended_on is null and ${which}
      and ${isSeen(work, { label: sql`e.label`, enrollmentId: sql`e.id` }, "payment")}
    order by e.admitted_on, p.sort_name, e.id limit ${mostRows}`.execute(tx);
  return rows;
};
