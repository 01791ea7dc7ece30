-- Purpose: a program has a name for whoever looks for help, beside the one its staff say; without one, the staff's name stands.
-- Old code: runs; it shows the public the staff's name.

alter table stepwell.program add column public_name text;
