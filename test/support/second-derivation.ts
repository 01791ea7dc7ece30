/**
 * What the demo's days bill, derived a second time from the ledger, the contracts and the prices, without a line of the rule: day by day,
 * by code and revenue code. It knows less than the rule (no modifiers), and must come to the same cents.
 */
export const secondDerivation = `
with served as (
  select a.organization_id o, a.enrollment_id e, a.service_date d, s.starts_at, s.site_id, g.id program_id, n.level_of_care_id, n.patient_id,
    a.credited_minutes m, y.serves_per_diem, a.mode,
    (select string_agg(c.code, ' ' order by c.code) from stepwell.session_facilitator f
       join stepwell.staff_credential c on c.staff_id = f.staff_id and c.retired_at is null
        and c.kind in ('license', 'certification', 'registration')
        and coalesce(c.issued_on, a.service_date) <= a.service_date and coalesce(c.expires_on, a.service_date) >= a.service_date
      where f.session_id = s.id and f.role = 'lead') as lead,
    case y.format when 'group' then case when y.modality in ('psychoeducation', 'nutrition', 'skills-training') then 'education'
        when y.modality in ('expressive-arts', 'somatic', 'mindfulness', 'complementary') then 'activity-therapy' else 'group-therapy' end
      when 'individual' then case y.modality when 'case-management' then 'case-management' else 'individual-therapy' end
      when 'family' then 'family-therapy' when 'multifamily' then 'multifamily-therapy' else y.format end as service
  from stepwell.attendance a
  join stepwell.session s on s.id = a.session_id
  join stepwell.activity_type y on y.id = s.activity_type_id
  join stepwell.enrollment n on n.id = a.enrollment_id
  join stepwell.program g on g.id = n.program_id
  where a.credited_minutes > 0 and a.status <> 'cancelled'
    and not exists (select from stepwell.member_note w join stepwell.note_act t on t.note_id = w.id and t.kind = 'retract' where w.attendance_id = a.id)
), ruled as (
  select distinct on (h.o, h.e, h.d) h.o, h.e, h.d, v.contract_id, v.terms, h.level_of_care_id
  from (select distinct on (o, e, d) * from served order by o, e, d, starts_at) h
  join lateral (select * from stepwell.coverage q where q.patient_id = h.patient_id and q.retired_at is null
    and q.effective_from <= h.d and coalesce(q.effective_to, h.d) >= h.d order by q.rank limit 1) q on true
  join stepwell.contract c on c.payer_id = q.payer_id and coalesce(c.site_id, h.site_id) = h.site_id
    and coalesce(c.program_id, h.program_id) = h.program_id and coalesce(c.level_of_care_id, h.level_of_care_id) = h.level_of_care_id
    and (c.plan_name is null or lower(c.plan_name) = lower(q.plan_name))
  join stepwell.contract_version v on v.contract_id = c.id and v.state in ('confirmed', 'testing')
    and v.effective_from <= h.d and coalesce(v.effective_to, h.d) >= h.d
  order by h.o, h.e, h.d, v.state, c.plan_name is null, c.site_id is null, c.program_id is null, c.level_of_care_id is null
), termed as (
  select h.*, r.contract_id, r.terms, t.value t, r.terms -> 'perDiem' p
  from served h join ruled r using (o, e, d)
  join lateral jsonb_array_elements(r.terms -> 'services') t on t.value ->> 'service' = h.service
), counted as (
  select o, e, d, sum(m) m, count(*) filter (where m >= (t ->> 'minimumMinutes')::int) n from termed
  where serves_per_diem and t ->> 'mode' in ('in-per-diem', 'component') group by o, e, d
), whole as (
  select c.o, c.e, c.d, r.contract_id, r.level_of_care_id, p -> 'procedure' ->> 'code' code, p ->> 'revenueCode' revenue,
    least(coalesce((p ->> 'maxUnits')::int, 9999), case p ->> 'unit' when 'day' then 1 when 'hour' then c.m / 60
      else (c.m + case p ->> 'quarterRule' when 'midpoint' then 7 else 0 end) / 15 end) units
  from counted c join ruled r using (o, e, d) cross join lateral (select r.terms -> 'perDiem' p) x
  where p <> 'null' and c.m >= (p ->> 'minimumMinutes')::int and c.n >= coalesce((p ->> 'minimumServices')::int, 0)
), parts as (
  select o, e, d, contract_id, level_of_care_id, service, t, t -> 'procedure' ->> 'code' code, t ->> 'revenueCode' revenue,
    case t ->> 'unit' when 'service' then count(*) when 'day' then 1 when 'hour' then sum(m) / 60
      else (sum(m) + case t ->> 'quarterRule' when 'midpoint' then 7 else 0 end) / 15 end units
  from termed
  where m >= (t ->> 'minimumMinutes')::int and (t ->> 'mode' in ('carved-out', 'per-service')
    or (t ->> 'mode' = 'component' and terms ->> 'belowMinimum' = 'components' and (o, e, d) not in (select o, e, d from whole)))
  group by o, e, d, contract_id, level_of_care_id, service, t, mode, lead
), lines as (
  select o, e, d, contract_id, level_of_care_id, code, revenue, units from whole where units > 0
  union all
  select o, e, d, contract_id, level_of_care_id, code, revenue, least(sum(units), coalesce((t ->> 'maxPerDay')::int, 9999))
  from parts group by o, e, d, contract_id, level_of_care_id, service, t, code, revenue having sum(units) > 0
)
select l.o::text || ' ' || l.e || ' ' || l.d || ' ' || coalesce(l.code, '-') || ' ' || coalesce(l.revenue, '-') as line,
  sum(l.units)::int as units, sum(l.units * (
    select f.amount_cents from stepwell.contract_fee f
    where f.contract_id = l.contract_id and f.withdrawn_at is null and f.code is not distinct from l.code
      and coalesce(f.revenue_code, l.revenue, '') = coalesce(l.revenue, '') and coalesce(f.level_of_care_id, l.level_of_care_id) = l.level_of_care_id
      and f.effective_from <= l.d and coalesce(f.effective_to, l.d) >= l.d
    order by f.level_of_care_id is null, f.revenue_code is null limit 1))::int as cents
from lines l group by 1 order by 1`;

/** The same lines as they were kept. */
export const keptDerivation = `
select d.organization_id::text || ' ' || d.enrollment_id || ' ' || d.service_date || ' ' || coalesce(l.procedure, '-') || ' ' || coalesce(l.revenue_code, '-') as line,
  sum(l.units)::int as units, sum(l.charge_cents)::int as cents
from stepwell.day_charge d join stepwell.charge_line l on l.day_charge_id = d.id and l.organization_id = d.organization_id
group by 1 order by 1`;
