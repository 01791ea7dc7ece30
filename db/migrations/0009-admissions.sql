-- Purpose: payers by name, coverage, enrollment, authorization, diagnoses, goals with objectives.
-- Old code: runs (new tables only).

create table stepwell.payer (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  name text not null,
  kind text not null,
  electronic_id text,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint payer_kind_known check (kind in ('commercial', 'medicaid', 'medicare', 'medicare-advantage', 'tricare', 'other'))
);
create unique index payer_name_unique on stepwell.payer (organization_id, lower(name)) where retired_at is null;

create table stepwell.coverage (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  payer_id uuid not null,
  rank integer not null,
  plan_name text,
  member_number text not null,
  group_number text,
  relation_to_subscriber text not null,
  subscriber_name text,
  subscriber_birth_date date,
  effective_from date not null,
  effective_to date,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint coverage_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint coverage_payer foreign key (organization_id, payer_id) references stepwell.payer,
  constraint coverage_rank_in_range check (rank between 1 and 3),
  constraint coverage_relation_known check (relation_to_subscriber in ('self', 'spouse', 'child', 'other')),
  constraint coverage_dates_in_order check (effective_to >= effective_from)
);
create index coverage_patient on stepwell.coverage (organization_id, patient_id);

create table stepwell.enrollment (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  track_id uuid not null,
  level_of_care_id uuid not null,
  population text not null,
  label text not null,
  admitted_on date not null,
  ended_on date,
  end_reason text,
  attending_staff_id uuid,
  therapist_staff_id uuid,
  admission_type text not null,
  admission_source text not null,
  patient_status text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint enrollment_of_patient unique (organization_id, id, patient_id),
  constraint enrollment_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint enrollment_program foreign key (organization_id, program_id) references stepwell.program,
  constraint enrollment_track foreign key (organization_id, track_id) references stepwell.track,
  constraint enrollment_level_of_care foreign key (organization_id, level_of_care_id) references stepwell.level_of_care,
  constraint enrollment_attending_staff foreign key (organization_id, attending_staff_id) references stepwell.staff,
  constraint enrollment_therapist_staff foreign key (organization_id, therapist_staff_id) references stepwell.staff,
  constraint enrollment_population_known check (population in ('adult', 'adolescent')),
  constraint enrollment_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted')),
  constraint enrollment_dates_in_order check (ended_on >= admitted_on)
);
comment on table stepwell.enrollment is 'A person in a program at a level of care (FHIR EpisodeOfCare). Several may run at once.';
create index enrollment_patient on stepwell.enrollment (organization_id, patient_id, admitted_on);
create index enrollment_track on stepwell.enrollment (organization_id, track_id, admitted_on);
create unique index enrollment_running_unique on stepwell.enrollment (organization_id, patient_id, track_id, level_of_care_id) where ended_on is null;

create table stepwell.authorization (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  enrollment_id uuid not null,
  coverage_id uuid not null,
  number text not null,
  starts_on date not null,
  ends_on date not null,
  units integer not null,
  unit text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint authorization_enrollment foreign key (organization_id, enrollment_id, patient_id) references stepwell.enrollment (organization_id, id, patient_id),
  constraint authorization_coverage foreign key (organization_id, coverage_id) references stepwell.coverage,
  constraint authorization_unit_known check (unit in ('days', 'hours', 'sessions', 'units')),
  constraint authorization_units_positive check (units > 0),
  constraint authorization_dates_in_order check (ends_on >= starts_on)
);
create index authorization_enrollment on stepwell.authorization (organization_id, enrollment_id);

create table stepwell.enrollment_diagnosis (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  enrollment_id uuid not null,
  code text not null,
  rank integer not null,
  diagnosed_on date not null,
  resolved_on date,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint enrollment_diagnosis_enrollment foreign key (organization_id, enrollment_id, patient_id) references stepwell.enrollment (organization_id, id, patient_id),
  constraint enrollment_diagnosis_code_shape check (code ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$'),
  constraint enrollment_diagnosis_rank_in_range check (rank between 1 and 12)
);
create unique index enrollment_diagnosis_rank_unique on stepwell.enrollment_diagnosis (organization_id, enrollment_id, rank) where resolved_on is null;
create unique index enrollment_diagnosis_code_unique on stepwell.enrollment_diagnosis (organization_id, enrollment_id, code) where resolved_on is null;

-- Part of the treatment plan: the goal in the patient's words, and the objective that a session works on.
create table stepwell.goal (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  enrollment_id uuid not null,
  number integer not null,
  problem text not null,
  statement text not null,
  status text not null default 'active',
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint goal_enrollment foreign key (organization_id, enrollment_id, patient_id) references stepwell.enrollment (organization_id, id, patient_id),
  constraint goal_number_unique unique (organization_id, enrollment_id, number),
  constraint goal_status_known check (status in ('active', 'met', 'discontinued'))
);

create table stepwell.objective (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  enrollment_id uuid not null,
  goal_id uuid not null,
  number integer not null,
  statement text not null,
  target_on date,
  status text not null default 'active',
  closed_on date,
  label text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint objective_goal foreign key (organization_id, goal_id) references stepwell.goal,
  constraint objective_enrollment foreign key (organization_id, enrollment_id, patient_id) references stepwell.enrollment (organization_id, id, patient_id),
  constraint objective_number_unique unique (organization_id, goal_id, number),
  constraint objective_of_enrollment unique (organization_id, id, enrollment_id),
  constraint objective_status_known check (status in ('active', 'met', 'discontinued')),
  constraint objective_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
create index objective_enrollment on stepwell.objective (organization_id, enrollment_id);

select stepwell.protect('{stepwell.payer, stepwell.coverage, stepwell.enrollment, stepwell.authorization, stepwell.enrollment_diagnosis, stepwell.goal, stepwell.objective}', 'select, insert, update');
select stepwell.keep_labels('{stepwell.enrollment, stepwell.objective}');
