-- Purpose: keep each step of an import as long as the one before it, also where thousands share a birthday or a name in the file:
-- who may be somebody else of the file, what goes by a name, and what is to be taken are found from the index alone.
-- Old code: runs; entries it looks at have no key, and are found again by their birthday.

alter table stepwell.import_entry add column near_key text;
comment on column stepwell.import_entry.near_key is 'How the given and the family name begin, in the order of the alphabet: the same for two spellings of one name and for names put down in each other''s place.';

create index import_entry_near on stepwell.import_entry (organization_id, run_id, birth_date, near_key, number)
  where outcome in ('taken', 'merged', 'asked');
drop index stepwell.import_entry_birth_date;

create index import_entry_called on stepwell.import_entry (organization_id, run_id, type_id, number);
drop index stepwell.import_entry_type_id;

create index import_entry_addressed on stepwell.import_entry (organization_id, run_id, full_url, phase, number);
drop index stepwell.import_entry_full_url;

create index import_entry_to_take on stepwell.import_entry (organization_id, run_id, phase, number)
  where outcome in ('taken', 'merged') and applied_at is null and content is not null;
