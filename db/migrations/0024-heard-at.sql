-- Purpose: what a device had heard of a session when it recorded, so that an entry made without the network can be told from one
-- that puts another right; and which device it was.
-- Old code: runs; what it records says nothing of it.

alter table stepwell.attendance_event add column heard_at timestamptz;
comment on column stepwell.attendance_event.device is 'The name a device gives itself. Two entries of one name know of each other.';
comment on column stepwell.attendance_event.heard_at is 'received_at of the newest entry of this session the device had heard of when it recorded; null: it was not cut off.';
