-- Purpose: a version of an hour or attendance rule that was taken back before it began has no day: its last lies before its first.
-- Old code: runs (it takes such a version for one that was in force long ago, where it looks no further than the first day).

alter table stepwell.hour_rule drop constraint hour_rule_dates_in_order;
alter table stepwell.hour_rule add constraint hour_rule_dates_in_order check (effective_to >= effective_from - 1);
alter table stepwell.attendance_rule drop constraint attendance_rule_dates_in_order;
alter table stepwell.attendance_rule add constraint attendance_rule_dates_in_order check (effective_to >= effective_from - 1);
