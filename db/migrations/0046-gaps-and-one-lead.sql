-- Purpose: an hour rule may say how many days may lie between two services, and a group has one lead.
-- Old code: runs; its rules say nothing of days between services, and a second lead is refused it without a sentence.

alter table stepwell.hour_rule
  add column longest_gap_days integer,
  add column gap_counts text not null default 'attended',
  add column gap_skips_closed boolean not null default true,
  add constraint hour_rule_longest_gap_days_in_range check (longest_gap_days between 1 and 30),
  add constraint hour_rule_gap_counts_known check (gap_counts in ('attended', 'offered'));
comment on column stepwell.hour_rule.longest_gap_days is 'Whole days without a service between two of them, at most; null where the rule says nothing of it.';

-- Where two were written down as leads, the one whom claims named stays: the first by id.
update stepwell.session_facilitator f set role = 'co-facilitator' where f.role = 'lead' and exists (
  select from stepwell.session_facilitator o where o.organization_id = f.organization_id and o.session_id = f.session_id
    and o.role = 'lead' and o.staff_id < f.staff_id);
update stepwell.series_facilitator f set role = 'co-facilitator' where f.role = 'lead' and exists (
  select from stepwell.series_facilitator o where o.organization_id = f.organization_id and o.series_id = f.series_id
    and o.role = 'lead' and o.staff_id < f.staff_id);
create unique index session_facilitator_one_lead on stepwell.session_facilitator (organization_id, session_id) where role = 'lead';
create unique index series_facilitator_one_lead on stepwell.series_facilitator (organization_id, series_id) where role = 'lead';
