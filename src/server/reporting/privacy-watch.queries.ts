import { sql } from "kysely";
import { privacyWatchDays, type PrivacyWatch } from "#domain/reporting/privacy-watch.ts";
import { didHappen } from "#server/platform/struck.queries.ts";
import type { Work } from "#server/platform/work.ts";

const mostShown = 500;

/** Consents that end or are missing among people in care on a day, requests without an answer, and what left in the days before: one statement. */
export const selectPrivacyWatch = async (
  { tx, organizationId, now }: Work,
  on: string,
): Promise<Omit<PrivacyWatch, "on">> => {
  const inCare = sql`select e.patient_id, bool_or(e.label in ('part-2', 'restricted')) as is_part_2
    from stepwell.enrollment e
    where e.organization_id = ${organizationId} and e.admitted_on <= ${on} and (e.ended_on is null or e.ended_on >= ${on})
    group by e.patient_id`;
  const name = sql`coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name`;
  const stands = sql`c.signed_on is not null and c.revoked_on is null and c.event_on is null
    and (c.expires_on is null or c.expires_on >= ${on})`;
  const { rows } = await sql<Omit<PrivacyWatch, "on">>`
    with in_care as materialized (${inCare}),
    without as (
      select i.patient_id from in_care i
      where i.is_part_2 and not exists (select from stepwell.consent c where c.organization_id = ${organizationId}
        and c.patient_id = i.patient_id and c.kind = 'treatment-payment-operations' and ${stands})),
    ending as (
      select c.id, c.patient_id, c.kind, c.recipients, c.expires_on
      from in_care i
      join stepwell.consent c on c.organization_id = ${organizationId} and c.patient_id = i.patient_id and ${stands}
        and c.expires_on <= ${on}::date + ${privacyWatchDays}::integer
      where not exists (select from stepwell.consent later where later.organization_id = ${organizationId}
        and later.patient_id = c.patient_id and later.kind = c.kind and later.recipients = c.recipients
        and later.signed_on is not null and later.revoked_on is null and later.event_on is null
        and (later.expires_on is null or later.expires_on > c.expires_on))),
    asked as (
      select r.id, r.patient_id, r.asked_on, r.answer from stepwell.restriction r
      where r.organization_id = ${organizationId} and r.ended_on is null)
    select (select count(*)::integer from in_care where is_part_2) as "underPart2",
      (select count(*)::integer from without) as "withoutConsentCount", (select count(*)::integer from ending) as "endingCount",
      (select count(*)::integer from in_care i join stepwell.consent c on c.organization_id = ${organizationId}
        and c.patient_id = i.patient_id and ${stands}) as "standingCount",
      (select coalesce(json_agg(json_build_object('patientId', p.id, 'name', ${name}) order by p.sort_name, p.id), '[]')
        from (select w.patient_id from without w limit ${mostShown}) w
        join stepwell.patient p on p.organization_id = ${organizationId} and p.id = w.patient_id) as "withoutConsent",
      (select coalesce(json_agg(json_build_object('consentId', n.id, 'patientId', p.id, 'name', ${name}, 'kind', n.kind,
          'recipients', n.recipients, 'expiresOn', n.expires_on) order by n.expires_on, p.sort_name, n.id), '[]')
        from (select * from ending order by expires_on, id limit ${mostShown}) n
        join stepwell.patient p on p.organization_id = ${organizationId} and p.id = n.patient_id) as ending,
      (select coalesce(json_agg(json_build_object('restrictionId', r.id, 'patientId', p.id, 'name', ${name}, 'askedOn', r.asked_on)
          order by r.asked_on, r.id), '[]')
        from (select * from asked where answer is null order by asked_on, id limit ${mostShown}) r
        join stepwell.patient p on p.organization_id = ${organizationId} and p.id = r.patient_id) as unanswered,
      (select count(*)::integer from asked) as asked,
      left_us.disclosures, left_us.emergencies
    from (select count(*)::integer as disclosures, (count(*) filter (where told.basis = 'emergency'))::integer as emergencies
      from stepwell.disclosure told
      where told.organization_id = ${organizationId} and ${didHappen(organizationId)}
        and told.at >= ${now.toString()}::timestamptz - make_interval(days => ${privacyWatchDays}::integer)) left_us`.execute(
    tx,
  );
  const [watch] = rows;
  if (watch === undefined) throw new Error("a statement of counts answered nothing");
  return watch;
};
