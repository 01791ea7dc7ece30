-- Purpose: the practice: sites, rooms, staff and their credentials.
-- Old code: runs (new tables only).

create table stepwell.site (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  name text not null,
  zone text not null,
  npi text,
  street text not null,
  unit text,
  city text not null,
  state text not null,
  postal_code text not null,
  phone text,
  crisis_phone text,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint site_npi_shape check (npi ~ '^[12][0-9]{9}$'),
  constraint site_postal_code_shape check (postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'),
  constraint site_phone_shape check (phone ~ '^[2-9][0-9]{9}$'),
  constraint site_crisis_phone_shape check (crisis_phone ~ '^[2-9][0-9]{9}$')
);
create unique index site_name_unique on stepwell.site (organization_id, lower(name)) where retired_at is null;

create table stepwell.room (
  organization_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  name text not null,
  seats integer not null,
  has_video boolean not null default false,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint room_site foreign key (organization_id, site_id) references stepwell.site,
  constraint room_seats_positive check (seats between 1 and 500)
);
create unique index room_name_unique on stepwell.room (organization_id, site_id, lower(name)) where retired_at is null;
create index room_site on stepwell.room (organization_id, site_id);

-- Lower case without marks above and below the letters: "nguyen" finds Nguyễn, and Á stands beside A.
create function stepwell.folded(name text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'));

create table stepwell.staff (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  given_name text not null,
  family_name text not null,
  credentials_shown text,
  position text not null,
  email text,
  phone text,
  npi text,
  home_site_id uuid,
  supervisor_id uuid,
  started_on date,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  sort_name text not null generated always as (stepwell.folded(family_name || ', ' || given_name)) stored,
  given_sort_name text not null generated always as (stepwell.folded(given_name || ' ' || family_name)) stored,
  primary key (organization_id, id),
  constraint staff_home_site foreign key (organization_id, home_site_id) references stepwell.site,
  constraint staff_supervisor foreign key (organization_id, supervisor_id) references stepwell.staff,
  constraint staff_not_own_supervisor check (supervisor_id <> id),
  constraint staff_npi_shape check (npi ~ '^[12][0-9]{9}$'),
  constraint staff_phone_shape check (phone ~ '^[2-9][0-9]{9}$')
);
-- Pattern operators are leakproof: a prefix finds its index under row-level security, LIKE does not.
create index staff_sort_name on stepwell.staff (organization_id, sort_name text_pattern_ops, id);
create index staff_given_sort_name on stepwell.staff (organization_id, given_sort_name text_pattern_ops);
create unique index staff_email_unique on stepwell.staff (organization_id, email) where retired_at is null;
create unique index staff_npi_unique on stepwell.staff (organization_id, npi) where retired_at is null;
create index staff_home_site on stepwell.staff (organization_id, home_site_id);
create index staff_supervisor on stepwell.staff (organization_id, supervisor_id);
alter table stepwell.affiliation add constraint affiliation_staff
  foreign key (organization_id, staff_id) references stepwell.staff;
create index affiliation_staff on stepwell.affiliation (organization_id, staff_id);

create table stepwell.staff_credential (
  organization_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  code text not null,
  state text,
  number text,
  issued_on date,
  expires_on date,
  needs_supervision boolean not null default false,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint staff_credential_staff foreign key (organization_id, staff_id) references stepwell.staff,
  constraint staff_credential_kind_known check (kind in ('license', 'certification', 'registration', 'dea', 'training')),
  constraint staff_credential_dates_in_order check (expires_on >= issued_on)
);
create index staff_credential_staff on stepwell.staff_credential (organization_id, staff_id);
create index staff_credential_expires_on on stepwell.staff_credential (organization_id, expires_on, id) where retired_at is null;

select stepwell.protect('{stepwell.site, stepwell.room, stepwell.staff, stepwell.staff_credential}', 'select, insert, update');
