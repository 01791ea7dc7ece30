-- Purpose: a member's note is of the very session, stay and person that its attendance is of. One key says so for all three, and is
-- looked up once where three were before, none of which tied them together.
-- Old code: runs; it writes no other.

alter table stepwell.attendance
  add constraint attendance_whose unique (organization_id, id, session_id, enrollment_id, patient_id);
alter table stepwell.member_note
  drop constraint member_note_session,
  drop constraint member_note_enrollment,
  drop constraint member_note_attendance,
  add constraint member_note_attendance foreign key (organization_id, attendance_id, session_id, enrollment_id, patient_id)
    references stepwell.attendance (organization_id, id, session_id, enrollment_id, patient_id);

-- Most notes correct nothing, and need no place in this index.
drop index stepwell.member_note_correction_unique;
create unique index member_note_correction_unique on stepwell.member_note (organization_id, corrects_id)
  where corrects_id is not null;
