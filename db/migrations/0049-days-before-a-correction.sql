-- Purpose: a correction that was not sent yet may be withdrawn, and the days of the claim it would replace stand again as they stood.
-- Old code: runs; what it replaces says nothing of the days before, and is not withdrawn.

alter table stepwell.claim add column replaced_days jsonb;
comment on column stepwell.claim.replaced_days is 'The days of the claim whose place this one takes, with their lines, as they stood in it; null where it takes no place.';
