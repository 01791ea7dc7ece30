-- Purpose: drafts of session notes, signed notes in two layers, and what was said of them afterwards.
-- Old code: runs (new tables only).

-- One draft for each session and each attendee in it, saved field by field; patient_id is null for the shared part.
create table stepwell.note_draft (
  organization_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  patient_id uuid,
  fields jsonb not null default '{}',
  changed_at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  revision integer not null default 1,
  primary key (organization_id, id),
  constraint note_draft_session foreign key (organization_id, session_id) references stepwell.session,
  constraint note_draft_patient foreign key (organization_id, patient_id) references stepwell.patient,
  constraint note_draft_once unique nulls not distinct (organization_id, session_id, patient_id)
);
comment on column stepwell.note_draft.fields is 'Each field: its value, its revision, who wrote it and when, and a later word of somebody else that is shown beside.';

-- The shared part of a session's note: nobody is named in it. Insert only.
create table stepwell.session_note (
  organization_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  topic text not null,
  curriculum text,
  interventions text[] not null,
  what_we_did text not null,
  how_it_went text not null,
  next_time text,
  attended_count integer not null,
  corrects_id uuid,
  author_staff_id uuid,
  account_id uuid not null,
  author_name text not null,
  signed_at timestamptz not null,
  acknowledged text[] not null default '{}',
  content_sha256 bytea not null,
  label text not null,
  primary key (organization_id, id),
  constraint session_note_session foreign key (organization_id, session_id) references stepwell.session,
  constraint session_note_corrects foreign key (organization_id, corrects_id) references stepwell.session_note,
  constraint session_note_author_staff foreign key (organization_id, author_staff_id) references stepwell.staff,
  constraint session_note_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
create index session_note_session on stepwell.session_note (organization_id, session_id, signed_at);
-- One first shared part of each session: of two signers at once one is told that the other was first.
create unique index session_note_first_unique on stepwell.session_note (organization_id, session_id) where corrects_id is null;
comment on column stepwell.session_note.acknowledged is 'Codes of what the guards found and the signer let stand.';

-- One person's part. Insert only: the application's role has no right to change or delete what was signed.
create table stepwell.member_note (
  organization_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  session_note_id uuid,
  patient_id uuid not null,
  enrollment_id uuid not null,
  attendance_id uuid not null,
  objective_id uuid not null,
  participation text not null,
  response text not null,
  progress text not null,
  risk text not null,
  next_step text,
  sentence text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  credited_minutes integer not null,
  service_date date not null,
  corrects_id uuid,
  correction_reason text,
  needs_cosignature boolean not null,
  supervisor_staff_id uuid,
  author_staff_id uuid not null,
  account_id uuid not null,
  author_name text not null,
  signed_at timestamptz not null,
  acknowledged text[] not null default '{}',
  content_sha256 bytea not null,
  label text not null,
  primary key (organization_id, id),
  constraint member_note_session foreign key (organization_id, session_id) references stepwell.session,
  constraint member_note_session_note foreign key (organization_id, session_note_id) references stepwell.session_note,
  constraint member_note_enrollment foreign key (organization_id, enrollment_id, patient_id) references stepwell.enrollment (organization_id, id, patient_id),
  constraint member_note_attendance foreign key (organization_id, attendance_id) references stepwell.attendance,
  constraint member_note_objective foreign key (organization_id, objective_id, enrollment_id) references stepwell.objective (organization_id, id, enrollment_id),
  constraint member_note_corrects foreign key (organization_id, corrects_id) references stepwell.member_note,
  constraint member_note_supervisor_staff foreign key (organization_id, supervisor_staff_id) references stepwell.staff,
  constraint member_note_author_staff foreign key (organization_id, author_staff_id) references stepwell.staff,
  constraint member_note_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted'))
);
comment on column stepwell.member_note.acknowledged is 'Codes of what the guards found and the signer let stand.';
create index member_note_patient on stepwell.member_note (organization_id, patient_id, service_date, id);
create index member_note_session on stepwell.member_note (organization_id, session_id);
create index member_note_objective on stepwell.member_note (organization_id, objective_id, service_date);
create index member_note_supervisor on stepwell.member_note (organization_id, supervisor_staff_id, signed_at) where needs_cosignature;
-- One first note and one correction of each note: a second signer of the same row is refused.
create unique index member_note_first_unique on stepwell.member_note (organization_id, session_id, patient_id) where corrects_id is null;
create unique index member_note_correction_unique on stepwell.member_note (organization_id, corrects_id);

-- What happened to a signed note afterwards: cosignature, return with comments, addendum, retraction. Insert only.
create table stepwell.note_act (
  organization_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  patient_id uuid not null,
  kind text not null,
  words text,
  at timestamptz not null,
  staff_id uuid,
  account_id uuid not null,
  actor_name text not null,
  content_sha256 bytea not null,
  primary key (organization_id, id),
  constraint note_act_note foreign key (organization_id, note_id) references stepwell.member_note,
  constraint note_act_staff foreign key (organization_id, staff_id) references stepwell.staff,
  constraint note_act_kind_known check (kind in ('cosign', 'return', 'addendum', 'retract'))
);
create index note_act_note on stepwell.note_act (organization_id, note_id, at);
create unique index note_act_cosign_unique on stepwell.note_act (organization_id, note_id) where kind = 'cosign';
create unique index note_act_retract_unique on stepwell.note_act (organization_id, note_id) where kind = 'retract';

select stepwell.protect('{stepwell.note_draft}', 'select, insert, update, delete');
select stepwell.protect('{stepwell.session_note, stepwell.member_note, stepwell.note_act}', 'select, insert');
