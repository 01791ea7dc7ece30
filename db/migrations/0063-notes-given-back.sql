-- Purpose: what supervisors gave back is a few among all that was done to notes; a list of it finds them without looking at the rest.
-- Old code: runs; it does not ask for them.

create index note_act_returned on stepwell.note_act (organization_id, note_id) where kind = 'return';
