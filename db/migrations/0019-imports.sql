-- Purpose: people brought from other systems: runs, what their files hold entry by entry, and what is kept as it was received.
-- Old code: runs (new tables only).

-- One import: files received, looked at without changing anybody, then taken person by person.
create table stepwell.import_run (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  kind text not null,
  state text not null,
  source text not null,
  label text not null,
  files jsonb not null default '[]',
  columns jsonb,
  skipped jsonb not null default '{}',
  entries integer not null default 0,
  done integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint import_run_kind_known check (kind in ('fhir', 'patients-csv')),
  constraint import_run_state_known check (state in ('receiving', 'rehearsing', 'rehearsed', 'running', 'stopped', 'done', 'discarded')),
  constraint import_run_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
comment on column stepwell.import_run.source is 'The system the files come from, as the importer names it: the same person of the same source is known again by it.';
comment on column stepwell.import_run.label is 'How closely what comes is kept (42 CFR 2.12(d)(2)); restricted where nobody said.';
comment on column stepwell.import_run.files is 'Each file: name, bytes, SHA-256, encoding, first and last entry.';
comment on column stepwell.import_run.columns is 'Of a table: its header, and which column is which fact.';
comment on column stepwell.import_run.skipped is 'Kinds of resources that are not taken, with how many of each there were.';
create index import_run_newest on stepwell.import_run (organization_id, created_at desc, id desc);
select stepwell.protect('{stepwell.import_run}', 'select, insert, update');
select stepwell.keep_labels('{stepwell.import_run}');

-- One resource or row of a file. Its content goes when it has been taken, or when the import is discarded.
create table stepwell.import_entry (
  organization_id uuid not null,
  run_id uuid not null,
  number integer not null,
  phase smallint not null,
  resource_type text not null,
  full_url text,
  type_id text,
  content text,
  content_sha256 text not null,
  title text,
  birth_date date,
  payer_name text,
  subject_number integer,
  patient_id uuid,
  outcome text,
  findings jsonb not null default '[]',
  decided text,
  payer_id uuid,
  applied_at timestamptz,
  became_kind text,
  became_id uuid,
  primary key (organization_id, run_id, number),
  constraint import_entry_run foreign key (organization_id, run_id) references stepwell.import_run,
  constraint import_entry_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint import_entry_payer foreign key (organization_id, payer_id) references stepwell.payer,
  constraint import_entry_outcome_known check (outcome in ('taken', 'merged', 'unchanged', 'asked', 'skipped', 'refused')),
  constraint import_entry_decided_known check (decided in ('same', 'another', 'leave'))
);
comment on column stepwell.import_entry.phase is '0 what only others refer to, 1 people, 2 what belongs to people.';
comment on column stepwell.import_entry.outcome is 'Null until it was looked at; what will become of it, and once applied_at is set, what became of it.';
create index import_entry_unseen on stepwell.import_entry (organization_id, run_id, phase, number) where outcome is null;
create index import_entry_outcome on stepwell.import_entry (organization_id, run_id, outcome, phase, number);
create index import_entry_type_id on stepwell.import_entry (organization_id, run_id, type_id);
create index import_entry_full_url on stepwell.import_entry (organization_id, run_id, full_url);
create index import_entry_subject on stepwell.import_entry (organization_id, run_id, subject_number);
create index import_entry_birth_date on stepwell.import_entry (organization_id, run_id, birth_date);
create index import_entry_patient on stepwell.import_entry (organization_id, patient_id);
select stepwell.protect('{stepwell.import_entry}', 'select, insert, update');

-- What came from elsewhere, as it was received. A newer version of the same resource replaces it; the earlier stays.
create table stepwell.received_record (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  source text not null,
  resource_type text not null,
  source_key text not null,
  content text not null,
  content_sha256 text not null,
  summary jsonb,
  label text not null,
  run_id uuid not null,
  received_at timestamptz not null,
  replaced_at timestamptz,
  became_kind text,
  became_id uuid,
  primary key (organization_id, id),
  constraint received_record_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint received_record_run foreign key (organization_id, run_id) references stepwell.import_run,
  constraint received_record_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
comment on table stepwell.received_record is 'Kept until the product has a place of its own for it, and as proof of what was received.';
create unique index received_record_current on stepwell.received_record (organization_id, source, resource_type, source_key) where replaced_at is null;
create index received_record_patient on stepwell.received_record (organization_id, patient_id, resource_type) where replaced_at is null;
select stepwell.protect('{stepwell.received_record}', 'select, insert, update');
select stepwell.keep_labels('{stepwell.received_record}');

-- Numbers other systems know a patient by. Of two people under one number the first stays; the second is asked about.
create table stepwell.import_identifier (
  organization_id uuid not null,
  source text not null,
  system text not null,
  value text not null,
  patient_id uuid not null,
  primary key (organization_id, system, value, source),
  constraint import_identifier_patient foreign key (organization_id, patient_id) references stepwell.patient
);
create index import_identifier_patient on stepwell.import_identifier (organization_id, patient_id);
select stepwell.protect('{stepwell.import_identifier}', 'select, insert');
