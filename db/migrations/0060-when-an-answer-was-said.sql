-- Purpose: of several answers to a file the one that was said last decides, not the one that was taken in last.
-- Old code: runs; what it takes in counts as said when it came.

alter table stepwell.acknowledgment add column said_at timestamptz not null default now();
comment on column stepwell.acknowledgment.said_at is 'When the receiver said it, as its answer writes it, read on the wall of the organization; when it was taken in where that is not known. Of what was noted, the day.';
comment on table stepwell.acknowledgment is 'What a receiver said of a claim file. Of several the one of the highest stage decides, of those the one said last, and of those the one taken in last.';

-- What came before was kept without its bytes: when it was taken in is all that is known.
update stepwell.acknowledgment set said_at = received_at;

create index acknowledgment_said on stepwell.acknowledgment (organization_id, claim_file_id, stage desc, said_at desc, id desc);
drop index stepwell.acknowledgment_deciding;
