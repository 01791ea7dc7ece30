-- Purpose: what a program offers: levels of care and their hour floors, programs, tracks, activity types, attendance rules.
-- Old code: runs (new tables only).

-- How closely a row is kept, weakest first; what is none of ours is kept most closely (src/domain/basics/label.ts).
create function stepwell.label_rank(label text) returns integer language sql immutable parallel safe
  return case label when 'general' then 0 when 'mental-health' then 1 when 'part-2' then 2 else 3 end;

create function stepwell.refuse_weaker_label() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if stepwell.label_rank(new.label) < stepwell.label_rank(old.label) then
    raise exception 'the label of a % may not become weaker', tg_table_name using errcode = 'check_violation', constraint = tg_table_name || '_label_never_weaker';
  end if;
  return new;
end $$;

create function stepwell.keep_labels(tables regclass[]) returns void language plpgsql as $$
declare
  one regclass;
begin
  foreach one in array tables loop
    execute format('create trigger label_never_weaker before update of label on %s for each row execute function stepwell.refuse_weaker_label()', one);
  end loop;
end $$;
comment on function stepwell.keep_labels is 'For migrations: whatever is changed in these tables, a label never becomes weaker.';
revoke all on function stepwell.keep_labels from public;

create table stepwell.level_of_care (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  code text not null,
  name text not null,
  rank integer not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint level_of_care_code_unique unique (organization_id, code),
  constraint level_of_care_code_known check (code in ('outpatient', 'iop', 'php'))
);

-- A version of a rule is a row that never changes: what was decided by it stays explained by it.
create table stepwell.hour_rule (
  organization_id uuid not null,
  id uuid not null,
  level_of_care_id uuid not null,
  population text not null,
  name text not null,
  floor_minutes integer not null,
  ceiling_minutes integer,
  adolescent_below_age integer not null,
  week text not null,
  days_at_least integer,
  source text not null,
  effective_from date not null,
  effective_to date,
  published_at timestamptz not null,
  primary key (organization_id, id),
  constraint hour_rule_level_of_care foreign key (organization_id, level_of_care_id) references stepwell.level_of_care,
  constraint hour_rule_population_known check (population in ('adult', 'adolescent')),
  constraint hour_rule_week_known check (week in ('sunday', 'monday', 'rolling', 'admission')),
  constraint hour_rule_minutes_in_order check (floor_minutes >= 0 and ceiling_minutes > floor_minutes),
  constraint hour_rule_dates_in_order check (effective_to >= effective_from)
);
create index hour_rule_level_of_care on stepwell.hour_rule (organization_id, level_of_care_id, population, effective_from);

create table stepwell.program (
  organization_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  name text not null,
  slug text not null,
  summary text,
  ages text not null,
  is_listed boolean not null default false,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint program_site foreign key (organization_id, site_id) references stepwell.site,
  constraint program_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint program_ages_known check (ages in ('adults', 'adolescents', 'young-adults', 'older-adults', 'all'))
);
create unique index program_name_unique on stepwell.program (organization_id, lower(name)) where retired_at is null;
create unique index program_slug_unique on stepwell.program (organization_id, slug) where retired_at is null;
create index program_site on stepwell.program (organization_id, site_id);

create table stepwell.program_level (
  organization_id uuid not null,
  program_id uuid not null,
  level_of_care_id uuid not null,
  primary key (organization_id, program_id, level_of_care_id),
  constraint program_level_program foreign key (organization_id, program_id) references stepwell.program,
  constraint program_level_level_of_care foreign key (organization_id, level_of_care_id) references stepwell.level_of_care
);

create table stepwell.track (
  organization_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  name text not null,
  kind text not null,
  label text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint track_program foreign key (organization_id, program_id) references stepwell.program,
  constraint track_kind_known check (kind in ('mental-health', 'substance-use', 'co-occurring', 'adolescent', 'trauma', 'eating-disorder')),
  constraint track_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
create unique index track_name_unique on stepwell.track (organization_id, program_id, lower(name)) where retired_at is null;

create table stepwell.activity_type (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  name text not null,
  format text not null,
  modality text not null,
  counts_toward_hours boolean not null,
  minutes_to_count integer not null default 0,
  needs_licensed_lead boolean not null default false,
  serves_per_diem boolean not null default false,
  created_at timestamptz not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint activity_type_format_known check (format in ('group', 'individual', 'family', 'multifamily', 'medication', 'assessment', 'case-management')),
  constraint activity_type_minutes_to_count_in_range check (minutes_to_count between 0 and 600)
);
create unique index activity_type_name_unique on stepwell.activity_type (organization_id, lower(name)) where retired_at is null;

-- How presence becomes credited minutes; an immutable version like hour_rule.
create table stepwell.attendance_rule (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  name text not null,
  grace_minutes integer not null,
  breaks_count boolean not null,
  minimum_minutes integer not null,
  source text not null,
  effective_from date not null,
  effective_to date,
  published_at timestamptz not null,
  primary key (organization_id, id),
  constraint attendance_rule_grace_in_range check (grace_minutes between 0 and 60),
  constraint attendance_rule_minimum_in_range check (minimum_minutes between 0 and 600),
  constraint attendance_rule_dates_in_order check (effective_to >= effective_from)
);
create index attendance_rule_effective_from on stepwell.attendance_rule (organization_id, effective_from);

select stepwell.protect('{stepwell.level_of_care, stepwell.program, stepwell.track, stepwell.activity_type}', 'select, insert, update');
select stepwell.protect('{stepwell.program_level}', 'select, insert, delete');
select stepwell.protect('{stepwell.hour_rule, stepwell.attendance_rule}', 'select, insert');
-- Ending a rule is the one thing that may be said of it afterwards.
grant update (effective_to) on stepwell.hour_rule, stepwell.attendance_rule to stepwell_app;
select stepwell.keep_labels('{stepwell.track}');
