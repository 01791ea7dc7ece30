-- Purpose: series, sessions, dated membership, and the minutes ledger.
-- Old code: runs (new tables only).

create extension if not exists btree_gist with schema public;

create table stepwell.series (
  organization_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  program_id uuid not null,
  track_id uuid,
  activity_type_id uuid not null,
  room_id uuid,
  name text not null,
  zone text not null,
  weekdays integer[] not null,
  starts_at_wall time not null,
  minutes integer not null,
  starts_on date not null,
  ends_on date,
  capacity integer not null,
  has_video boolean not null default false,
  materialized_to date,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint series_site foreign key (organization_id, site_id) references stepwell.site,
  constraint series_program foreign key (organization_id, program_id) references stepwell.program,
  constraint series_track foreign key (organization_id, track_id) references stepwell.track,
  constraint series_activity_type foreign key (organization_id, activity_type_id) references stepwell.activity_type,
  constraint series_room foreign key (organization_id, room_id) references stepwell.room,
  constraint series_weekdays_some check (cardinality(weekdays) between 1 and 7 and weekdays <@ '{1,2,3,4,5,6,7}'),
  constraint series_minutes_in_range check (minutes between 10 and 600),
  constraint series_capacity_in_range check (capacity between 1 and 100),
  constraint series_dates_in_order check (ends_on >= starts_on)
);
comment on column stepwell.series.weekdays is 'ISO weekdays, Monday is 1. The wall clock of the site decides; an instant is made for each occurrence.';
create index series_site on stepwell.series (organization_id, site_id);

create table stepwell.series_facilitator (
  organization_id uuid not null,
  series_id uuid not null,
  staff_id uuid not null,
  role text not null,
  primary key (organization_id, series_id, staff_id),
  constraint series_facilitator_series foreign key (organization_id, series_id) references stepwell.series,
  constraint series_facilitator_staff foreign key (organization_id, staff_id) references stepwell.staff,
  constraint series_facilitator_role_known check (role in ('lead', 'co-facilitator', 'trainee'))
);

create table stepwell.session (
  organization_id uuid not null,
  id uuid not null,
  series_id uuid,
  site_id uuid not null,
  program_id uuid not null,
  activity_type_id uuid not null,
  room_id uuid,
  name text not null,
  zone text not null,
  service_date date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  clock_change text,
  state text not null default 'scheduled',
  cancel_reason text,
  capacity integer not null,
  has_video boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint session_series foreign key (organization_id, series_id) references stepwell.series,
  constraint session_site foreign key (organization_id, site_id) references stepwell.site,
  constraint session_program foreign key (organization_id, program_id) references stepwell.program,
  constraint session_activity_type foreign key (organization_id, activity_type_id) references stepwell.activity_type,
  constraint session_room foreign key (organization_id, room_id) references stepwell.room,
  constraint session_clock_change_known check (clock_change in ('moved-forward', 'first-of-two')),
  constraint session_state_known check (state in ('scheduled', 'open', 'ended', 'cancelled')),
  constraint session_times_in_order check (ends_at > starts_at),
  constraint session_of_series_unique unique (organization_id, series_id, service_date),
  constraint session_times unique (organization_id, id, starts_at, ends_at, state),
  constraint session_room_free exclude using gist
    (organization_id with =, room_id with =, tstzrange(starts_at, ends_at) with &&)
    where (room_id is not null and state <> 'cancelled') deferrable initially immediate
);
create index session_service_date on stepwell.session (organization_id, service_date, starts_at, id);
create index session_starts_at on stepwell.session (organization_id, starts_at);
create index session_site on stepwell.session (organization_id, site_id, service_date);

-- Days on which a site is closed: its sessions are cancelled and no others made, and the week counts as one of variance.
create table stepwell.closure (
  organization_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  reason text not null,
  created_at timestamptz not null,
  primary key (organization_id, id),
  constraint closure_site foreign key (organization_id, site_id) references stepwell.site,
  constraint closure_dates_in_order check (ends_on >= starts_on)
);
create index closure_site on stepwell.closure (organization_id, site_id, starts_on);

-- A facilitator's booking carries the session's times, so that the database itself refuses two rooms at once.
create table stepwell.session_facilitator (
  organization_id uuid not null,
  session_id uuid not null,
  staff_id uuid not null,
  role text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null,
  primary key (organization_id, session_id, staff_id),
  constraint session_facilitator_session foreign key (organization_id, session_id, starts_at, ends_at, state)
    references stepwell.session (organization_id, id, starts_at, ends_at, state) on update cascade,
  constraint session_facilitator_staff foreign key (organization_id, staff_id) references stepwell.staff,
  constraint session_facilitator_role_known check (role in ('lead', 'co-facilitator', 'trainee')),
  constraint session_facilitator_free exclude using gist
    (organization_id with =, staff_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state <> 'cancelled') deferrable initially immediate
);
create index session_facilitator_staff on stepwell.session_facilitator (organization_id, staff_id, starts_at);

create table stepwell.membership (
  organization_id uuid not null,
  id uuid not null,
  series_id uuid not null,
  patient_id uuid not null,
  enrollment_id uuid not null,
  starts_on date not null,
  ends_on date,
  end_reason text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint membership_series foreign key (organization_id, series_id) references stepwell.series,
  constraint membership_enrollment foreign key (organization_id, enrollment_id, patient_id) references stepwell.enrollment (organization_id, id, patient_id),
  constraint membership_dates_in_order check (ends_on >= starts_on),
  constraint membership_once exclude using gist
    (organization_id with =, series_id with =, patient_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index membership_patient on stepwell.membership (organization_id, patient_id, starts_on);
create index membership_series on stepwell.membership (organization_id, series_id, starts_on);

-- The ledger. Events are appended and never changed: what happened, when it happened, when it was heard, from whom.
create table stepwell.attendance_event (
  organization_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  patient_id uuid,
  kind text not null,
  mode text,
  reason text,
  why text,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  source text not null,
  device text,
  corrects_id uuid,
  account_id uuid,
  actor_name text not null,
  primary key (organization_id, id),
  constraint attendance_event_session foreign key (organization_id, session_id) references stepwell.session,
  constraint attendance_event_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint attendance_event_corrects foreign key (organization_id, corrects_id) references stepwell.attendance_event,
  constraint attendance_event_kind_known check (kind in
    ('start', 'end', 'break-start', 'break-end', 'arrive', 'leave', 'absent', 'expected', 'mode', 'failure-start', 'failure-end', 'pulled-out', 'returned', 'strike')),
  constraint attendance_event_mode_known check (mode in ('room', 'video', 'phone')),
  constraint attendance_event_of_somebody check ((patient_id is null) = (kind in ('start', 'end', 'break-start', 'break-end')) or kind = 'strike')
);
comment on column stepwell.attendance_event.why is 'What a corrector wrote afterwards; reason is a code.';
comment on table stepwell.attendance_event is 'Append only. A mistake is struck by another event that says why (kind strike, corrects_id), never removed.';
create index attendance_event_session on stepwell.attendance_event (organization_id, session_id, occurred_at, id);

-- Who has a seat in a session, and what their events in it come to; made anew from them, never typed. A seat that was never
-- used goes when its owner leaves the series before the session.
create table stepwell.attendance (
  organization_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  patient_id uuid not null,
  enrollment_id uuid not null,
  membership_id uuid,
  kind text not null,
  status text not null,
  reason text,
  mode text,
  service_date date not null,
  starts_at timestamptz not null,
  first_in_at timestamptz,
  last_out_at timestamptz,
  scheduled_minutes integer not null,
  delivered_minutes integer not null,
  credited_minutes integer not null,
  attendance_rule_id uuid not null,
  label text not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint attendance_once unique (organization_id, session_id, patient_id),
  constraint attendance_session foreign key (organization_id, session_id) references stepwell.session,
  constraint attendance_enrollment foreign key (organization_id, enrollment_id, patient_id) references stepwell.enrollment (organization_id, id, patient_id),
  constraint attendance_membership foreign key (organization_id, membership_id) references stepwell.membership,
  constraint attendance_rule foreign key (organization_id, attendance_rule_id) references stepwell.attendance_rule,
  constraint attendance_kind_known check (kind in ('member', 'guest', 'make-up', 'individual')),
  constraint attendance_status_known check (status in ('expected', 'present', 'late', 'left-early', 'partial', 'excused', 'absent', 'cancelled')),
  constraint attendance_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted')),
  constraint attendance_minutes_in_order check (0 <= credited_minutes and credited_minutes <= delivered_minutes)
);
create index attendance_patient on stepwell.attendance (organization_id, patient_id, service_date);
create index attendance_enrollment on stepwell.attendance (organization_id, enrollment_id, service_date);

create table stepwell.attendance_segment (
  organization_id uuid not null,
  id uuid not null,
  attendance_id uuid not null,
  patient_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  mode text not null,
  is_credited boolean not null,
  not_credited_because text,
  primary key (organization_id, id),
  constraint attendance_segment_attendance foreign key (organization_id, attendance_id) references stepwell.attendance,
  constraint attendance_segment_times_in_order check (ends_at > starts_at),
  constraint attendance_segment_once exclude using gist
    (organization_id with =, patient_id with =, tstzrange(starts_at, ends_at) with &&)
    where (is_credited) deferrable initially deferred
);
create index attendance_segment_attendance on stepwell.attendance_segment (organization_id, attendance_id);

select stepwell.protect('{stepwell.series, stepwell.membership}', 'select, insert, update');
select stepwell.protect('{stepwell.session, stepwell.series_facilitator, stepwell.session_facilitator, stepwell.attendance, stepwell.attendance_segment}', 'select, insert, update, delete');
select stepwell.protect('{stepwell.attendance_event, stepwell.closure}', 'select, insert');
select stepwell.keep_labels('{stepwell.attendance}');
