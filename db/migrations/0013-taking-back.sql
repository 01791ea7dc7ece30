-- Purpose: what was closed or given by mistake can be taken back and stays readable; who is writing in a session room.
-- Old code: runs; it takes a lifted closure for a standing one and a withdrawn membership for a running one.

alter table stepwell.closure add column lifted_at timestamptz, add column version integer not null default 1;
grant update (lifted_at, version) on stepwell.closure to stepwell_app;

-- Which closure called a session off, so that lifting it brings back these sessions and no others.
alter table stepwell.session add column closure_id uuid,
  add constraint session_closure foreign key (organization_id, closure_id) references stepwell.closure;
create index session_closure on stepwell.session (organization_id, closure_id) where closure_id is not null;
update stepwell.session s set closure_id = (
  select c.id from stepwell.closure c
  where c.organization_id = s.organization_id and c.site_id = s.site_id and c.reason = s.cancel_reason
    and s.service_date between c.starts_on and c.ends_on
  order by c.created_at, c.id limit 1)
where s.state = 'cancelled';

alter table stepwell.membership add column withdrawn_at timestamptz,
  drop constraint membership_once,
  add constraint membership_once exclude using gist
    (organization_id with =, series_id with =, patient_id with =, daterange(starts_on, ends_on, '[]') with &&)
    where (withdrawn_at is null);
comment on column stepwell.membership.withdrawn_at is 'Given by mistake and never used: it holds no seat and counts nowhere, and is kept to be read.';

-- Who has a row or the shared note of a session open at this moment: true for some seconds, no record of anything.
create unlogged table stepwell.room_writer (
  organization_id uuid not null,
  session_id uuid not null,
  login_session_id uuid not null,
  account_id uuid not null,
  patient_id uuid,
  actor_name text not null,
  seen_at timestamptz not null,
  primary key (organization_id, session_id, login_session_id),
  constraint room_writer_session foreign key (organization_id, session_id) references stepwell.session on delete cascade
);
comment on column stepwell.room_writer.patient_id is 'Whose row; null for the shared note.';
select stepwell.protect('{stepwell.room_writer}', 'select, insert, update, delete');
