-- Purpose: patients, every name they are known by, and the people around them.
-- Old code: runs (new tables only).

create table stepwell.patient (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  mrn text not null,
  given_name text not null,
  middle_name text,
  family_name text not null,
  name_suffix text,
  preferred_name text,
  former_names text[] not null default '{}',
  nicknames text[] not null default '{}',
  pronouns text,
  birth_date date not null,
  sex_at_birth text,
  gender text,
  language text not null default 'en',
  needs_interpreter boolean not null default false,
  phone text,
  phone_may_be_called boolean not null default false,
  phone_may_be_texted boolean not null default false,
  voicemail_may_be_left boolean not null default false,
  email text,
  street text,
  unit text,
  city text,
  state text,
  postal_code text,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  phone_end text generated always as (right(phone, 4)) stored,
  sort_name text not null generated always as (stepwell.folded(family_name || ', ' || given_name)) stored,
  primary key (organization_id, id),
  constraint patient_mrn_unique unique (organization_id, mrn),
  constraint patient_phone_shape check (phone ~ '^[2-9][0-9]{9}$'),
  constraint patient_postal_code_shape check (postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'),
  constraint patient_sex_at_birth_known check (sex_at_birth in ('female', 'male', 'unknown'))
);
comment on table stepwell.patient is 'A person in care. That a person is here at all may be protected (42 CFR 2.13): nothing outside of the organization is told by this table.';
create index patient_sort_name on stepwell.patient (organization_id, sort_name text_pattern_ops, id);
create index patient_birth_date on stepwell.patient (organization_id, birth_date);
create index patient_phone_end on stepwell.patient (organization_id, phone_end, phone);
-- Not unique: a mother and her son may share an address.
create index patient_email on stepwell.patient (organization_id, email);

-- What patients are found by: every name and turn of a name they are or were known by, folded by `searchKey` of the domain.
-- Made anew with every change; what people said of a name stands in `patient`.
create table stepwell.patient_name (
  organization_id uuid not null,
  patient_id uuid not null,
  folded text not null,
  kind text not null,
  primary key (organization_id, patient_id, folded),
  constraint patient_name_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint patient_name_kind_known check (kind in ('legal', 'preferred', 'former', 'nickname'))
);
create index patient_name_folded on stepwell.patient_name (organization_id, folded text_pattern_ops, patient_id);

-- Every word that is part of a name here, under itself and under itself with one letter left out: whoever mistypes a word by
-- a letter meets it under one of these keys. Grows with the words of a language and not with the patients.
create table stepwell.name_word (
  organization_id uuid not null references stepwell.organization,
  key text not null,
  word text not null,
  primary key (organization_id, key, word)
);

create table stepwell.patient_contact (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  name text not null,
  relation text not null,
  roles text[] not null,
  phone text,
  email text,
  notes text,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint patient_contact_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint patient_contact_phone_shape check (phone ~ '^[2-9][0-9]{9}$')
);
create index patient_contact_patient on stepwell.patient_contact (organization_id, patient_id);

-- The next medical record number of an organization; taken with the row locked.
create table stepwell.mrn_counter (
  organization_id uuid primary key references stepwell.organization,
  last_number bigint not null
);

-- An account of a patient in this organization is the patient's own.
alter table stepwell.affiliation add column patient_id uuid;
alter table stepwell.affiliation add constraint affiliation_patient
  foreign key (organization_id, patient_id) references stepwell.patient;
create unique index affiliation_patient_once on stepwell.affiliation (organization_id, patient_id) where ended_at is null;

select stepwell.protect('{stepwell.patient, stepwell.patient_contact, stepwell.mrn_counter}', 'select, insert, update');
select stepwell.protect('{stepwell.patient_name}', 'select, insert, delete');
select stepwell.protect('{stepwell.name_word}', 'select, insert');
