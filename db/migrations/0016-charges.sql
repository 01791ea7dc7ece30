-- Purpose: what each day of each enrollment is worth to its payer, made from the minutes ledger and made anew when that changes.
-- Old code: runs (new tables only).

create table stepwell.day_charge (
  organization_id uuid not null,
  id uuid not null,
  enrollment_id uuid not null,
  patient_id uuid not null,
  coverage_id uuid,
  payer_id uuid,
  site_id uuid not null,
  contract_version_id uuid,
  service_date date not null,
  state text not null,
  claim_id uuid,
  is_test boolean not null,
  authorization_id uuid,
  total_cents integer not null,
  minutes integer not null,
  usage jsonb not null,
  zeroes jsonb not null,
  holds jsonb not null,
  difference jsonb,
  fingerprint bytea not null,
  label text not null,
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint day_charge_enrollment foreign key (organization_id, enrollment_id, patient_id)
    references stepwell.enrollment (organization_id, id, patient_id),
  constraint day_charge_coverage foreign key (organization_id, coverage_id) references stepwell.coverage,
  constraint day_charge_payer foreign key (organization_id, payer_id) references stepwell.payer,
  constraint day_charge_site foreign key (organization_id, site_id) references stepwell.site,
  constraint day_charge_contract_version foreign key (organization_id, contract_version_id) references stepwell.contract_version,
  constraint day_charge_authorization foreign key (organization_id, authorization_id) references stepwell.authorization,
  constraint day_charge_once unique nulls not distinct (organization_id, enrollment_id, coverage_id, service_date),
  constraint day_charge_state_known check (state in ('open', 'nothing', 'held', 'ready', 'claimed')),
  constraint day_charge_claimed check ((state = 'claimed') = (claim_id is not null)),
  constraint day_charge_total_not_negative check (total_cents >= 0),
  constraint day_charge_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
comment on table stepwell.day_charge is 'Made from attendance, notes and contracts, never typed; what is claimed stays as it was claimed.';
comment on column stepwell.day_charge.usage is 'What the day takes of an authorization: days, minutes, sessions, units.';
comment on column stepwell.day_charge.difference is 'What the day would be now, where it was claimed otherwise.';
create index day_charge_service_date on stepwell.day_charge (organization_id, service_date, id);
create index day_charge_patient on stepwell.day_charge (organization_id, patient_id, service_date);
create index day_charge_state on stepwell.day_charge (organization_id, state, service_date);
create index day_charge_claim on stepwell.day_charge (organization_id, claim_id) where claim_id is not null;

create table stepwell.charge_line (
  organization_id uuid not null,
  day_charge_id uuid not null,
  key text not null,
  position integer not null,
  basis text not null,
  service text,
  procedure text,
  modifiers text[] not null,
  revenue_code text,
  unit text not null,
  units integer not null,
  price_cents integer,
  charge_cents integer,
  minutes integer not null,
  is_telehealth boolean not null,
  sessions jsonb not null,
  rule jsonb not null,
  primary key (organization_id, day_charge_id, key),
  constraint charge_line_day foreign key (organization_id, day_charge_id) references stepwell.day_charge,
  constraint charge_line_basis_known check (basis in ('per-diem', 'component', 'carved-out', 'per-service')),
  constraint charge_line_units_positive check (units >= 1),
  constraint charge_line_priced check (charge_cents = price_cents * units),
  constraint charge_line_modifiers_at_most check (cardinality(modifiers) <= 4)
);

select stepwell.protect('{stepwell.day_charge, stepwell.charge_line}', 'select, insert, update, delete');
select stepwell.keep_labels('{stepwell.day_charge}');
