-- Purpose: tasks with owner and clock; measures asked and answered; the mailed code by which patients sign in.
-- Old code: people in care are signed out and nobody is invited until the new code runs; everything else works.

create table stepwell.task (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  kind text not null,
  urgency text not null,
  patient_id uuid,
  record_kind text,
  record_id uuid,
  details jsonb not null default '{}',
  owner_staff_id uuid,
  owner_role text,
  due_at timestamptz not null,
  created_at timestamptz not null,
  taken_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  closure text,
  closure_words text,
  label text not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint task_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint task_owner_staff foreign key (organization_id, owner_staff_id) references stepwell.staff,
  constraint task_urgency_known check (urgency in ('crisis', 'today', 'soon')),
  constraint task_owned check (owner_staff_id is not null or owner_role is not null),
  constraint task_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
create index task_open on stepwell.task (organization_id, due_at, id) where closed_at is null;
create index task_owner_staff on stepwell.task (organization_id, owner_staff_id, due_at) where closed_at is null;
create index task_patient on stepwell.task (organization_id, patient_id, created_at);
-- The same thing is not raised twice while it is open.
create unique index task_source_unique on stepwell.task (organization_id, kind, record_kind, record_id) where closed_at is null;

create table stepwell.measure_request (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  enrollment_id uuid not null,
  instrument text not null,
  due_on date not null,
  requested_at timestamptz not null,
  requested_by text not null,
  cancelled_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint measure_request_enrollment foreign key (organization_id, enrollment_id, patient_id) references stepwell.enrollment (organization_id, id, patient_id)
);
create index measure_request_patient on stepwell.measure_request (organization_id, patient_id, due_on);

create table stepwell.measure_response (
  organization_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  patient_id uuid not null,
  enrollment_id uuid not null,
  instrument text not null,
  instrument_version text not null,
  language text not null,
  answered_by text not null,
  answers jsonb not null,
  started_at timestamptz not null,
  completed_at timestamptz,
  score integer,
  band text,
  not_scored_because text,
  scoring_version text,
  label text not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint measure_response_request foreign key (organization_id, request_id) references stepwell.measure_request,
  constraint measure_response_once unique (organization_id, request_id),
  constraint measure_response_enrollment foreign key (organization_id, enrollment_id, patient_id) references stepwell.enrollment (organization_id, id, patient_id),
  constraint measure_response_answered_by_known check (answered_by in ('self', 'staff')),
  constraint measure_response_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
create index measure_response_patient on stepwell.measure_response (organization_id, patient_id, instrument, completed_at);

create table global.sign_in_code (
  account_id uuid primary key references global.account,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  wrong_tries integer not null default 0
);
comment on table global.sign_in_code is 'Six digits sent by letter to a patient; one at a time, ten minutes, five tries.';
grant select, insert, update, delete on global.sign_in_code to stepwell_app;

-- Working here and being in care here are two places of one account that know nothing of each other: whoever looks after
-- colleagues must not learn from a refusal that an address belongs to somebody in care (42 CFR 2.13(c)).
alter table stepwell.affiliation add column side text not null
  generated always as (case when roles <@ array['patient', 'family'] then 'care' else 'staff' end) stored;
alter table stepwell.affiliation drop constraint affiliation_account_unique;
alter table stepwell.affiliation add constraint affiliation_account_unique unique (organization_id, account_id, side);
alter table global.login_session add column side text not null default 'staff',
  add constraint login_session_side_known check (side in ('staff', 'care'));

drop function stepwell.affiliations_of(uuid);
create function stepwell.affiliations_of(wanted_account uuid)
returns table (organization_id uuid, organization_name text, roles text[], accepted_at timestamptz, side text)
language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select a.organization_id, o.name, a.roles, a.accepted_at, a.side
    from stepwell.affiliation a join stepwell.organization o on o.organization_id = a.organization_id
    where a.account_id = wanted_account and a.ended_at is null
    order by o.name;
  end;

-- The door of 0002, now by the side of the session.
create or replace function global.enter(
  wanted_token bytea, at timestamptz, idle interval,
  out session_id uuid, out account_id uuid, out account_name text, out account_email text, out locale text,
  out organization_id uuid, out organization_name text, out organization_zone text, out patient_word text,
  out staff_id uuid, out roles text[], out signing_until timestamptz, out expires_at timestamptz
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  seen timestamptz;
begin
  select s.id, s.account_id, c.name, c.email, c.locale, s.organization_id, o.name, o.zone, o.patient_word,
         a.staff_id, a.roles, s.signing_until, s.expires_at, s.last_seen_at
    into session_id, account_id, account_name, account_email, locale, organization_id, organization_name,
         organization_zone, patient_word, staff_id, roles, signing_until, expires_at, seen
    from global.login_session s
    join global.account c on c.id = s.account_id
    join stepwell.affiliation a
      on a.organization_id = s.organization_id and a.account_id = s.account_id and a.side = s.side
    join stepwell.organization o on o.organization_id = s.organization_id
   where s.token_hash = wanted_token and s.revoked_at is null and s.expires_at > at
     and s.last_seen_at > at - idle and c.disabled_at is null
     and a.ended_at is null and a.accepted_at is not null;
  if session_id is null then
    return;
  end if;
  perform set_config('app.organization_id', organization_id::text, true),
          set_config('app.account_id', account_id::text, true);
  if seen < at - interval '1 minute' then
    -- Another request of this session may be at it: whoever comes second leaves it alone and never waits.
    update global.login_session set last_seen_at = at
     where id = (select s.id from global.login_session s where s.id = session_id for update skip locked);
  end if;
end $$;

select stepwell.protect('{stepwell.task, stepwell.measure_request, stepwell.measure_response}', 'select, insert, update');
select stepwell.keep_labels('{stepwell.task, stepwell.measure_response}');
