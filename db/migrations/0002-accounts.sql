-- Purpose: accounts, what proves them, their sessions, and the place of an account in an organization.
-- Old code: cannot run against it (there is none).

create table global.account (
  id uuid primary key,
  email text not null,
  name text not null,
  locale text not null default 'en',
  created_at timestamptz not null,
  disabled_at timestamptz,
  constraint account_email_unique unique (email),
  constraint account_email_lower_case check (email = lower(email)),
  constraint account_locale_known check (locale in ('en', 'es'))
);

create table global.account_credential (
  account_id uuid not null references global.account,
  kind text not null,
  secret text not null,
  created_at timestamptz not null,
  primary key (account_id, kind),
  constraint account_credential_kind_known check (kind in ('password'))
);
comment on table global.account_credential is 'What proves an account. A second factor, a passkey or a single sign-on identity is one more kind.';

create table global.account_token (
  token_hash bytea primary key,
  account_id uuid not null references global.account,
  organization_id uuid not null,
  purpose text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint account_token_purpose_known check (purpose in ('invitation', 'password-reset'))
);
create index account_token_account on global.account_token (account_id, purpose);

create table global.login_session (
  id uuid primary key,
  account_id uuid not null references global.account,
  organization_id uuid not null,
  token_hash bytea not null,
  device text not null,
  address text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  signing_until timestamptz,
  constraint login_session_token_hash_unique unique (token_hash)
);
create index login_session_account on global.login_session (account_id, last_seen_at);
create index login_session_expires_at on global.login_session (expires_at);

create table global.known_device (
  account_id uuid not null references global.account,
  device_hash bytea not null,
  last_seen_at timestamptz not null,
  primary key (account_id, device_hash)
);

create table global.sign_in_pause (
  key_hash bytea primary key,
  failures integer not null,
  last_failure_at timestamptz not null,
  paused_until timestamptz not null
);
create index sign_in_pause_last_failure_at on global.sign_in_pause (last_failure_at);

create table global.caught_mail (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  body text not null,
  caught_at timestamptz not null
);
create index caught_mail_to_address on global.caught_mail (to_address, caught_at);
comment on table global.caught_mail is 'Letters that left by the mail catcher, where no mail server is set up.';

grant select, insert, update on global.account to stepwell_app;
grant select, insert, update, delete on
  global.account_credential, global.account_token, global.login_session, global.known_device,
  global.sign_in_pause, global.caught_mail to stepwell_app;

create table stepwell.affiliation (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  account_id uuid not null references global.account,
  staff_id uuid,
  roles text[] not null,
  invited_at timestamptz not null,
  invited_by text not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint affiliation_account_unique unique (organization_id, account_id),
  constraint affiliation_roles_some check (cardinality(roles) > 0)
);
create index affiliation_account on stepwell.affiliation (account_id);
comment on table stepwell.affiliation is 'The place of an account in an organization, and its roles there.';
select stepwell.protect('{stepwell.affiliation}', 'select, insert, update');

-- Which organizations an account belongs to must be known before one of them is chosen.
create function stepwell.affiliations_of(wanted_account uuid)
returns table (organization_id uuid, organization_name text, roles text[], accepted_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select a.organization_id, o.name, a.roles, a.accepted_at
    from stepwell.affiliation a join stepwell.organization o on o.organization_id = a.organization_id
    where a.account_id = wanted_account and a.ended_at is null
    order by o.name;
  end;

-- The door of every signed-in request, in one round trip: finds the living session, fixes organization and
-- account for this transaction, and moves the idle clock on at most once a minute.
create function global.enter(
  wanted_token bytea, at timestamptz, idle interval,
  out session_id uuid, out account_id uuid, out account_name text, out account_email text, out locale text,
  out organization_id uuid, out organization_name text, out organization_zone text, out patient_word text,
  out staff_id uuid, out roles text[], out signing_until timestamptz, out expires_at timestamptz
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  seen timestamptz;
begin
  select s.id, s.account_id, c.name, c.email, c.locale, s.organization_id, o.name, o.zone, o.patient_word,
         a.staff_id, a.roles, s.signing_until, s.expires_at, s.last_seen_at
    into session_id, account_id, account_name, account_email, locale, organization_id, organization_name,
         organization_zone, patient_word, staff_id, roles, signing_until, expires_at, seen
    from global.login_session s
    join global.account c on c.id = s.account_id
    join stepwell.affiliation a on a.organization_id = s.organization_id and a.account_id = s.account_id
    join stepwell.organization o on o.organization_id = s.organization_id
   where s.token_hash = wanted_token and s.revoked_at is null and s.expires_at > at
     and s.last_seen_at > at - idle and c.disabled_at is null
     and a.ended_at is null and a.accepted_at is not null;
  if session_id is null then
    return;
  end if;
  perform set_config('app.organization_id', organization_id::text, true),
          set_config('app.account_id', account_id::text, true);
  if seen < at - interval '1 minute' then
    -- Another request of this session may be at it: whoever comes second leaves it alone and never waits.
    update global.login_session set last_seen_at = at
     where id = (select s.id from global.login_session s where s.id = session_id for update skip locked);
  end if;
end $$;
