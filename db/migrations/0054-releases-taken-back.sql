-- Purpose: somebody's word that a day is billed without an authorization can be taken back, and given anew.
-- Old code: runs, but lets no day go, as it asks for a constraint that is gone; it takes a release that was taken back for one that stands.

-- A day that was held again may be let go once more: each time is a row of its own.
alter table stepwell.day_release
  add column number integer not null default 1,
  drop constraint day_release_once,
  add constraint day_release_numbered unique (organization_id, enrollment_id, service_date, code, number),
  add constraint day_release_number_positive check (number >= 1);
comment on column stepwell.day_release.number is 'The first, second, … time that this day was let go for this reason.';
comment on table stepwell.day_release is 'A hold of a day that somebody let go, with the reason. It is let go for no other day, and until it is taken back.';

-- Insert only, as what it takes back.
create table stepwell.day_release_taking_back (
  organization_id uuid not null,
  id uuid not null,
  release_id uuid not null,
  patient_id uuid not null,
  reason text not null,
  taken_back_at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  label text not null,
  primary key (organization_id, id),
  constraint day_release_taking_back_once unique (organization_id, release_id),
  constraint day_release_taking_back_release foreign key (organization_id, release_id) references stepwell.day_release,
  constraint day_release_taking_back_with_reason check (reason <> ''),
  constraint day_release_taking_back_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
comment on table stepwell.day_release_taking_back is 'That a release of a day was taken back, by whom and why. The day waits again for what it was let go without.';
select stepwell.protect('{stepwell.day_release_taking_back}', 'select, insert');
select stepwell.keep_labels('{stepwell.day_release_taking_back}');
