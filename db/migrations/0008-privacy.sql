-- Purpose: consents, and the accounting of everything that left the organization.
-- Old code: runs (new tables only).

create table stepwell.consent (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  kind text not null,
  discloser text,
  recipient_kind text not null,
  recipients text[] not null,
  information text[] not null,
  purposes text[] not null,
  expires_on date,
  expires_at_event text,
  event_on date,
  states_revocation boolean not null,
  states_redisclosure boolean not null,
  states_refusal boolean not null,
  signed_on date,
  signed_by text,
  signer_relation text,
  signature_method text,
  template_version text not null,
  revoked_on date,
  revocation_reason text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint consent_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint consent_kind_known check (kind in ('treatment-payment-operations', 'specific', 'counseling-notes', 'legal-proceeding')),
  constraint consent_recipient_kind_known check (recipient_kind in ('named-person', 'named-organization', 'class', 'intermediary'))
);
comment on table stepwell.consent is 'Written consent with the elements of 42 CFR 2.31(a). What is deficient, expired or revoked discloses nothing (2.31(c)).';
create index consent_patient on stepwell.consent (organization_id, patient_id);

-- Append only: who was told what, why, on what ground (42 CFR 2.25, 45 CFR 164.528).
create table stepwell.disclosure (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  at timestamptz not null,
  recipient text not null,
  purpose text not null,
  information text[] not null,
  record_kind text not null,
  record_id uuid,
  label text not null,
  basis text not null,
  consent_id uuid,
  notice_version text,
  channel text not null,
  content_sha256 bytea,
  account_id uuid,
  actor_name text not null,
  primary key (organization_id, id),
  constraint disclosure_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint disclosure_consent foreign key (organization_id, consent_id) references stepwell.consent,
  constraint disclosure_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted')),
  constraint disclosure_basis_known check (basis in ('consent', 'patient-request', 'treatment-payment-operations', 'emergency', 'audit', 'court-order', 'child-abuse-report', 'crime-on-premises')),
  constraint disclosure_consent_named check (basis <> 'consent' or consent_id is not null)
);
create index disclosure_patient on stepwell.disclosure (organization_id, patient_id, at);

select stepwell.protect('{stepwell.consent}', 'select, insert, update');
select stepwell.protect('{stepwell.disclosure}', 'select, insert');
