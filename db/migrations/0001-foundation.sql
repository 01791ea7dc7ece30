-- Purpose: the two schemas, who is asking, organizations, idempotency, the history of every record.
-- Old code: there is none.

do $$
begin
  if not exists (select from pg_roles where rolname = 'stepwell_app') then
    raise exception 'the role stepwell_app does not exist'
      using hint = 'As an administrator of the server: create role stepwell_app login password ''…'';';
  end if;
end $$;

comment on schema global is 'What belongs to no organization: accounts, login sessions, code sets. The only schema without row-level security.';
create schema stepwell;
comment on schema stepwell is 'What belongs to one organization. Every table has row-level security and organization_id first in its key.';
grant usage on schema global, stepwell to stepwell_app;
grant select on global.migration to stepwell_app;

-- Wrapped in nullif: after a local setting ends, current_setting answers '' and not null.
create function stepwell.current_organization() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organization_id', true), '')::uuid;
create function stepwell.current_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account_id', true), '')::uuid;

create function stepwell.protect(tables regclass[], privileges text) returns void language plpgsql as $$
declare
  one regclass;
begin
  foreach one in array tables loop
    execute format('alter table %s enable row level security', one);
    execute format(
      'create policy organization on %s using (organization_id = (select stepwell.current_organization())) with check (organization_id = (select stepwell.current_organization()))',
      one);
    execute format('grant %s on %s to stepwell_app', privileges, one);
  end loop;
end $$;
comment on function stepwell.protect is 'For migrations: row-level security by organization, and the privileges of the application.';
revoke all on function stepwell.protect from public;

create table stepwell.organization (
  organization_id uuid primary key,
  name text not null,
  slug text not null,
  npi text,
  tax_id text,
  phone text,
  crisis_phone text,
  patient_word text not null default 'patient',
  zone text not null,
  is_listed boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint organization_slug_unique unique (slug),
  constraint organization_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint organization_patient_word_known check (patient_word in ('patient', 'client', 'member', 'participant')),
  constraint organization_npi_shape check (npi ~ '^[12][0-9]{9}$'),
  constraint organization_tax_id_shape check (tax_id ~ '^[0-9]{9}$'),
  constraint organization_phone_shape check (phone ~ '^[2-9][0-9]{9}$'),
  constraint organization_crisis_phone_shape check (crisis_phone ~ '^[2-9][0-9]{9}$')
);

create table stepwell.idempotency_key (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  account_id uuid not null,
  request_hash bytea not null,
  status integer,
  response jsonb,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
create index idempotency_key_created_at on stepwell.idempotency_key (organization_id, created_at);

create table stepwell.revision (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  version integer not null,
  changed_at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  verb text not null,
  reason text,
  changes jsonb not null,
  primary key (organization_id, id),
  constraint revision_version_unique unique (organization_id, record_kind, record_id, version),
  constraint revision_version_positive check (version > 0)
);
comment on table stepwell.revision is 'Every version of every record: who, when, what field from what to what.';

select stepwell.protect('{stepwell.organization}', 'select, insert, update');
select stepwell.protect('{stepwell.idempotency_key}', 'select, insert, update, delete');
select stepwell.protect('{stepwell.revision}', 'select, insert');

-- Work that goes over all organizations (sealing, cleaning up) needs their ids and nothing else of them.
create function stepwell.organization_ids() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select organization_id from stepwell.organization;
  end;

-- An organization is found by its public name before anybody has signed in.
create function stepwell.listed_organization(wanted_slug text) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select organization_id from stepwell.organization where slug = wanted_slug and is_listed;
  end;

create function stepwell.listed_organization_ids() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select organization_id from stepwell.organization where is_listed;
  end;

-- One channel; ids only. Delivered when the transaction commits.
create function stepwell.announce(record_kind text, record_id uuid) returns void language sql volatile
  return pg_notify('stepwell', stepwell.current_organization()::text || ' ' || record_kind || ' ' || record_id::text);
