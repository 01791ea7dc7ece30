-- Purpose: claims as they were billed, what holds them, and the files they went out in.
-- Old code: runs (new tables only).

-- The last numbers given: of claims (CLM01) and of interchanges (ISA13). Taken with the row locked, so that of two builds or
-- two exports of one organization one waits for the other.
create table stepwell.claim_counter (
  organization_id uuid primary key references stepwell.organization,
  last_claim bigint not null default 0,
  last_interchange bigint not null default 0
);

-- One exported interchange, to the byte. Insert only.
create table stepwell.claim_file (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  form text not null,
  guide text not null,
  payer_id uuid not null,
  is_test boolean not null,
  interchange_control text not null,
  group_control text not null,
  claims integer not null,
  lines integer not null,
  total_cents bigint not null,
  content bytea not null,
  content_sha256 bytea not null,
  created_at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  primary key (organization_id, id),
  constraint claim_file_payer foreign key (organization_id, payer_id) references stepwell.payer,
  constraint claim_file_control_unique unique (organization_id, interchange_control),
  constraint claim_file_form_known check (form in ('professional', 'institutional'))
);
comment on table stepwell.claim_file is 'What was sent, byte for byte. Each person in it has a line in the accounting of disclosures.';

-- A claim is what was billed. The application may change where it stands and nothing that it says.
create table stepwell.claim (
  organization_id uuid not null,
  id uuid not null,
  control text not null,
  patient_id uuid not null,
  enrollment_id uuid not null,
  coverage_id uuid not null,
  payer_id uuid not null,
  contract_version_id uuid not null,
  form text not null,
  frequency text not null,
  replaces_claim_id uuid,
  payer_claim_control text,
  is_test boolean not null,
  from_date date not null,
  through_date date not null,
  line_count integer not null,
  total_cents bigint not null,
  snapshot jsonb not null,
  snapshot_sha256 bytea not null,
  created_at timestamptz not null,
  label text not null,
  state text not null,
  findings jsonb not null default '[]',
  claim_file_id uuid,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint claim_control_unique unique (organization_id, control),
  constraint claim_enrollment foreign key (organization_id, enrollment_id, patient_id) references stepwell.enrollment (organization_id, id, patient_id),
  constraint claim_coverage foreign key (organization_id, coverage_id) references stepwell.coverage,
  constraint claim_payer foreign key (organization_id, payer_id) references stepwell.payer,
  constraint claim_contract_version foreign key (organization_id, contract_version_id) references stepwell.contract_version,
  constraint claim_replaces foreign key (organization_id, replaces_claim_id) references stepwell.claim,
  constraint claim_file_of foreign key (organization_id, claim_file_id) references stepwell.claim_file,
  constraint claim_control_shape check (control ~ '^[A-Z0-9]{1,20}$'),
  constraint claim_form_known check (form in ('professional', 'institutional')),
  constraint claim_frequency_known check (frequency in ('1', '2', '3', '4', '7', '8')),
  constraint claim_payer_number_known check (frequency not in ('7', '8') or payer_claim_control is not null),
  constraint claim_state_known check (state in ('built', 'scrubbed', 'ready', 'exported', 'withdrawn')),
  constraint claim_exported_in_file check ((state = 'exported') = (claim_file_id is not null)),
  constraint claim_dates_in_order check (through_date >= from_date),
  constraint claim_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
comment on column stepwell.claim.snapshot is 'ClaimSnapshot: everything the file needs, as it was when the claim was built.';
create index claim_through_date on stepwell.claim (organization_id, through_date, id);
create index claim_patient on stepwell.claim (organization_id, patient_id, from_date);
create index claim_enrollment on stepwell.claim (organization_id, enrollment_id, coverage_id, from_date);
create index claim_waiting on stepwell.claim (organization_id, state, through_date) where state in ('built', 'scrubbed', 'ready');
create index claim_file_of on stepwell.claim (organization_id, claim_file_id) where claim_file_id is not null;
-- A claim is replaced or voided once: of two correctors at once one is told.
create unique index claim_replaced_once on stepwell.claim (organization_id, replaces_claim_id) where state <> 'withdrawn';

-- Why a claim waits. A hold is raised once for each reason, and ends with whoever or whatever let it go.
create table stepwell.claim_hold (
  organization_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  patient_id uuid not null,
  code text not null,
  values jsonb not null default '{}',
  owner text not null,
  raised_at timestamptz not null,
  released_at timestamptz,
  released_by text,
  release_reason text,
  primary key (organization_id, id),
  constraint claim_hold_claim foreign key (organization_id, claim_id) references stepwell.claim,
  constraint claim_hold_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint claim_hold_owner_known check (owner in ('biller', 'facilitator', 'supervisor', 'utilization-reviewer', 'admissions')),
  constraint claim_hold_release_by_somebody check ((released_at is null) = (released_by is null))
);
create unique index claim_hold_once on stepwell.claim_hold (organization_id, claim_id, code) where released_at is null;
create index claim_hold_open on stepwell.claim_hold (organization_id, raised_at) where released_at is null;
create index claim_hold_claim on stepwell.claim_hold (organization_id, claim_id);

-- A day is in the claim that bills it; a claim that voids another keeps its days, so that nobody bills them again.
alter table stepwell.day_charge add constraint day_charge_claim foreign key (organization_id, claim_id) references stepwell.claim;

select stepwell.protect('{stepwell.claim_counter}', 'select, insert, update');
select stepwell.protect('{stepwell.claim_file, stepwell.claim, stepwell.claim_hold}', 'select, insert');
grant update (state, findings, claim_file_id, version) on stepwell.claim to stepwell_app;
grant update (released_at, released_by, release_reason) on stepwell.claim_hold to stepwell_app;
