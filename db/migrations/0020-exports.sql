-- Purpose: what was handed over of a chart or of the whole organization, how far it is, and its files for some days.
-- Old code: runs (new tables only).

-- One export. It stays when its files are gone.
create table stepwell.export_run (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  kind text not null,
  patient_id uuid,
  state text not null,
  format text,
  ground text,
  recipient jsonb not null,
  purpose text not null,
  reason text not null,
  parts text[] not null,
  from_date date,
  to_date date,
  requested_at timestamptz not null,
  touched_at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  finished_at timestamptz,
  expires_at timestamptz,
  done integer not null default 0,
  total integer not null default 0,
  held_back integer not null default 0,
  problem text,
  files jsonb not null default '[]',
  label text not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint export_run_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint export_run_kind_known check (kind in ('person', 'organization')),
  constraint export_run_of_somebody check ((kind = 'person') = (patient_id is not null)),
  constraint export_run_state_known check (state in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'removed')),
  constraint export_run_format_known check (format in ('pdf', 'fhir', 'both')),
  constraint export_run_ground_known check (ground in ('own-keeping', 'successor')),
  constraint export_run_ready_expires check (state <> 'ready' or expires_at is not null),
  constraint export_run_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
comment on column stepwell.export_run.touched_at is 'When whoever makes it last wrote: one that is silent for long was interrupted.';
comment on column stepwell.export_run.recipient is 'Recipient: who is told. Each person in it has a line in the accounting of disclosures.';
create index export_run_patient on stepwell.export_run (organization_id, patient_id, id) where patient_id is not null;
create index export_run_whole on stepwell.export_run (organization_id, id) where patient_id is null;
create index export_run_expires on stepwell.export_run (organization_id, expires_at) where state = 'ready';
-- Of the whole organization one is made at a time.
create unique index export_run_one_at_a_time on stepwell.export_run (organization_id) where kind = 'organization' and state in ('waiting', 'running');

-- The files, in portions, so that one of any size is written and read with little memory. They are removed with the export.
create table stepwell.export_part (
  organization_id uuid not null,
  export_run_id uuid not null,
  file text not null,
  number integer not null,
  content bytea not null,
  primary key (organization_id, export_run_id, file, number),
  constraint export_part_run foreign key (organization_id, export_run_id) references stepwell.export_run on delete cascade
);

select stepwell.protect('{stepwell.export_run}', 'select, insert, update');
select stepwell.protect('{stepwell.export_part}', 'select, insert, delete');
select stepwell.keep_labels('{stepwell.export_run}');
