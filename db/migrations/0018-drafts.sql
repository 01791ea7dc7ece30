-- Purpose: what was typed and is not sent yet, kept for its writer; and the key that locks what a device keeps of it.
-- Old code: runs; it keeps no drafts.

-- The secret of one account in one organization. Devices are shared: what a browser keeps of a person's work is encrypted under
-- it, and only a living session of that account in that organization is given it.
create table global.vault_key (
  account_id uuid not null references global.account,
  organization_id uuid not null,
  secret bytea not null,
  created_at timestamptz not null,
  primary key (account_id, organization_id),
  constraint vault_key_length check (octet_length(secret) = 32)
);
grant select, insert on global.vault_key to stepwell_app;

-- One person's unsent words in one form. Others who change the same record see them beside their own; nobody writes into them.
create table stepwell.draft (
  organization_id uuid not null,
  id uuid not null,
  account_id uuid not null references global.account,
  author_name text not null,
  route text not null,
  form text not null,
  record_id uuid,
  place text not null,
  fields jsonb not null,
  revision integer not null,
  label text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  ended_as text,
  primary key (organization_id, id),
  constraint draft_label_known check (label in ('general', 'mental-health', 'part-2', 'restricted')),
  constraint draft_ended_as_known check (ended_as in ('sent', 'discarded')),
  constraint draft_ended_whole check ((ended_at is null) = (ended_as is null)),
  constraint draft_ended_empty check (ended_at is null or fields = '{}')
);
comment on column stepwell.draft.route is 'Method and path of the request these words would become: it decides who may keep and see them.';
comment on column stepwell.draft.form is 'The form on the screen, with the record it stands over.';
comment on column stepwell.draft.fields is 'Each field: what was typed and over what, its revision, when, and what the same person typed meanwhile elsewhere.';
comment on column stepwell.draft.ended_at is 'Sent or discarded: the words are gone, the row stays so that a late patch cannot bring them back.';
create unique index draft_open_once on stepwell.draft (organization_id, account_id, route, form) where ended_at is null;
create index draft_on_record on stepwell.draft (organization_id, route, record_id) where ended_at is null;
create index draft_open_since on stepwell.draft (organization_id, changed_at) where ended_at is null;
create index draft_account on stepwell.draft (account_id);
select stepwell.protect('{stepwell.draft}', 'select, insert, update, delete');
select stepwell.keep_labels('{stepwell.draft}');
