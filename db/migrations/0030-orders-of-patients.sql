-- Purpose: a page of patients by birthday or record number is read from an index, as one by name is.
-- Old code: runs.

create index patient_by_birthday on stepwell.patient
  (organization_id, lpad((birth_date - date '1800-01-01')::text, 6, '0') text_pattern_ops, id);
create index patient_by_mrn on stepwell.patient (organization_id, mrn text_pattern_ops, id);
