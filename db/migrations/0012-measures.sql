-- Purpose: tasks with owner and clock; measures asked and answered; the mailed code by which patients sign in.
-- Old code: runs (new tables only).

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

select stepwell.protect('{stepwell.task, stepwell.measure_request, stepwell.measure_response}', 'select, insert, update');
