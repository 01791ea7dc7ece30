-- Purpose: restrictions that patients ask for (42 CFR 2.26), which of them an emergency passed over; audits of records (2.53);
-- parents told of a threat to a minor (2.14(c)).
-- Old code: runs (new tables, and columns that may be empty), but keeps nothing back: start no old server beside a new one.

create table stepwell.restriction (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  asked_on date not null,
  asked_by text not null,
  asker_relation text not null,
  recipient_kind text not null,
  recipients text[] not null,
  information text[] not null,
  purposes text[] not null,
  paid_in_full boolean not null,
  answer text,
  answered_on date,
  answered_by text,
  answer_reason text,
  ended_on date,
  end_ground text,
  end_reason text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint restriction_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint restriction_recipient_kind_known check (recipient_kind in ('anybody', 'named', 'class')),
  constraint restriction_answer_known check (answer in ('agreed', 'not-agreed')),
  constraint restriction_answered_whole check ((answer is null) = (answered_on is null)
    and (answer is null) = (answered_by is null) and (answer is null) = (answer_reason is null)),
  constraint restriction_ended_on_grounds check ((ended_on is null) = (end_ground is null) and (ended_on is null) = (end_reason is null))
);
comment on table stepwell.restriction is 'What a patient asked to be kept back in treatment, payment and operations, and what was answered (42 CFR 2.26).';
create index restriction_patient on stepwell.restriction (organization_id, patient_id);

-- 42 CFR 2.26(a)(4): whoever was told in an emergency in spite of it is asked to use and tell it no further.
alter table stepwell.disclosure add column restriction_id uuid;
alter table stepwell.disclosure add constraint disclosure_restriction
  foreign key (organization_id, restriction_id) references stepwell.restriction;

select stepwell.protect('{stepwell.restriction}', 'select, insert, update');

-- 42 CFR 2.53: who looks at records for an audit or an evaluation, for whom, and what they agreed to in writing.
create table stepwell.record_review (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  performed_by text not null,
  behalf text not null,
  behalf_of text,
  reviewers text[] not null,
  takes_copies boolean not null,
  agrees_limits boolean not null,
  agrees_security boolean not null,
  agrees_retention boolean not null,
  found_qualified boolean not null,
  signed_on date,
  starts_on date not null,
  ends_on date not null,
  ended_on date,
  end_reason text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint record_review_kind_known check (kind in ('management-audit', 'financial-audit', 'program-evaluation', 'quality-review')),
  constraint record_review_behalf_known check (behalf in ('agency', 'funder', 'payer', 'quality-improvement', 'direct-control', 'own-choice')),
  constraint record_review_dates_in_order check (ends_on >= starts_on),
  constraint record_review_ended_with_reason check ((ended_on is null) = (end_reason is null))
);
comment on table stepwell.record_review is 'An audit or evaluation of the program by somebody else, and the agreement it stands on (42 CFR 2.53).';

alter table stepwell.disclosure add column record_review_id uuid;
alter table stepwell.disclosure add constraint disclosure_record_review
  foreign key (organization_id, record_review_id) references stepwell.record_review;
alter table stepwell.disclosure add constraint disclosure_record_review_named
  check (basis <> 'audit' or record_review_id is not null);

select stepwell.protect('{stepwell.record_review}', 'select, insert, update');

-- 42 CFR 2.14(c): a parent is told of a threat to the life of a minor who cannot decide, on the judgment of the program's director.
alter table stepwell.disclosure add column minor_relation text;
alter table stepwell.disclosure add column minor_lacks_capacity text;
alter table stepwell.disclosure add column minor_threat text;
alter table stepwell.disclosure add column minor_reduced_by text;
alter table stepwell.disclosure drop constraint disclosure_basis_known;
alter table stepwell.disclosure add constraint disclosure_basis_known check (basis in ('consent', 'patient-request',
  'treatment-payment-operations', 'emergency', 'audit', 'court-order', 'minor-threat', 'child-abuse-report', 'crime-on-premises'));
alter table stepwell.disclosure add constraint disclosure_minor_threat_judged
  check (basis <> 'minor-threat' or (minor_relation is not null and minor_lacks_capacity is not null
    and minor_threat is not null and minor_reduced_by is not null));
