-- Purpose: emergencies and court orders as grounds of disclosure, minors who sign with a parent, what a claim asks of a
-- subscriber, tasks that are passed on in time, records that turned out to be the same person.
-- Old code: runs (a new table, and new columns that may be empty).

-- 42 CFR 2.14: by the law of the state where the care is, a minor signs alone or together with a parent.
alter table stepwell.consent add column care_state text;
alter table stepwell.consent add column second_signed_by text;
alter table stepwell.consent add column second_signer_relation text;
alter table stepwell.consent add column second_signed_on date;

-- 42 CFR 2.61 to 2.67. A subpoena is kept, too: it shows why nothing was told.
create table stepwell.court_order (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  paper text not null,
  kind text not null,
  court text not null,
  docket_number text,
  entered_on date not null,
  recipients text[] not null,
  information text[] not null,
  names_patient_openly boolean not null,
  gave_notice boolean not null,
  finds_no_other_way boolean not null,
  finds_public_interest boolean not null,
  finds_serious_crime boolean not null,
  limits_information boolean not null,
  limits_recipients boolean not null,
  limits_further_use boolean not null,
  opens_confidences boolean not null,
  comes_with_subpoena boolean not null,
  expires_on date,
  ended_on date,
  end_reason text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint court_order_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint court_order_paper_known check (paper in ('order', 'subpoena', 'warrant')),
  constraint court_order_kind_known check (kind in ('civil', 'criminal', 'program')),
  constraint court_order_ended_with_reason check (ended_on is null or end_reason is not null)
);
create index court_order_patient on stepwell.court_order (organization_id, patient_id);

-- 42 CFR 2.51(c): who received it and where they belong, who told it, when, and the nature of the emergency.
alter table stepwell.disclosure add column emergency_ground text;
alter table stepwell.disclosure add column emergency_nature text;
alter table stepwell.disclosure add column recipient_affiliation text;
alter table stepwell.disclosure add column told_by text;
alter table stepwell.disclosure add column told_at timestamptz;
alter table stepwell.disclosure add column court_order_id uuid;
alter table stepwell.disclosure add constraint disclosure_court_order
  foreign key (organization_id, court_order_id) references stepwell.court_order;
alter table stepwell.disclosure add constraint disclosure_court_order_named
  check (basis <> 'court-order' or court_order_id is not null);
alter table stepwell.disclosure add constraint disclosure_emergency_described
  check (basis <> 'emergency' or (emergency_ground is not null and emergency_nature is not null
    and recipient_affiliation is not null and told_by is not null and told_at is not null));

-- Who holds the policy, as a claim names them (loops 2010BA and 2000B).
alter table stepwell.coverage add column subscriber_given_name text;
alter table stepwell.coverage add column subscriber_middle_name text;
alter table stepwell.coverage add column subscriber_family_name text;
alter table stepwell.coverage add column subscriber_suffix text;
alter table stepwell.coverage add column subscriber_sex text;
alter table stepwell.coverage add column subscriber_street text;
alter table stepwell.coverage add column subscriber_unit text;
alter table stepwell.coverage add column subscriber_city text;
alter table stepwell.coverage add column subscriber_state text;
alter table stepwell.coverage add column subscriber_postal_code text;
alter table stepwell.coverage add column retired_at timestamptz;
alter table stepwell.coverage add constraint coverage_subscriber_sex_known
  check (subscriber_sex in ('female', 'male', 'unknown'));
alter table stepwell.coverage add constraint coverage_subscriber_postal_code_shape
  check (subscriber_postal_code ~ '^[0-9]{5}(-[0-9]{4})?$');

-- A task that nobody took in time was passed on so many times, the last time then.
alter table stepwell.task add column escalations integer not null default 0;
alter table stepwell.task add column escalated_at timestamptz;

-- A record that turned out to be of somebody who was here already; it is out of use while it says so.
alter table stepwell.patient add column duplicate_of_id uuid;
alter table stepwell.patient add constraint patient_duplicate_of
  foreign key (organization_id, duplicate_of_id) references stepwell.patient;
alter table stepwell.patient add constraint patient_duplicate_of_another
  check (duplicate_of_id is null or (duplicate_of_id <> id and retired_at is not null));
create index patient_duplicate_of on stepwell.patient (organization_id, duplicate_of_id) where duplicate_of_id is not null;

select stepwell.protect('{stepwell.court_order}', 'select, insert, update');
