-- Purpose: contracts with payers in versions, their prices, and who bills.
-- Old code: runs (new tables only).

create table stepwell.contract (
  organization_id uuid not null,
  id uuid not null,
  payer_id uuid not null,
  name text not null,
  plan_name text,
  site_id uuid,
  program_id uuid,
  level_of_care_id uuid,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint contract_payer foreign key (organization_id, payer_id) references stepwell.payer,
  constraint contract_site foreign key (organization_id, site_id) references stepwell.site,
  constraint contract_program foreign key (organization_id, program_id) references stepwell.program,
  constraint contract_level_of_care foreign key (organization_id, level_of_care_id) references stepwell.level_of_care
);
-- Two contracts about the same days would leave it to chance which one bills them.
create unique index contract_once on stepwell.contract
  (organization_id, payer_id, lower(plan_name), site_id, program_id, level_of_care_id) nulls not distinct where retired_at is null;

create table stepwell.contract_version (
  organization_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  number integer not null,
  state text not null default 'draft',
  effective_from date not null,
  effective_to date,
  terms jsonb not null,
  source text not null,
  created_at timestamptz not null,
  created_by text not null,
  published_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint contract_version_contract foreign key (organization_id, contract_id) references stepwell.contract,
  constraint contract_version_number_unique unique (organization_id, contract_id, number),
  constraint contract_version_state_known check (state in ('draft', 'testing', 'confirmed', 'retired')),
  constraint contract_version_source_given check (source <> ''),
  constraint contract_version_confirmed check (state <> 'confirmed' or published_at is not null),
  -- The day before its first: it never came to hold.
  constraint contract_version_dates_in_order check (effective_to >= effective_from - 1),
  -- One day of a contract has one confirmed version.
  constraint contract_version_day_once exclude using gist
    (organization_id with =, contract_id with =, daterange(effective_from, effective_to + 1) with &&) where (published_at is not null)
);

-- What has left draft is what was tested and billed by: only its state and its last day may still be said.
create function stepwell.refuse_changed_terms() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state <> 'draft' and (new.terms, new.source, new.effective_from, new.contract_id, new.number) is distinct from (old.terms, old.source, old.effective_from, old.contract_id, old.number) then
    raise exception 'the terms of a contract version that has left draft never change' using errcode = 'check_violation', constraint = 'contract_version_terms_fixed';
  end if;
  if old.state <> 'draft' and new.state = 'draft' or old.state = 'retired' and new.state <> 'retired' then
    raise exception 'a contract version only goes on' using errcode = 'check_violation', constraint = 'contract_version_state_forward';
  end if;
  return new;
end $$;
create trigger terms_fixed before update on stepwell.contract_version for each row execute function stepwell.refuse_changed_terms();

create table stepwell.contract_fee (
  organization_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  code text,
  revenue_code text,
  level_of_care_id uuid,
  effective_from date not null,
  effective_to date,
  amount_cents integer not null,
  created_at timestamptz not null,
  created_by text not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint contract_fee_contract foreign key (organization_id, contract_id) references stepwell.contract,
  constraint contract_fee_level_of_care foreign key (organization_id, level_of_care_id) references stepwell.level_of_care,
  constraint contract_fee_of_something check (code is not null or revenue_code is not null),
  constraint contract_fee_amount_positive check (amount_cents > 0),
  constraint contract_fee_dates_in_order check (effective_to >= effective_from),
  constraint contract_fee_day_once exclude using gist
    (organization_id with =, contract_id with =, (coalesce(code, '')) with =, (coalesce(revenue_code, '')) with =,
     (coalesce(level_of_care_id, '00000000-0000-0000-0000-000000000000')) with =, daterange(effective_from, effective_to, '[]') with &&)
    where (withdrawn_at is null)
);

create table stepwell.billing_provider (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  site_id uuid,
  name text not null,
  npi text not null,
  taxonomy text not null,
  tax_id_kind text not null,
  tax_id text not null,
  street text not null,
  unit text,
  city text not null,
  state text not null,
  postal_code text not null,
  phone text not null,
  contact_name text not null,
  submitter_id text not null,
  receiver_name text not null,
  receiver_id text not null,
  usage text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint billing_provider_site foreign key (organization_id, site_id) references stepwell.site,
  constraint billing_provider_once unique nulls not distinct (organization_id, site_id),
  constraint billing_provider_npi_shape check (npi ~ '^[12][0-9]{9}$'),
  constraint billing_provider_taxonomy_shape check (taxonomy ~ '^[0-9A-Z]{9}X$'),
  constraint billing_provider_tax_id_shape check (tax_id_kind in ('ein', 'ssn') and tax_id ~ '^[0-9]{9}$'),
  constraint billing_provider_postal_code_shape check (postal_code ~ '^[0-9]{5}-[0-9]{4}$'),
  constraint billing_provider_phone_shape check (phone ~ '^[2-9][0-9]{9}$'),
  constraint billing_provider_usage_known check (usage in ('T', 'P'))
);

select stepwell.protect('{stepwell.contract, stepwell.contract_version, stepwell.billing_provider}', 'select, insert, update');
select stepwell.protect('{stepwell.contract_fee}', 'select, insert');
-- A price is closed or withdrawn; what it was never changes.
grant update (effective_to, withdrawn_at, version) on stepwell.contract_fee to stepwell_app;
