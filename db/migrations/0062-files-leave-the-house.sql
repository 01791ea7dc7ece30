-- Purpose: a file of claims that nobody downloaded has told nobody anything. When it left and by whom is kept, once; until then it can be
-- taken back, and the accounting of disclosures says that what it was made for did not happen.
-- Old code: runs; what it makes counts as not handed over until it is downloaded once more or answered, and it does not see that a file was
-- taken back.

alter table stepwell.claim_file add column handed_over_at timestamptz;
alter table stepwell.claim_file add column handed_over_by text;
alter table stepwell.claim_file add column taken_back_at timestamptz;
alter table stepwell.claim_file add column taken_back_by text;
alter table stepwell.claim_file add column taken_back_reason text;
alter table stepwell.claim_file add constraint claim_file_handed_over_by_somebody check ((handed_over_at is null) = (handed_over_by is null));
alter table stepwell.claim_file add constraint claim_file_taken_back_by_somebody check
  ((taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null) = (taken_back_reason is null));
alter table stepwell.claim_file add constraint claim_file_left_or_taken_back check (handed_over_at is null or taken_back_at is null);
comment on table stepwell.claim_file is 'What is sent, byte for byte. Each person in it has a line in the accounting of disclosures, struck where it was taken back.';
comment on column stepwell.claim_file.handed_over_at is 'When it first left the house: it was downloaded, or an answer to it came.';
comment on column stepwell.claim_file.taken_back_at is 'It never left: its claims are ready again, or in another file.';

-- Nobody wrote down when the files before this one left.
update stepwell.claim_file set handed_over_at = created_at, handed_over_by = actor_name;

grant update (handed_over_at, handed_over_by, taken_back_at, taken_back_by, taken_back_reason) on stepwell.claim_file to stepwell_app;
create index claim_file_here on stepwell.claim_file (organization_id, created_at) where handed_over_at is null and taken_back_at is null;

-- The accounting is only ever added to: a line that says of another that it did not happen.
alter table stepwell.disclosure add column strikes_id uuid;
alter table stepwell.disclosure add constraint disclosure_strikes foreign key (organization_id, strikes_id) references stepwell.disclosure;
comment on column stepwell.disclosure.strikes_id is 'The line that did not happen: what it tells of never left. This one tells nobody anything.';
create unique index disclosure_struck_once on stepwell.disclosure (organization_id, strikes_id) where strikes_id is not null;
