-- The migrated database, printed from its catalogue: what a migration changes shows here.
-- Written by `node bin/db.ts update`; nobody edits it. Owners and the job queue's own schema are left out.

CREATE SCHEMA global;
GRANT USAGE ON SCHEMA global TO stepwell_app;
COMMENT ON SCHEMA global IS 'What belongs to no organization: accounts, login sessions, code sets. The only schema without row-level security.';

CREATE SCHEMA stepwell;
GRANT USAGE ON SCHEMA stepwell TO stepwell_app;
COMMENT ON SCHEMA stepwell IS 'What belongs to one organization. Every table has row-level security and organization_id first in its key.';

CREATE TABLE global.account (
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  locale text DEFAULT 'en'::text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  disabled_at timestamp with time zone,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_email_unique UNIQUE (email),
  CONSTRAINT account_email_lower_case CHECK ((email = lower(email))),
  CONSTRAINT account_locale_known CHECK ((locale = ANY (ARRAY['en'::text, 'es'::text])))
);
GRANT SELECT, INSERT, UPDATE ON TABLE global.account TO stepwell_app;

CREATE TABLE global.account_credential (
  account_id uuid NOT NULL,
  kind text NOT NULL,
  secret text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT account_credential_pkey PRIMARY KEY (account_id, kind),
  CONSTRAINT account_credential_kind_known CHECK ((kind = 'password'::text)),
  CONSTRAINT account_credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES global.account(id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE global.account_credential TO stepwell_app;
COMMENT ON TABLE global.account_credential IS 'What proves an account. A second factor, a passkey or a single sign-on identity is one more kind.';

CREATE TABLE global.account_token (
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  purpose text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT account_token_pkey PRIMARY KEY (token_hash),
  CONSTRAINT account_token_purpose_known CHECK ((purpose = ANY (ARRAY['invitation'::text, 'password-reset'::text]))),
  CONSTRAINT account_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES global.account(id)
);
CREATE INDEX account_token_account ON global.account_token USING btree (account_id, purpose);
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE global.account_token TO stepwell_app;

CREATE TABLE global.caught_mail (
  id uuid NOT NULL,
  to_address text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  caught_at timestamp with time zone NOT NULL,
  CONSTRAINT caught_mail_pkey PRIMARY KEY (id)
);
CREATE INDEX caught_mail_to_address ON global.caught_mail USING btree (to_address, caught_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE global.caught_mail TO stepwell_app;
COMMENT ON TABLE global.caught_mail IS 'Letters that left by the mail catcher, where no mail server is set up.';

CREATE TABLE global.known_device (
  account_id uuid NOT NULL,
  device_hash bytea NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  CONSTRAINT known_device_pkey PRIMARY KEY (account_id, device_hash),
  CONSTRAINT known_device_account_id_fkey FOREIGN KEY (account_id) REFERENCES global.account(id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE global.known_device TO stepwell_app;

CREATE TABLE global.login_session (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  device text NOT NULL,
  address text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  signing_until timestamp with time zone,
  CONSTRAINT login_session_pkey PRIMARY KEY (id),
  CONSTRAINT login_session_token_hash_unique UNIQUE (token_hash),
  CONSTRAINT login_session_account_id_fkey FOREIGN KEY (account_id) REFERENCES global.account(id)
);
CREATE INDEX login_session_account ON global.login_session USING btree (account_id, last_seen_at);
CREATE INDEX login_session_expires_at ON global.login_session USING btree (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE global.login_session TO stepwell_app;

CREATE TABLE global.migration (
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT migration_pkey PRIMARY KEY (name)
);
GRANT SELECT ON TABLE global.migration TO stepwell_app;

CREATE TABLE global.sign_in_pause (
  key_hash bytea NOT NULL,
  failures integer NOT NULL,
  last_failure_at timestamp with time zone NOT NULL,
  paused_until timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_pause_pkey PRIMARY KEY (key_hash)
);
CREATE INDEX sign_in_pause_last_failure_at ON global.sign_in_pause USING btree (last_failure_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE global.sign_in_pause TO stepwell_app;

CREATE TABLE stepwell.affiliation (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  staff_id uuid,
  roles text[] NOT NULL,
  invited_at timestamp with time zone NOT NULL,
  invited_by text NOT NULL,
  accepted_at timestamp with time zone,
  ended_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT affiliation_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT affiliation_account_unique UNIQUE (organization_id, account_id),
  CONSTRAINT affiliation_roles_some CHECK ((cardinality(roles) > 0)),
  CONSTRAINT affiliation_account_id_fkey FOREIGN KEY (account_id) REFERENCES global.account(id),
  CONSTRAINT affiliation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id),
  CONSTRAINT affiliation_staff FOREIGN KEY (organization_id, staff_id) REFERENCES stepwell.staff(organization_id, id)
);
CREATE INDEX affiliation_account ON stepwell.affiliation USING btree (account_id);
CREATE INDEX affiliation_staff ON stepwell.affiliation USING btree (organization_id, staff_id);
ALTER TABLE stepwell.affiliation ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.affiliation AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.affiliation TO stepwell_app;
COMMENT ON TABLE stepwell.affiliation IS 'The place of an account in an organization, and its roles there.';

CREATE TABLE stepwell.audit_event (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  outcome text NOT NULL,
  verb text NOT NULL,
  purpose text NOT NULL,
  actor_kind text NOT NULL,
  account_id uuid,
  actor_name text NOT NULL,
  session_id uuid,
  request_id uuid NOT NULL,
  address text,
  record_kind text,
  record_id uuid,
  details jsonb DEFAULT '{}'::jsonb NOT NULL,
  CONSTRAINT audit_event_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT audit_event_outcome_known CHECK ((outcome = ANY (ARRAY['done'::text, 'read'::text, 'refused'::text, 'failed'::text])))
);
CREATE INDEX audit_event_account ON stepwell.audit_event USING btree (organization_id, account_id, at, id);
CREATE INDEX audit_event_at ON stepwell.audit_event USING btree (organization_id, at, id);
CREATE INDEX audit_event_record ON stepwell.audit_event USING btree (organization_id, record_id, at, id);
ALTER TABLE stepwell.audit_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.audit_event AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.audit_event TO stepwell_app;
COMMENT ON TABLE stepwell.audit_event IS 'Who did or saw what, when and why (45 CFR 164.312(b)). Written once; the application can neither change nor delete it.';

CREATE TABLE stepwell.audit_seal (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint NOT NULL,
  sealed_at timestamp with time zone NOT NULL,
  audit_ids uuid[] NOT NULL,
  digests bytea[] NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT audit_seal_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT audit_seal_number_unique UNIQUE (organization_id, number),
  CONSTRAINT audit_seal_one_digest_each CHECK ((cardinality(audit_ids) = cardinality(digests))),
  CONSTRAINT audit_seal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
ALTER TABLE stepwell.audit_seal ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.audit_seal AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT ON TABLE stepwell.audit_seal TO stepwell_app;

CREATE TABLE stepwell.audit_subject (
  organization_id uuid NOT NULL,
  audit_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT audit_subject_pkey PRIMARY KEY (organization_id, audit_id, patient_id)
);
CREATE INDEX audit_subject_patient ON stepwell.audit_subject USING btree (organization_id, patient_id, at, audit_id);
ALTER TABLE stepwell.audit_subject ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.audit_subject AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.audit_subject TO stepwell_app;

CREATE TABLE stepwell.audit_unsealed (
  organization_id uuid NOT NULL,
  audit_id uuid NOT NULL,
  CONSTRAINT audit_unsealed_pkey PRIMARY KEY (organization_id, audit_id)
);
ALTER TABLE stepwell.audit_unsealed ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.audit_unsealed AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.audit_unsealed TO stepwell_app;
COMMENT ON TABLE stepwell.audit_unsealed IS 'Events that wait for the sealer. A queue besides the events: only committed rows are seen, and no event is ever updated.';

CREATE TABLE stepwell.idempotency_key (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  request_hash bytea NOT NULL,
  status integer,
  response jsonb,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT idempotency_key_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
CREATE INDEX idempotency_key_created_at ON stepwell.idempotency_key USING btree (organization_id, created_at);
ALTER TABLE stepwell.idempotency_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.idempotency_key AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.idempotency_key TO stepwell_app;

CREATE TABLE stepwell.organization (
  organization_id uuid NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  npi text,
  tax_id text,
  phone text,
  crisis_phone text,
  patient_word text DEFAULT 'patient'::text NOT NULL,
  zone text NOT NULL,
  is_listed boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT organization_pkey PRIMARY KEY (organization_id),
  CONSTRAINT organization_slug_unique UNIQUE (slug),
  CONSTRAINT organization_crisis_phone_shape CHECK ((crisis_phone ~ '^[2-9][0-9]{9}$'::text)),
  CONSTRAINT organization_npi_shape CHECK ((npi ~ '^[12][0-9]{9}$'::text)),
  CONSTRAINT organization_patient_word_known CHECK ((patient_word = ANY (ARRAY['patient'::text, 'client'::text, 'member'::text, 'participant'::text]))),
  CONSTRAINT organization_phone_shape CHECK ((phone ~ '^[2-9][0-9]{9}$'::text)),
  CONSTRAINT organization_slug_shape CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  CONSTRAINT organization_tax_id_shape CHECK ((tax_id ~ '^[0-9]{9}$'::text))
);
ALTER TABLE stepwell.organization ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.organization AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.organization TO stepwell_app;

CREATE TABLE stepwell.outbox (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  record_id uuid,
  payload jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  attempted_at timestamp with time zone,
  next_attempt_at timestamp with time zone,
  delivered_at timestamp with time zone,
  failed_at timestamp with time zone,
  last_problem text,
  CONSTRAINT outbox_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT outbox_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
CREATE INDEX outbox_created_at ON stepwell.outbox USING btree (organization_id, created_at, id);
CREATE INDEX outbox_waiting ON stepwell.outbox USING btree (organization_id, created_at) WHERE (delivered_at IS NULL);
ALTER TABLE stepwell.outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.outbox AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.outbox TO stepwell_app;
COMMENT ON TABLE stepwell.outbox IS 'Facts and errands of an organization. Ids and codes only, never a text about a person.';

CREATE TABLE stepwell.revision (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  record_kind text NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  account_id uuid,
  actor_name text NOT NULL,
  verb text NOT NULL,
  reason text,
  changes jsonb NOT NULL,
  CONSTRAINT revision_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT revision_version_unique UNIQUE (organization_id, record_kind, record_id, version),
  CONSTRAINT revision_version_positive CHECK ((version > 0)),
  CONSTRAINT revision_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
ALTER TABLE stepwell.revision ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.revision AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.revision TO stepwell_app;
COMMENT ON TABLE stepwell.revision IS 'Every version of every record: who, when, what field from what to what.';

CREATE TABLE stepwell.room (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  site_id uuid NOT NULL,
  name text NOT NULL,
  seats integer NOT NULL,
  has_video boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT room_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT room_seats_positive CHECK (((seats >= 1) AND (seats <= 500))),
  CONSTRAINT room_site FOREIGN KEY (organization_id, site_id) REFERENCES stepwell.site(organization_id, id)
);
CREATE UNIQUE INDEX room_name_unique ON stepwell.room USING btree (organization_id, site_id, lower(name)) WHERE (retired_at IS NULL);
CREATE INDEX room_site ON stepwell.room USING btree (organization_id, site_id);
ALTER TABLE stepwell.room ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.room AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.room TO stepwell_app;

CREATE TABLE stepwell.site (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  zone text NOT NULL,
  npi text,
  street text NOT NULL,
  unit text,
  city text NOT NULL,
  state text NOT NULL,
  postal_code text NOT NULL,
  phone text,
  crisis_phone text,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT site_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT site_crisis_phone_shape CHECK ((crisis_phone ~ '^[2-9][0-9]{9}$'::text)),
  CONSTRAINT site_npi_shape CHECK ((npi ~ '^[12][0-9]{9}$'::text)),
  CONSTRAINT site_phone_shape CHECK ((phone ~ '^[2-9][0-9]{9}$'::text)),
  CONSTRAINT site_postal_code_shape CHECK ((postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'::text)),
  CONSTRAINT site_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
CREATE UNIQUE INDEX site_name_unique ON stepwell.site USING btree (organization_id, lower(name)) WHERE (retired_at IS NULL);
ALTER TABLE stepwell.site ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.site AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.site TO stepwell_app;

CREATE TABLE stepwell.staff (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  credentials_shown text,
  "position" text NOT NULL,
  email text,
  phone text,
  npi text,
  home_site_id uuid,
  supervisor_id uuid,
  started_on date,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  sort_name text GENERATED ALWAYS AS (stepwell.folded(((family_name || ', '::text) || given_name))) STORED NOT NULL,
  given_sort_name text GENERATED ALWAYS AS (stepwell.folded(((given_name || ' '::text) || family_name))) STORED NOT NULL,
  CONSTRAINT staff_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT staff_not_own_supervisor CHECK ((supervisor_id <> id)),
  CONSTRAINT staff_npi_shape CHECK ((npi ~ '^[12][0-9]{9}$'::text)),
  CONSTRAINT staff_phone_shape CHECK ((phone ~ '^[2-9][0-9]{9}$'::text)),
  CONSTRAINT staff_home_site FOREIGN KEY (organization_id, home_site_id) REFERENCES stepwell.site(organization_id, id),
  CONSTRAINT staff_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id),
  CONSTRAINT staff_supervisor FOREIGN KEY (organization_id, supervisor_id) REFERENCES stepwell.staff(organization_id, id)
);
CREATE UNIQUE INDEX staff_email_unique ON stepwell.staff USING btree (organization_id, email) WHERE (retired_at IS NULL);
CREATE INDEX staff_given_sort_name ON stepwell.staff USING btree (organization_id, given_sort_name text_pattern_ops);
CREATE INDEX staff_home_site ON stepwell.staff USING btree (organization_id, home_site_id);
CREATE UNIQUE INDEX staff_npi_unique ON stepwell.staff USING btree (organization_id, npi) WHERE (retired_at IS NULL);
CREATE INDEX staff_sort_name ON stepwell.staff USING btree (organization_id, sort_name text_pattern_ops, id);
CREATE INDEX staff_supervisor ON stepwell.staff USING btree (organization_id, supervisor_id);
ALTER TABLE stepwell.staff ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.staff AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.staff TO stepwell_app;

CREATE TABLE stepwell.staff_credential (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  kind text NOT NULL,
  code text NOT NULL,
  state text,
  number text,
  issued_on date,
  expires_on date,
  needs_supervision boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT staff_credential_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT staff_credential_dates_in_order CHECK ((expires_on >= issued_on)),
  CONSTRAINT staff_credential_kind_known CHECK ((kind = ANY (ARRAY['license'::text, 'certification'::text, 'registration'::text, 'dea'::text, 'training'::text]))),
  CONSTRAINT staff_credential_staff FOREIGN KEY (organization_id, staff_id) REFERENCES stepwell.staff(organization_id, id)
);
CREATE INDEX staff_credential_expires_on ON stepwell.staff_credential USING btree (organization_id, expires_on, id) WHERE (retired_at IS NULL);
CREATE INDEX staff_credential_staff ON stepwell.staff_credential USING btree (organization_id, staff_id);
ALTER TABLE stepwell.staff_credential ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.staff_credential AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.staff_credential TO stepwell_app;

CREATE OR REPLACE FUNCTION global.enter(wanted_token bytea, at timestamp with time zone, idle interval, OUT session_id uuid, OUT account_id uuid, OUT account_name text, OUT account_email text, OUT locale text, OUT organization_id uuid, OUT organization_name text, OUT organization_zone text, OUT patient_word text, OUT staff_id uuid, OUT roles text[], OUT signing_until timestamp with time zone, OUT expires_at timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION stepwell.affiliations_of(wanted_account uuid)
 RETURNS TABLE(organization_id uuid, organization_name text, roles text[], accepted_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT a.organization_id,
     o.name,
     a.roles,
     a.accepted_at
    FROM (stepwell.affiliation a
      JOIN stepwell.organization o ON ((o.organization_id = a.organization_id)))
   WHERE ((a.account_id = affiliations_of.wanted_account) AND (a.ended_at IS NULL))
   ORDER BY o.name;
END;

CREATE OR REPLACE FUNCTION stepwell.announce(record_kind text, record_id uuid)
 RETURNS void
 LANGUAGE sql
RETURN pg_notify('stepwell'::text, (((((stepwell.current_organization())::text || ' '::text) || record_kind) || ' '::text) || (record_id)::text));

CREATE OR REPLACE FUNCTION stepwell.audit_text(event stepwell.audit_event)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET "TimeZone" TO 'UTC'
RETURN concat_ws(''::text, (event).organization_id, (event).id, to_char((event).at, 'YYYY-MM-DD"T"HH24:MI:SS.US'::text), (event).outcome, (event).verb, (event).purpose, (event).actor_kind, COALESCE(((event).account_id)::text, '-'::text), (event).actor_name, COALESCE(((event).session_id)::text, '-'::text), (event).request_id, COALESCE((event).address, '-'::text), COALESCE((event).record_kind, '-'::text), COALESCE(((event).record_id)::text, '-'::text), ((event).details)::text, (SELECT COALESCE(string_agg((s.patient_id)::text, ','::text ORDER BY s.patient_id), '-'::text) AS "coalesce" FROM stepwell.audit_subject s WHERE ((s.organization_id = (audit_text.event).organization_id) AND (s.audit_id = (audit_text.event).id))));

CREATE OR REPLACE FUNCTION stepwell.current_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.account_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION stepwell.current_organization()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION stepwell.enqueue_delivery(errand uuid, due timestamp with time zone, most_attempts integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from stepwell.outbox o
                  where o.organization_id = stepwell.current_organization() and o.id = errand) then
    raise exception 'no such errand in this organization';
  end if;
  perform graphile_worker.add_job(
    identifier => 'deliver',
    payload => json_build_object('organizationId', stepwell.current_organization(), 'outboxId', errand),
    run_at => due, max_attempts => most_attempts, job_key => errand::text);
end $function$;

CREATE OR REPLACE FUNCTION stepwell.folded(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(regexp_replace(NORMALIZE(name, NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text));

CREATE OR REPLACE FUNCTION stepwell.listed_organization(wanted_slug text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT organization.organization_id
    FROM stepwell.organization
   WHERE ((organization.slug = listed_organization.wanted_slug) AND organization.is_listed);
END;

CREATE OR REPLACE FUNCTION stepwell.listed_organization_ids()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT organization.organization_id
    FROM stepwell.organization
   WHERE organization.is_listed;
END;

CREATE OR REPLACE FUNCTION stepwell.organization_ids()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT organization.organization_id
    FROM stepwell.organization;
END;

CREATE OR REPLACE FUNCTION stepwell.organizations_to_seal()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT o.organization_id
    FROM stepwell.organization o
   WHERE (EXISTS ( SELECT 1
            FROM stepwell.audit_unsealed u
           WHERE (u.organization_id = o.organization_id)));
END;

CREATE OR REPLACE FUNCTION stepwell.protect(tables regclass[], privileges text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  one regclass;
begin
  foreach one in array tables loop
    execute format('alter table %s enable row level security', one);
    execute format(
      'create policy organization on %s using (organization_id = (select stepwell.current_organization())) with check (organization_id = (select stepwell.current_organization()))',
      one);
    execute format('grant %s on %s to stepwell_app', privileges, one);
  end loop;
end $function$;
REVOKE ALL ON FUNCTION stepwell.protect(regclass[],text) FROM PUBLIC;
COMMENT ON FUNCTION stepwell.protect(pg_catalog.regclass[],pg_catalog.text) IS 'For migrations: row-level security by organization, and the privileges of the application.';

CREATE OR REPLACE FUNCTION stepwell.seal_audit(wanted_organization uuid, seal_id uuid, sealed timestamp with time zone, most integer, OUT number bigint, OUT hash bytea, OUT events integer)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  ids uuid[];
  digests bytea[];
  previous bytea;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('seal ' || wanted_organization::text, 0)) then
    return;
  end if;
  with taken as (
    delete from stepwell.audit_unsealed u
     where u.organization_id = wanted_organization
       and u.audit_id in (select w.audit_id from stepwell.audit_unsealed w
                           where w.organization_id = wanted_organization order by w.audit_id limit most)
    returning u.audit_id
  )
  select array_agg(e.id order by e.id),
         array_agg(sha256(convert_to(stepwell.audit_text(e), 'UTF8')) order by e.id)
    into ids, digests
    from taken t join stepwell.audit_event e on e.organization_id = wanted_organization and e.id = t.audit_id;
  if ids is null then
    return;
  end if;
  select s.number, s.hash into number, previous from stepwell.audit_seal s
   where s.organization_id = wanted_organization order by s.number desc limit 1;
  number := coalesce(number, 0) + 1;
  previous := coalesce(previous, '\x'::bytea);
  events := cardinality(ids);
  hash := sha256(convert_to(number::text, 'UTF8') || previous
    || (select string_agg(uuid_send(i.id) || i.digest, ''::bytea order by i.place)
          from unnest(ids, digests) with ordinality as i(id, digest, place)));
  insert into stepwell.audit_seal (organization_id, id, number, sealed_at, audit_ids, digests, previous_hash, hash)
  values (wanted_organization, seal_id, number, sealed, ids, digests, previous, hash);
end $function$;

CREATE OR REPLACE FUNCTION stepwell.write_audit(rows json)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  with event as materialized (
    select * from json_to_recordset(rows) as r(organization_id uuid, id uuid, at timestamptz, outcome text, verb text,
           purpose text, actor_kind text, account_id uuid, actor_name text, session_id uuid, request_id uuid,
           address text, record_kind text, record_id uuid, details jsonb, subjects uuid[])
  ), written as (
    insert into stepwell.audit_event
      (organization_id, id, at, outcome, verb, purpose, actor_kind, account_id, actor_name, session_id, request_id,
       address, record_kind, record_id, details)
    select organization_id, id, at, outcome, verb, purpose, actor_kind, account_id, actor_name, session_id, request_id,
           address, record_kind, record_id, coalesce(details, '{}') from event
  ), touched as (
    insert into stepwell.audit_subject (organization_id, audit_id, patient_id, at)
    select e.organization_id, e.id, s.patient_id, e.at
      from event e cross join lateral (select distinct x from unnest(e.subjects) as x) as s(patient_id)
  )
  insert into stepwell.audit_unsealed (organization_id, audit_id) select organization_id, id from event;
end $function$;
