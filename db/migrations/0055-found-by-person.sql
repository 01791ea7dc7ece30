-- Purpose: what is asked of one person is found by the person, not by looking through everybody's; who is in care is found without
-- looking at every stay that ever ended.
-- Old code: runs.

create index goal_patient on stepwell.goal (organization_id, patient_id);
create index objective_patient on stepwell.objective (organization_id, patient_id);
create index authorization_patient on stepwell.authorization (organization_id, patient_id);
create index enrollment_diagnosis_patient on stepwell.enrollment_diagnosis (organization_id, patient_id);
create index note_act_patient on stepwell.note_act (organization_id, patient_id);
create index enrollment_ended on stepwell.enrollment (organization_id, ended_on);
