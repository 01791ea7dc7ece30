-- Purpose: those who were born on a day are known by name from the index alone, without a look at each of them.
-- Old code: runs.

drop index stepwell.patient_birth_date;
create index patient_born on stepwell.patient
  (organization_id, birth_date, sort_name text_pattern_ops, id) include (middle_name, preferred_name);
-- Lists of names may be longer than an entry of an index: those who have some are looked at.
create index patient_born_otherwise_called on stepwell.patient (organization_id, birth_date)
  where former_names <> '{}' or nicknames <> '{}';

-- One index keeps a record number unique, finds it and keeps it in order.
drop index stepwell.patient_by_mrn;
alter table stepwell.patient drop constraint patient_mrn_unique;
create unique index patient_mrn_unique on stepwell.patient (organization_id, mrn text_pattern_ops) include (id);
