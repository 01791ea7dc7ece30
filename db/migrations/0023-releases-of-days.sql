-- Purpose: days that go without what their hold waits for, on somebody's word; claims whose patient has another payer; the
-- list of claims in its order.
-- Old code: runs (a new table, a column it never names, an index).

-- Somebody's word that a day is billed although something is missing: who, when and why. Insert only.
create table stepwell.day_release (
  organization_id uuid not null,
  id uuid not null,
  enrollment_id uuid not null,
  patient_id uuid not null,
  service_date date not null,
  code text not null,
  reason text not null,
  released_at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  label text not null,
  primary key (organization_id, id),
  constraint day_release_once unique (organization_id, enrollment_id, service_date, code),
  constraint day_release_enrollment foreign key (organization_id, enrollment_id, patient_id)
    references stepwell.enrollment (organization_id, id, patient_id),
  constraint day_release_code_known check (code in ('no-authorization', 'authorization-used-up')),
  constraint day_release_with_reason check (reason <> ''),
  constraint day_release_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
comment on table stepwell.day_release is 'A hold of a day that somebody let go, with the reason. The hold comes back for no other day.';
select stepwell.protect('{stepwell.day_release}', 'select, insert');
select stepwell.keep_labels('{stepwell.day_release}');

-- Somebody else pays as well, once this payer has answered: as it was when the claim was built.
alter table stepwell.claim add column has_other_payer boolean not null default false;
create index claim_other_payer on stepwell.claim (organization_id, id) where has_other_payer and state = 'exported';

-- The newest first. A date has no text that an index could keep, as its text depends on a setting; the number of days since a
-- date has, and its texts are ordered as the dates are.
create index claim_by_last_day on stepwell.claim
  (organization_id, (lpad((through_date - date '1900-01-01')::text, 6, '0')) text_pattern_ops, id);
