-- Purpose: a weekly group has a name for whoever looks for help, beside the one its team says; without one, the team's name stands.
-- Old code: runs; it shows the public the team's name.

alter table stepwell.series add column public_name text;
