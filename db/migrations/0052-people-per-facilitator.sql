-- Purpose: an activity type may say how many people one facilitator leads at the most.
-- Old code: runs; its types say nothing of it.

alter table stepwell.activity_type
  add column people_per_facilitator integer,
  add constraint activity_type_people_per_facilitator_in_range check (people_per_facilitator between 1 and 100);
comment on column stepwell.activity_type.people_per_facilitator is 'People for each who leads or helps to lead, at most; null where nothing is said of it. It only tells.';
