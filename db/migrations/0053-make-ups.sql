-- Purpose: a make-up names what it makes up for, and an hour rule may say how many of them count in a week.
-- Old code: runs; it names nothing, and its rules say nothing of make-ups.

alter table stepwell.hour_rule
  add column most_make_ups integer,
  add constraint hour_rule_most_make_ups_in_range check (most_make_ups between 0 and 14);
comment on column stepwell.hour_rule.most_make_ups is 'Make-ups whose minutes are credited in one week, at most; null where the rule says nothing of it.';

alter table stepwell.attendance
  add column makes_up_for uuid,
  add column is_over_limit boolean not null default false,
  add constraint attendance_makes_up check (makes_up_for is null or kind = 'make-up'),
  add constraint attendance_makes_up_for foreign key (organization_id, makes_up_for) references stepwell.attendance (organization_id, id);
comment on column stepwell.attendance.is_over_limit is 'A make-up beyond those that the hour rule counts in its week: its minutes were delivered and are not credited.';
create unique index attendance_made_up_once on stepwell.attendance (organization_id, makes_up_for) where makes_up_for is not null;
