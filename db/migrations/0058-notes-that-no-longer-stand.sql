-- Purpose: the notes of a person that a correction replaced or that were retracted are few, and asked for wherever the last ones are.
-- Old code: runs.

create index member_note_corrected on stepwell.member_note (organization_id, patient_id, corrects_id) where corrects_id is not null;
create index note_act_retracted on stepwell.note_act (organization_id, patient_id, note_id) where kind = 'retract';
