-- Purpose: an hour of no group says who was to facilitate it, so that whoever is replaced hears of it.
-- Old code: runs; it plans hours of which nobody is said to have been replaced.

alter table stepwell.session
  add column planned_by jsonb,
  add constraint session_planned_by_list check (planned_by is null or jsonb_typeof(planned_by) = 'array'),
  add constraint session_planned_by_itself check (planned_by is null or series_id is null);
comment on column stepwell.session.planned_by is 'Who facilitates a session of no series as it was planned, each with staff_id and role; null of a series, which says so itself.';

update stepwell.session s set planned_by = (
  select jsonb_agg(jsonb_build_object('staff_id', f.staff_id, 'role', f.role) order by f.role, f.staff_id)
  from stepwell.session_facilitator f where f.organization_id = s.organization_id and f.session_id = s.id)
where s.series_id is null and s.state = 'scheduled';
