-- Diagnoses of a stay as they were on a day, resolved ones too: the charges of every day ask for them.
create index enrollment_diagnosis_enrollment on stepwell.enrollment_diagnosis (organization_id, enrollment_id);

-- Whether a stay was asked the same for a day already.
create index measure_request_enrollment on stepwell.measure_request (organization_id, enrollment_id, instrument, due_on);
