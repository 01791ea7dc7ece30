-- Purpose: what a payer or clearinghouse answered to a file of claims is kept, and which claims of it did not pass.
-- Old code: runs, and does not see it.

-- What one file that came in says of one file of ours. Insert only: a later answer stands over an earlier one, and both stay.
create table stepwell.acknowledgment (
  organization_id uuid not null,
  id uuid not null,
  claim_file_id uuid not null,
  kind text not null,
  stage smallint not null,
  verdict text not null,
  notes jsonb not null,
  faults jsonb not null default '[]',
  rejected_claims integer not null,
  name text,
  content_sha256 bytea,
  reason text,
  received_at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  primary key (organization_id, id),
  constraint acknowledgment_file foreign key (organization_id, claim_file_id) references stepwell.claim_file,
  constraint acknowledgment_once unique (organization_id, claim_file_id, content_sha256),
  constraint acknowledgment_kind_known check (kind in ('TA1', '999', '997', 'noted')),
  constraint acknowledgment_stage_of_kind check (stage = case when kind = 'TA1' then 1 else 2 end),
  constraint acknowledgment_noted_or_received check ((kind = 'noted') = (reason is not null) and (kind = 'noted') = (content_sha256 is null) and (kind = 'noted') = (name is null)),
  constraint acknowledgment_verdict_known check (verdict in ('accepted', 'accepted-with-errors', 'partly-accepted', 'rejected', 'unknown'))
);
comment on table stepwell.acknowledgment is 'What a receiver said of a claim file. Of several the one of the highest stage decides, and of those the latest.';
comment on column stepwell.acknowledgment.faults is 'AcknowledgmentFault: what is wrong and of no single claim. What is wrong with a claim stands with it.';
comment on column stepwell.acknowledgment.kind is 'noted: somebody read or heard it elsewhere, such as in a portal, and says so with a reason.';
comment on column stepwell.acknowledgment.stage is '1: of the envelope; 2: of what is in it.';
create index acknowledgment_deciding on stepwell.acknowledgment (organization_id, claim_file_id, stage desc, id desc);

-- A claim that did not pass, or passed with something noted. Those that an answer takes plainly have no row.
create table stepwell.claim_acknowledgment (
  organization_id uuid not null,
  id uuid not null,
  acknowledgment_id uuid not null,
  claim_id uuid not null,
  patient_id uuid not null,
  verdict text not null,
  faults jsonb not null default '[]',
  label text not null,
  primary key (organization_id, id),
  constraint claim_acknowledgment_once unique (organization_id, acknowledgment_id, claim_id),
  constraint claim_acknowledgment_of foreign key (organization_id, acknowledgment_id) references stepwell.acknowledgment,
  constraint claim_acknowledgment_claim foreign key (organization_id, claim_id) references stepwell.claim,
  constraint claim_acknowledgment_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint claim_acknowledgment_verdict_known check (verdict in ('accepted-with-errors', 'rejected')),
  constraint claim_acknowledgment_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
comment on table stepwell.claim_acknowledgment is 'What an answer says of one claim: that it was rejected unread, or what was noted about it.';
create index claim_acknowledgment_claim on stepwell.claim_acknowledgment (organization_id, claim_id);
create index claim_acknowledgment_rejected on stepwell.claim_acknowledgment (organization_id, acknowledgment_id) where verdict = 'rejected';
create index claim_acknowledgment_patient on stepwell.claim_acknowledgment (organization_id, patient_id);

select stepwell.protect('{stepwell.acknowledgment, stepwell.claim_acknowledgment}', 'select, insert');
select stepwell.keep_labels('{stepwell.claim_acknowledgment}');
