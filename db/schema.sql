-- The migrated database, printed from its catalogue: what a migration changes shows here.
-- Written by `node bin/db.ts update`; nobody edits it. Owners and the job queue's own schema are left out.

CREATE EXTENSION btree_gist WITH SCHEMA public;

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
  side text DEFAULT 'staff'::text NOT NULL,
  CONSTRAINT login_session_pkey PRIMARY KEY (id),
  CONSTRAINT login_session_token_hash_unique UNIQUE (token_hash),
  CONSTRAINT login_session_side_known CHECK ((side = ANY (ARRAY['staff'::text, 'care'::text]))),
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

CREATE TABLE global.sign_in_code (
  account_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  wrong_tries integer DEFAULT 0 NOT NULL,
  CONSTRAINT sign_in_code_pkey PRIMARY KEY (account_id),
  CONSTRAINT sign_in_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES global.account(id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE global.sign_in_code TO stepwell_app;
COMMENT ON TABLE global.sign_in_code IS 'Six digits sent by letter to a patient; one at a time, ten minutes, five tries.';

CREATE TABLE global.sign_in_pause (
  key_hash bytea NOT NULL,
  failures integer NOT NULL,
  last_failure_at timestamp with time zone NOT NULL,
  paused_until timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_pause_pkey PRIMARY KEY (key_hash)
);
CREATE INDEX sign_in_pause_last_failure_at ON global.sign_in_pause USING btree (last_failure_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE global.sign_in_pause TO stepwell_app;

CREATE TABLE global.vault_key (
  account_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  secret bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT vault_key_pkey PRIMARY KEY (account_id, organization_id),
  CONSTRAINT vault_key_length CHECK ((octet_length(secret) = 32)),
  CONSTRAINT vault_key_account_id_fkey FOREIGN KEY (account_id) REFERENCES global.account(id)
);
GRANT SELECT, INSERT ON TABLE global.vault_key TO stepwell_app;

CREATE TABLE stepwell."authorization" (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  coverage_id uuid NOT NULL,
  number text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  units integer NOT NULL,
  unit text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT authorization_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT authorization_dates_in_order CHECK ((ends_on >= starts_on)),
  CONSTRAINT authorization_unit_known CHECK ((unit = ANY (ARRAY['days'::text, 'hours'::text, 'sessions'::text, 'units'::text]))),
  CONSTRAINT authorization_units_positive CHECK ((units > 0)),
  CONSTRAINT authorization_coverage FOREIGN KEY (organization_id, coverage_id) REFERENCES stepwell.coverage(organization_id, id),
  CONSTRAINT authorization_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id)
);
CREATE INDEX authorization_enrollment ON stepwell."authorization" USING btree (organization_id, enrollment_id);
CREATE INDEX authorization_patient ON stepwell."authorization" USING btree (organization_id, patient_id);
ALTER TABLE stepwell."authorization" ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell."authorization" AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell."authorization" TO stepwell_app;

CREATE TABLE stepwell.acknowledgment (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_file_id uuid NOT NULL,
  kind text NOT NULL,
  stage smallint NOT NULL,
  verdict text NOT NULL,
  notes jsonb NOT NULL,
  faults jsonb DEFAULT '[]'::jsonb NOT NULL,
  rejected_claims integer NOT NULL,
  name text,
  content_sha256 bytea,
  reason text,
  received_at timestamp with time zone NOT NULL,
  account_id uuid,
  actor_name text NOT NULL,
  said_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT acknowledgment_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT acknowledgment_once UNIQUE (organization_id, claim_file_id, content_sha256),
  CONSTRAINT acknowledgment_kind_known CHECK ((kind = ANY (ARRAY['TA1'::text, '999'::text, '997'::text, 'noted'::text]))),
  CONSTRAINT acknowledgment_noted_or_received CHECK ((((kind = 'noted'::text) = (reason IS NOT NULL)) AND ((kind = 'noted'::text) = (content_sha256 IS NULL)) AND ((kind = 'noted'::text) = (name IS NULL)))),
  CONSTRAINT acknowledgment_stage_of_kind CHECK ((stage =
CASE
    WHEN (kind = 'TA1'::text) THEN 1
    ELSE 2
END)),
  CONSTRAINT acknowledgment_verdict_known CHECK ((verdict = ANY (ARRAY['accepted'::text, 'accepted-with-errors'::text, 'partly-accepted'::text, 'rejected'::text, 'unknown'::text]))),
  CONSTRAINT acknowledgment_file FOREIGN KEY (organization_id, claim_file_id) REFERENCES stepwell.claim_file(organization_id, id)
);
CREATE INDEX acknowledgment_said ON stepwell.acknowledgment USING btree (organization_id, claim_file_id, stage DESC, said_at DESC, id DESC);
ALTER TABLE stepwell.acknowledgment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.acknowledgment AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.acknowledgment TO stepwell_app;
COMMENT ON TABLE stepwell.acknowledgment IS 'What a receiver said of a claim file. Of several the one of the highest stage decides, of those the one said last, and of those the one taken in last.';
COMMENT ON COLUMN stepwell.acknowledgment.kind IS 'noted: somebody read or heard it elsewhere, such as in a portal, and says so with a reason.';
COMMENT ON COLUMN stepwell.acknowledgment.stage IS '1: of the envelope; 2: of what is in it.';
COMMENT ON COLUMN stepwell.acknowledgment.faults IS 'AcknowledgmentFault: what is wrong and of no single claim. What is wrong with a claim stands with it.';
COMMENT ON COLUMN stepwell.acknowledgment.said_at IS 'When the receiver said it, as its answer writes it, read on the wall of the organization; when it was taken in where that is not known. Of what was noted, the day.';

CREATE TABLE stepwell.activity_type (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  format text NOT NULL,
  modality text NOT NULL,
  counts_toward_hours boolean NOT NULL,
  minutes_to_count integer DEFAULT 0 NOT NULL,
  needs_licensed_lead boolean DEFAULT false NOT NULL,
  serves_per_diem boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  people_per_facilitator integer,
  CONSTRAINT activity_type_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT activity_type_format_known CHECK ((format = ANY (ARRAY['group'::text, 'individual'::text, 'family'::text, 'multifamily'::text, 'medication'::text, 'assessment'::text, 'case-management'::text]))),
  CONSTRAINT activity_type_minutes_to_count_in_range CHECK (((minutes_to_count >= 0) AND (minutes_to_count <= 600))),
  CONSTRAINT activity_type_people_per_facilitator_in_range CHECK (((people_per_facilitator >= 1) AND (people_per_facilitator <= 100))),
  CONSTRAINT activity_type_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
CREATE UNIQUE INDEX activity_type_name_unique ON stepwell.activity_type USING btree (organization_id, lower(name)) WHERE (retired_at IS NULL);
ALTER TABLE stepwell.activity_type ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.activity_type AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.activity_type TO stepwell_app;
COMMENT ON COLUMN stepwell.activity_type.people_per_facilitator IS 'People for each who leads or helps to lead, at most; null where nothing is said of it. It only tells.';

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
  patient_id uuid,
  side text GENERATED ALWAYS AS (
CASE
    WHEN (roles <@ ARRAY['patient'::text, 'family'::text]) THEN 'care'::text
    ELSE 'staff'::text
END) STORED NOT NULL,
  CONSTRAINT affiliation_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT affiliation_account_unique UNIQUE (organization_id, account_id, side),
  CONSTRAINT affiliation_roles_some CHECK ((cardinality(roles) > 0)),
  CONSTRAINT affiliation_account_id_fkey FOREIGN KEY (account_id) REFERENCES global.account(id),
  CONSTRAINT affiliation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id),
  CONSTRAINT affiliation_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id),
  CONSTRAINT affiliation_staff FOREIGN KEY (organization_id, staff_id) REFERENCES stepwell.staff(organization_id, id)
);
CREATE INDEX affiliation_account ON stepwell.affiliation USING btree (account_id);
CREATE UNIQUE INDEX affiliation_patient_once ON stepwell.affiliation USING btree (organization_id, patient_id) WHERE (ended_at IS NULL);
CREATE INDEX affiliation_staff ON stepwell.affiliation USING btree (organization_id, staff_id);
ALTER TABLE stepwell.affiliation ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.affiliation AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.affiliation TO stepwell_app;
COMMENT ON TABLE stepwell.affiliation IS 'The place of an account in an organization, and its roles there.';

CREATE TABLE stepwell.attendance (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  membership_id uuid,
  kind text NOT NULL,
  status text NOT NULL,
  reason text,
  mode text,
  service_date date NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  first_in_at timestamp with time zone,
  last_out_at timestamp with time zone,
  scheduled_minutes integer NOT NULL,
  delivered_minutes integer NOT NULL,
  credited_minutes integer NOT NULL,
  attendance_rule_id uuid NOT NULL,
  label text NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  makes_up_for uuid,
  is_over_limit boolean DEFAULT false NOT NULL,
  CONSTRAINT attendance_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT attendance_once UNIQUE (organization_id, session_id, patient_id),
  CONSTRAINT attendance_whose UNIQUE (organization_id, id, session_id, enrollment_id, patient_id),
  CONSTRAINT attendance_kind_known CHECK ((kind = ANY (ARRAY['member'::text, 'guest'::text, 'make-up'::text, 'individual'::text]))),
  CONSTRAINT attendance_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT attendance_makes_up CHECK (((makes_up_for IS NULL) OR (kind = 'make-up'::text))),
  CONSTRAINT attendance_minutes_in_order CHECK (((0 <= credited_minutes) AND (credited_minutes <= delivered_minutes))),
  CONSTRAINT attendance_status_known CHECK ((status = ANY (ARRAY['expected'::text, 'present'::text, 'late'::text, 'left-early'::text, 'partial'::text, 'excused'::text, 'absent'::text, 'cancelled'::text]))),
  CONSTRAINT attendance_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id),
  CONSTRAINT attendance_makes_up_for FOREIGN KEY (organization_id, makes_up_for) REFERENCES stepwell.attendance(organization_id, id),
  CONSTRAINT attendance_membership FOREIGN KEY (organization_id, membership_id) REFERENCES stepwell.membership(organization_id, id),
  CONSTRAINT attendance_rule FOREIGN KEY (organization_id, attendance_rule_id) REFERENCES stepwell.attendance_rule(organization_id, id),
  CONSTRAINT attendance_session FOREIGN KEY (organization_id, session_id) REFERENCES stepwell.session(organization_id, id)
);
CREATE INDEX attendance_enrollment ON stepwell.attendance USING btree (organization_id, enrollment_id, service_date);
CREATE UNIQUE INDEX attendance_made_up_once ON stepwell.attendance USING btree (organization_id, makes_up_for) WHERE (makes_up_for IS NOT NULL);
CREATE INDEX attendance_patient ON stepwell.attendance USING btree (organization_id, patient_id, service_date);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.attendance FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.attendance ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.attendance AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.attendance TO stepwell_app;
COMMENT ON COLUMN stepwell.attendance.is_over_limit IS 'A make-up beyond those that the hour rule counts in its week: its minutes were delivered and are not credited.';

CREATE TABLE stepwell.attendance_event (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  patient_id uuid,
  kind text NOT NULL,
  mode text,
  reason text,
  why text,
  occurred_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL,
  source text NOT NULL,
  device text,
  corrects_id uuid,
  account_id uuid,
  actor_name text NOT NULL,
  heard_at timestamp with time zone,
  CONSTRAINT attendance_event_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT attendance_event_kind_known CHECK ((kind = ANY (ARRAY['start'::text, 'end'::text, 'break-start'::text, 'break-end'::text, 'arrive'::text, 'leave'::text, 'absent'::text, 'expected'::text, 'mode'::text, 'failure-start'::text, 'failure-end'::text, 'pulled-out'::text, 'returned'::text, 'strike'::text]))),
  CONSTRAINT attendance_event_mode_known CHECK ((mode = ANY (ARRAY['room'::text, 'video'::text, 'phone'::text]))),
  CONSTRAINT attendance_event_of_somebody CHECK ((((patient_id IS NULL) = (kind = ANY (ARRAY['start'::text, 'end'::text, 'break-start'::text, 'break-end'::text]))) OR (kind = 'strike'::text))),
  CONSTRAINT attendance_event_corrects FOREIGN KEY (organization_id, corrects_id) REFERENCES stepwell.attendance_event(organization_id, id),
  CONSTRAINT attendance_event_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id),
  CONSTRAINT attendance_event_session FOREIGN KEY (organization_id, session_id) REFERENCES stepwell.session(organization_id, id)
);
CREATE INDEX attendance_event_session ON stepwell.attendance_event USING btree (organization_id, session_id, occurred_at, id);
ALTER TABLE stepwell.attendance_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.attendance_event AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.attendance_event TO stepwell_app;
COMMENT ON TABLE stepwell.attendance_event IS 'Append only. A mistake is struck by another event that says why (kind strike, corrects_id), never removed.';
COMMENT ON COLUMN stepwell.attendance_event.why IS 'What a corrector wrote afterwards; reason is a code.';
COMMENT ON COLUMN stepwell.attendance_event.device IS 'The name a device gives itself. Two entries of one name know of each other.';
COMMENT ON COLUMN stepwell.attendance_event.heard_at IS 'received_at of the newest entry of this session the device had heard of when it recorded; null: it was not cut off.';

CREATE TABLE stepwell.attendance_rule (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  grace_minutes integer NOT NULL,
  breaks_count boolean NOT NULL,
  minimum_minutes integer NOT NULL,
  source text NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  published_at timestamp with time zone NOT NULL,
  CONSTRAINT attendance_rule_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT attendance_rule_dates_in_order CHECK ((effective_to >= (effective_from - 1))),
  CONSTRAINT attendance_rule_grace_in_range CHECK (((grace_minutes >= 0) AND (grace_minutes <= 60))),
  CONSTRAINT attendance_rule_minimum_in_range CHECK (((minimum_minutes >= 0) AND (minimum_minutes <= 600))),
  CONSTRAINT attendance_rule_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
CREATE INDEX attendance_rule_effective_from ON stepwell.attendance_rule USING btree (organization_id, effective_from);
ALTER TABLE stepwell.attendance_rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.attendance_rule AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE (effective_to) ON TABLE stepwell.attendance_rule TO stepwell_app;

CREATE TABLE stepwell.attendance_segment (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  attendance_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  mode text NOT NULL,
  is_credited boolean NOT NULL,
  not_credited_because text,
  CONSTRAINT attendance_segment_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT attendance_segment_once EXCLUDE USING gist (organization_id WITH =, patient_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (is_credited) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT attendance_segment_times_in_order CHECK ((ends_at > starts_at)),
  CONSTRAINT attendance_segment_attendance FOREIGN KEY (organization_id, attendance_id) REFERENCES stepwell.attendance(organization_id, id)
);
CREATE INDEX attendance_segment_attendance ON stepwell.attendance_segment USING btree (organization_id, attendance_id);
ALTER TABLE stepwell.attendance_segment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.attendance_segment AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.attendance_segment TO stepwell_app;

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

CREATE TABLE stepwell.billing_provider (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  site_id uuid,
  name text NOT NULL,
  npi text NOT NULL,
  taxonomy text NOT NULL,
  tax_id_kind text NOT NULL,
  tax_id text NOT NULL,
  street text NOT NULL,
  unit text,
  city text NOT NULL,
  state text NOT NULL,
  postal_code text NOT NULL,
  phone text NOT NULL,
  contact_name text NOT NULL,
  submitter_id text NOT NULL,
  receiver_name text NOT NULL,
  receiver_id text NOT NULL,
  usage text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT billing_provider_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT billing_provider_once UNIQUE NULLS NOT DISTINCT (organization_id, site_id),
  CONSTRAINT billing_provider_npi_shape CHECK ((npi ~ '^[12][0-9]{9}$'::text)),
  CONSTRAINT billing_provider_phone_shape CHECK ((phone ~ '^[2-9][0-9]{9}$'::text)),
  CONSTRAINT billing_provider_postal_code_shape CHECK ((postal_code ~ '^[0-9]{5}-[0-9]{4}$'::text)),
  CONSTRAINT billing_provider_tax_id_shape CHECK (((tax_id_kind = ANY (ARRAY['ein'::text, 'ssn'::text])) AND (tax_id ~ '^[0-9]{9}$'::text))),
  CONSTRAINT billing_provider_taxonomy_shape CHECK ((taxonomy ~ '^[0-9A-Z]{9}X$'::text)),
  CONSTRAINT billing_provider_usage_known CHECK ((usage = ANY (ARRAY['T'::text, 'P'::text]))),
  CONSTRAINT billing_provider_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id),
  CONSTRAINT billing_provider_site FOREIGN KEY (organization_id, site_id) REFERENCES stepwell.site(organization_id, id)
);
ALTER TABLE stepwell.billing_provider ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.billing_provider AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.billing_provider TO stepwell_app;

CREATE TABLE stepwell.charge_line (
  organization_id uuid NOT NULL,
  day_charge_id uuid NOT NULL,
  key text NOT NULL,
  "position" integer NOT NULL,
  basis text NOT NULL,
  service text,
  procedure text,
  modifiers text[] NOT NULL,
  revenue_code text,
  unit text NOT NULL,
  units integer NOT NULL,
  price_cents integer,
  charge_cents integer,
  minutes integer NOT NULL,
  is_telehealth boolean NOT NULL,
  sessions jsonb NOT NULL,
  rule jsonb NOT NULL,
  CONSTRAINT charge_line_pkey PRIMARY KEY (organization_id, day_charge_id, key),
  CONSTRAINT charge_line_basis_known CHECK ((basis = ANY (ARRAY['per-diem'::text, 'component'::text, 'carved-out'::text, 'per-service'::text]))),
  CONSTRAINT charge_line_modifiers_at_most CHECK ((cardinality(modifiers) <= 4)),
  CONSTRAINT charge_line_priced CHECK ((charge_cents = (price_cents * units))),
  CONSTRAINT charge_line_units_positive CHECK ((units >= 1)),
  CONSTRAINT charge_line_day FOREIGN KEY (organization_id, day_charge_id) REFERENCES stepwell.day_charge(organization_id, id)
);
ALTER TABLE stepwell.charge_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.charge_line AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.charge_line TO stepwell_app;

CREATE TABLE stepwell.claim (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  control text NOT NULL,
  patient_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  coverage_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  contract_version_id uuid NOT NULL,
  form text NOT NULL,
  frequency text NOT NULL,
  replaces_claim_id uuid,
  payer_claim_control text,
  is_test boolean NOT NULL,
  from_date date NOT NULL,
  through_date date NOT NULL,
  line_count integer NOT NULL,
  total_cents bigint NOT NULL,
  snapshot jsonb NOT NULL,
  snapshot_sha256 bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  label text NOT NULL,
  state text NOT NULL,
  findings jsonb DEFAULT '[]'::jsonb NOT NULL,
  claim_file_id uuid,
  version integer DEFAULT 1 NOT NULL,
  has_other_payer boolean DEFAULT false NOT NULL,
  replaced_days jsonb,
  CONSTRAINT claim_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT claim_control_unique UNIQUE (organization_id, control),
  CONSTRAINT claim_control_shape CHECK ((control ~ '^[A-Z0-9]{1,20}$'::text)),
  CONSTRAINT claim_dates_in_order CHECK ((through_date >= from_date)),
  CONSTRAINT claim_exported_in_file CHECK (((state = 'exported'::text) = (claim_file_id IS NOT NULL))),
  CONSTRAINT claim_form_known CHECK ((form = ANY (ARRAY['professional'::text, 'institutional'::text]))),
  CONSTRAINT claim_frequency_known CHECK ((frequency = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '7'::text, '8'::text]))),
  CONSTRAINT claim_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT claim_payer_number_known CHECK (((frequency <> ALL (ARRAY['7'::text, '8'::text])) OR (payer_claim_control IS NOT NULL))),
  CONSTRAINT claim_state_known CHECK ((state = ANY (ARRAY['built'::text, 'scrubbed'::text, 'ready'::text, 'exported'::text, 'withdrawn'::text]))),
  CONSTRAINT claim_contract_version FOREIGN KEY (organization_id, contract_version_id) REFERENCES stepwell.contract_version(organization_id, id),
  CONSTRAINT claim_coverage FOREIGN KEY (organization_id, coverage_id) REFERENCES stepwell.coverage(organization_id, id),
  CONSTRAINT claim_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id),
  CONSTRAINT claim_file_of FOREIGN KEY (organization_id, claim_file_id) REFERENCES stepwell.claim_file(organization_id, id),
  CONSTRAINT claim_payer FOREIGN KEY (organization_id, payer_id) REFERENCES stepwell.payer(organization_id, id),
  CONSTRAINT claim_replaces FOREIGN KEY (organization_id, replaces_claim_id) REFERENCES stepwell.claim(organization_id, id)
);
CREATE INDEX claim_by_control ON stepwell.claim USING btree (organization_id, control text_pattern_ops);
CREATE INDEX claim_by_last_day ON stepwell.claim USING btree (organization_id, lpad(((through_date - '1900-01-01'::date))::text, 6, '0'::text) text_pattern_ops, id);
CREATE INDEX claim_by_payer_number ON stepwell.claim USING btree (organization_id, upper(payer_claim_control) text_pattern_ops) WHERE (payer_claim_control IS NOT NULL);
CREATE INDEX claim_enrollment ON stepwell.claim USING btree (organization_id, enrollment_id, coverage_id, from_date);
CREATE INDEX claim_file_of ON stepwell.claim USING btree (organization_id, claim_file_id) WHERE (claim_file_id IS NOT NULL);
CREATE INDEX claim_other_payer ON stepwell.claim USING btree (organization_id, id) WHERE (has_other_payer AND (state = 'exported'::text));
CREATE INDEX claim_patient ON stepwell.claim USING btree (organization_id, patient_id, from_date);
CREATE UNIQUE INDEX claim_replaced_once ON stepwell.claim USING btree (organization_id, replaces_claim_id) WHERE (state <> 'withdrawn'::text);
CREATE INDEX claim_through_date ON stepwell.claim USING btree (organization_id, through_date, id);
CREATE INDEX claim_waiting ON stepwell.claim USING btree (organization_id, state, through_date) WHERE (state = ANY (ARRAY['built'::text, 'scrubbed'::text, 'ready'::text]));
ALTER TABLE stepwell.claim ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.claim AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE (claim_file_id), UPDATE (findings), UPDATE (state), UPDATE (version) ON TABLE stepwell.claim TO stepwell_app;
COMMENT ON COLUMN stepwell.claim.snapshot IS 'ClaimSnapshot: everything the file needs, as it was when the claim was built.';
COMMENT ON COLUMN stepwell.claim.replaced_days IS 'The days of the claim whose place this one takes, with their lines, as they stood in it; null where it takes no place.';

CREATE TABLE stepwell.claim_acknowledgment (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  acknowledgment_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  verdict text NOT NULL,
  faults jsonb DEFAULT '[]'::jsonb NOT NULL,
  label text NOT NULL,
  CONSTRAINT claim_acknowledgment_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT claim_acknowledgment_once UNIQUE (organization_id, acknowledgment_id, claim_id),
  CONSTRAINT claim_acknowledgment_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT claim_acknowledgment_verdict_known CHECK ((verdict = ANY (ARRAY['accepted-with-errors'::text, 'rejected'::text]))),
  CONSTRAINT claim_acknowledgment_claim FOREIGN KEY (organization_id, claim_id) REFERENCES stepwell.claim(organization_id, id),
  CONSTRAINT claim_acknowledgment_of FOREIGN KEY (organization_id, acknowledgment_id) REFERENCES stepwell.acknowledgment(organization_id, id),
  CONSTRAINT claim_acknowledgment_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id)
);
CREATE INDEX claim_acknowledgment_claim ON stepwell.claim_acknowledgment USING btree (organization_id, claim_id);
CREATE INDEX claim_acknowledgment_patient ON stepwell.claim_acknowledgment USING btree (organization_id, patient_id);
CREATE INDEX claim_acknowledgment_rejected ON stepwell.claim_acknowledgment USING btree (organization_id, acknowledgment_id) WHERE (verdict = 'rejected'::text);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.claim_acknowledgment FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.claim_acknowledgment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.claim_acknowledgment AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.claim_acknowledgment TO stepwell_app;
COMMENT ON TABLE stepwell.claim_acknowledgment IS 'What an answer says of one claim: that it was rejected unread, or what was noted about it.';

CREATE TABLE stepwell.claim_counter (
  organization_id uuid NOT NULL,
  last_claim bigint DEFAULT 0 NOT NULL,
  last_interchange bigint DEFAULT 0 NOT NULL,
  CONSTRAINT claim_counter_pkey PRIMARY KEY (organization_id),
  CONSTRAINT claim_counter_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
ALTER TABLE stepwell.claim_counter ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.claim_counter AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.claim_counter TO stepwell_app;

CREATE TABLE stepwell.claim_file (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  form text NOT NULL,
  guide text NOT NULL,
  payer_id uuid NOT NULL,
  is_test boolean NOT NULL,
  interchange_control text NOT NULL,
  group_control text NOT NULL,
  claims integer NOT NULL,
  lines integer NOT NULL,
  total_cents bigint NOT NULL,
  content bytea NOT NULL,
  content_sha256 bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  account_id uuid,
  actor_name text NOT NULL,
  handed_over_at timestamp with time zone,
  handed_over_by text,
  taken_back_at timestamp with time zone,
  taken_back_by text,
  taken_back_reason text,
  CONSTRAINT claim_file_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT claim_file_control_unique UNIQUE (organization_id, interchange_control),
  CONSTRAINT claim_file_form_known CHECK ((form = ANY (ARRAY['professional'::text, 'institutional'::text]))),
  CONSTRAINT claim_file_handed_over_by_somebody CHECK (((handed_over_at IS NULL) = (handed_over_by IS NULL))),
  CONSTRAINT claim_file_left_or_taken_back CHECK (((handed_over_at IS NULL) OR (taken_back_at IS NULL))),
  CONSTRAINT claim_file_taken_back_by_somebody CHECK ((((taken_back_at IS NULL) = (taken_back_by IS NULL)) AND ((taken_back_at IS NULL) = (taken_back_reason IS NULL)))),
  CONSTRAINT claim_file_payer FOREIGN KEY (organization_id, payer_id) REFERENCES stepwell.payer(organization_id, id)
);
CREATE INDEX claim_file_here ON stepwell.claim_file USING btree (organization_id, created_at) WHERE ((handed_over_at IS NULL) AND (taken_back_at IS NULL));
ALTER TABLE stepwell.claim_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.claim_file AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE (handed_over_at), UPDATE (handed_over_by), UPDATE (taken_back_at), UPDATE (taken_back_by), UPDATE (taken_back_reason) ON TABLE stepwell.claim_file TO stepwell_app;
COMMENT ON TABLE stepwell.claim_file IS 'What is sent, byte for byte. Each person in it has a line in the accounting of disclosures, struck where it was taken back.';
COMMENT ON COLUMN stepwell.claim_file.handed_over_at IS 'When it first left the house: it was downloaded, or an answer to it came.';
COMMENT ON COLUMN stepwell.claim_file.taken_back_at IS 'It never left: its claims are ready again, or in another file.';

CREATE TABLE stepwell.claim_hold (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  code text NOT NULL,
  "values" jsonb DEFAULT '{}'::jsonb NOT NULL,
  owner text NOT NULL,
  raised_at timestamp with time zone NOT NULL,
  released_at timestamp with time zone,
  released_by text,
  release_reason text,
  CONSTRAINT claim_hold_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT claim_hold_owner_known CHECK ((owner = ANY (ARRAY['biller'::text, 'facilitator'::text, 'supervisor'::text, 'utilization-reviewer'::text, 'admissions'::text]))),
  CONSTRAINT claim_hold_release_by_somebody CHECK (((released_at IS NULL) = (released_by IS NULL))),
  CONSTRAINT claim_hold_claim FOREIGN KEY (organization_id, claim_id) REFERENCES stepwell.claim(organization_id, id),
  CONSTRAINT claim_hold_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id)
);
CREATE INDEX claim_hold_claim ON stepwell.claim_hold USING btree (organization_id, claim_id);
CREATE UNIQUE INDEX claim_hold_once ON stepwell.claim_hold USING btree (organization_id, claim_id, code) WHERE (released_at IS NULL);
CREATE INDEX claim_hold_open ON stepwell.claim_hold USING btree (organization_id, raised_at) WHERE (released_at IS NULL);
ALTER TABLE stepwell.claim_hold ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.claim_hold AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE (release_reason), UPDATE (released_at), UPDATE (released_by) ON TABLE stepwell.claim_hold TO stepwell_app;

CREATE TABLE stepwell.closure (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  site_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  reason text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  lifted_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT closure_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT closure_dates_in_order CHECK ((ends_on >= starts_on)),
  CONSTRAINT closure_site FOREIGN KEY (organization_id, site_id) REFERENCES stepwell.site(organization_id, id)
);
CREATE INDEX closure_site ON stepwell.closure USING btree (organization_id, site_id, starts_on);
ALTER TABLE stepwell.closure ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.closure AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE (lifted_at), UPDATE (version) ON TABLE stepwell.closure TO stepwell_app;

CREATE TABLE stepwell.consent (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  kind text NOT NULL,
  discloser text,
  recipient_kind text NOT NULL,
  recipients text[] NOT NULL,
  information text[] NOT NULL,
  purposes text[] NOT NULL,
  expires_on date,
  expires_at_event text,
  event_on date,
  states_revocation boolean NOT NULL,
  states_redisclosure boolean NOT NULL,
  states_refusal boolean NOT NULL,
  signed_on date,
  signed_by text,
  signer_relation text,
  signature_method text,
  template_version text NOT NULL,
  revoked_on date,
  revocation_reason text,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  care_state text,
  second_signed_by text,
  second_signer_relation text,
  second_signed_on date,
  CONSTRAINT consent_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT consent_kind_known CHECK ((kind = ANY (ARRAY['treatment-payment-operations'::text, 'specific'::text, 'counseling-notes'::text, 'legal-proceeding'::text]))),
  CONSTRAINT consent_recipient_kind_known CHECK ((recipient_kind = ANY (ARRAY['named-person'::text, 'named-organization'::text, 'class'::text, 'intermediary'::text]))),
  CONSTRAINT consent_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id)
);
CREATE INDEX consent_patient ON stepwell.consent USING btree (organization_id, patient_id);
ALTER TABLE stepwell.consent ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.consent AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.consent TO stepwell_app;
COMMENT ON TABLE stepwell.consent IS 'Written consent with the elements of 42 CFR 2.31(a). What is deficient, expired or revoked discloses nothing (2.31(c)).';

CREATE TABLE stepwell.contract (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  payer_id uuid NOT NULL,
  name text NOT NULL,
  plan_name text,
  site_id uuid,
  program_id uuid,
  level_of_care_id uuid,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT contract_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT contract_level_of_care FOREIGN KEY (organization_id, level_of_care_id) REFERENCES stepwell.level_of_care(organization_id, id),
  CONSTRAINT contract_payer FOREIGN KEY (organization_id, payer_id) REFERENCES stepwell.payer(organization_id, id),
  CONSTRAINT contract_program FOREIGN KEY (organization_id, program_id) REFERENCES stepwell.program(organization_id, id),
  CONSTRAINT contract_site FOREIGN KEY (organization_id, site_id) REFERENCES stepwell.site(organization_id, id)
);
CREATE UNIQUE INDEX contract_once ON stepwell.contract USING btree (organization_id, payer_id, lower(plan_name), site_id, program_id, level_of_care_id) NULLS NOT DISTINCT WHERE (retired_at IS NULL);
ALTER TABLE stepwell.contract ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.contract AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.contract TO stepwell_app;

CREATE TABLE stepwell.contract_fee (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  contract_id uuid NOT NULL,
  code text,
  revenue_code text,
  level_of_care_id uuid,
  effective_from date NOT NULL,
  effective_to date,
  amount_cents integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by text NOT NULL,
  withdrawn_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT contract_fee_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT contract_fee_day_once EXCLUDE USING gist (organization_id WITH =, contract_id WITH =, COALESCE(code, ''::text) WITH =, COALESCE(revenue_code, ''::text) WITH =, COALESCE(level_of_care_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(effective_from, effective_to, '[]'::text) WITH &&) WHERE ((withdrawn_at IS NULL)),
  CONSTRAINT contract_fee_amount_positive CHECK ((amount_cents > 0)),
  CONSTRAINT contract_fee_dates_in_order CHECK ((effective_to >= effective_from)),
  CONSTRAINT contract_fee_of_something CHECK (((code IS NOT NULL) OR (revenue_code IS NOT NULL))),
  CONSTRAINT contract_fee_contract FOREIGN KEY (organization_id, contract_id) REFERENCES stepwell.contract(organization_id, id),
  CONSTRAINT contract_fee_level_of_care FOREIGN KEY (organization_id, level_of_care_id) REFERENCES stepwell.level_of_care(organization_id, id)
);
ALTER TABLE stepwell.contract_fee ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.contract_fee AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE (effective_to), UPDATE (version), UPDATE (withdrawn_at) ON TABLE stepwell.contract_fee TO stepwell_app;

CREATE TABLE stepwell.contract_version (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  contract_id uuid NOT NULL,
  number integer NOT NULL,
  state text DEFAULT 'draft'::text NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  terms jsonb NOT NULL,
  source text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by text NOT NULL,
  published_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT contract_version_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT contract_version_number_unique UNIQUE (organization_id, contract_id, number),
  CONSTRAINT contract_version_day_once EXCLUDE USING gist (organization_id WITH =, contract_id WITH =, daterange(effective_from, (effective_to + 1)) WITH &&) WHERE ((published_at IS NOT NULL)),
  CONSTRAINT contract_version_confirmed CHECK (((state <> 'confirmed'::text) OR (published_at IS NOT NULL))),
  CONSTRAINT contract_version_dates_in_order CHECK ((effective_to >= (effective_from - 1))),
  CONSTRAINT contract_version_source_given CHECK ((source <> ''::text)),
  CONSTRAINT contract_version_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'testing'::text, 'confirmed'::text, 'retired'::text]))),
  CONSTRAINT contract_version_contract FOREIGN KEY (organization_id, contract_id) REFERENCES stepwell.contract(organization_id, id)
);
CREATE TRIGGER terms_fixed BEFORE UPDATE ON stepwell.contract_version FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_changed_terms();
ALTER TABLE stepwell.contract_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.contract_version AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.contract_version TO stepwell_app;

CREATE TABLE stepwell.court_order (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  paper text NOT NULL,
  kind text NOT NULL,
  court text NOT NULL,
  docket_number text,
  entered_on date NOT NULL,
  recipients text[] NOT NULL,
  information text[] NOT NULL,
  names_patient_openly boolean NOT NULL,
  gave_notice boolean NOT NULL,
  finds_no_other_way boolean NOT NULL,
  finds_public_interest boolean NOT NULL,
  finds_serious_crime boolean NOT NULL,
  limits_information boolean NOT NULL,
  limits_recipients boolean NOT NULL,
  limits_further_use boolean NOT NULL,
  opens_confidences boolean NOT NULL,
  comes_with_subpoena boolean NOT NULL,
  expires_on date,
  ended_on date,
  end_reason text,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT court_order_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT court_order_ended_with_reason CHECK (((ended_on IS NULL) OR (end_reason IS NOT NULL))),
  CONSTRAINT court_order_kind_known CHECK ((kind = ANY (ARRAY['civil'::text, 'criminal'::text, 'program'::text]))),
  CONSTRAINT court_order_paper_known CHECK ((paper = ANY (ARRAY['order'::text, 'subpoena'::text, 'warrant'::text]))),
  CONSTRAINT court_order_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id)
);
CREATE INDEX court_order_patient ON stepwell.court_order USING btree (organization_id, patient_id);
ALTER TABLE stepwell.court_order ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.court_order AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.court_order TO stepwell_app;

CREATE TABLE stepwell.coverage (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  rank integer NOT NULL,
  plan_name text,
  member_number text NOT NULL,
  group_number text,
  relation_to_subscriber text NOT NULL,
  subscriber_name text,
  subscriber_birth_date date,
  effective_from date NOT NULL,
  effective_to date,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  subscriber_given_name text,
  subscriber_middle_name text,
  subscriber_family_name text,
  subscriber_suffix text,
  subscriber_sex text,
  subscriber_street text,
  subscriber_unit text,
  subscriber_city text,
  subscriber_state text,
  subscriber_postal_code text,
  retired_at timestamp with time zone,
  CONSTRAINT coverage_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT coverage_dates_in_order CHECK ((effective_to >= effective_from)),
  CONSTRAINT coverage_rank_in_range CHECK (((rank >= 1) AND (rank <= 3))),
  CONSTRAINT coverage_relation_known CHECK ((relation_to_subscriber = ANY (ARRAY['self'::text, 'spouse'::text, 'child'::text, 'other'::text]))),
  CONSTRAINT coverage_subscriber_postal_code_shape CHECK ((subscriber_postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'::text)),
  CONSTRAINT coverage_subscriber_sex_known CHECK ((subscriber_sex = ANY (ARRAY['female'::text, 'male'::text, 'unknown'::text]))),
  CONSTRAINT coverage_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id),
  CONSTRAINT coverage_payer FOREIGN KEY (organization_id, payer_id) REFERENCES stepwell.payer(organization_id, id)
);
CREATE INDEX coverage_patient ON stepwell.coverage USING btree (organization_id, patient_id);
ALTER TABLE stepwell.coverage ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.coverage AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.coverage TO stepwell_app;

CREATE TABLE stepwell.day_charge (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  coverage_id uuid,
  payer_id uuid,
  site_id uuid NOT NULL,
  contract_version_id uuid,
  service_date date NOT NULL,
  state text NOT NULL,
  claim_id uuid,
  is_test boolean NOT NULL,
  authorization_id uuid,
  total_cents integer NOT NULL,
  minutes integer NOT NULL,
  usage jsonb NOT NULL,
  zeroes jsonb NOT NULL,
  holds jsonb NOT NULL,
  difference jsonb,
  fingerprint bytea NOT NULL,
  label text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT day_charge_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT day_charge_once UNIQUE NULLS NOT DISTINCT (organization_id, enrollment_id, coverage_id, service_date),
  CONSTRAINT day_charge_claimed CHECK (((state = 'claimed'::text) = (claim_id IS NOT NULL))),
  CONSTRAINT day_charge_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT day_charge_state_known CHECK ((state = ANY (ARRAY['open'::text, 'nothing'::text, 'held'::text, 'ready'::text, 'claimed'::text]))),
  CONSTRAINT day_charge_total_not_negative CHECK ((total_cents >= 0)),
  CONSTRAINT day_charge_authorization FOREIGN KEY (organization_id, authorization_id) REFERENCES stepwell."authorization"(organization_id, id),
  CONSTRAINT day_charge_claim FOREIGN KEY (organization_id, claim_id) REFERENCES stepwell.claim(organization_id, id),
  CONSTRAINT day_charge_contract_version FOREIGN KEY (organization_id, contract_version_id) REFERENCES stepwell.contract_version(organization_id, id),
  CONSTRAINT day_charge_coverage FOREIGN KEY (organization_id, coverage_id) REFERENCES stepwell.coverage(organization_id, id),
  CONSTRAINT day_charge_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id),
  CONSTRAINT day_charge_payer FOREIGN KEY (organization_id, payer_id) REFERENCES stepwell.payer(organization_id, id),
  CONSTRAINT day_charge_site FOREIGN KEY (organization_id, site_id) REFERENCES stepwell.site(organization_id, id)
);
CREATE INDEX day_charge_claim ON stepwell.day_charge USING btree (organization_id, claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX day_charge_patient ON stepwell.day_charge USING btree (organization_id, patient_id, service_date);
CREATE INDEX day_charge_service_date ON stepwell.day_charge USING btree (organization_id, service_date, id);
CREATE INDEX day_charge_state ON stepwell.day_charge USING btree (organization_id, state, service_date);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.day_charge FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.day_charge ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.day_charge AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.day_charge TO stepwell_app;
COMMENT ON TABLE stepwell.day_charge IS 'Made from attendance, notes and contracts, never typed; what is claimed stays as it was claimed.';
COMMENT ON COLUMN stepwell.day_charge.usage IS 'What the day takes of an authorization: days, minutes, sessions, units.';
COMMENT ON COLUMN stepwell.day_charge.difference IS 'What the day would be now, where it was claimed otherwise.';

CREATE TABLE stepwell.day_release (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  service_date date NOT NULL,
  code text NOT NULL,
  reason text NOT NULL,
  released_at timestamp with time zone NOT NULL,
  account_id uuid,
  actor_name text NOT NULL,
  label text NOT NULL,
  number integer DEFAULT 1 NOT NULL,
  CONSTRAINT day_release_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT day_release_numbered UNIQUE (organization_id, enrollment_id, service_date, code, number),
  CONSTRAINT day_release_code_known CHECK ((code = ANY (ARRAY['no-authorization'::text, 'authorization-used-up'::text]))),
  CONSTRAINT day_release_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT day_release_number_positive CHECK ((number >= 1)),
  CONSTRAINT day_release_with_reason CHECK ((reason <> ''::text)),
  CONSTRAINT day_release_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id)
);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.day_release FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.day_release ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.day_release AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.day_release TO stepwell_app;
COMMENT ON TABLE stepwell.day_release IS 'A hold of a day that somebody let go, with the reason. It is let go for no other day, and until it is taken back.';
COMMENT ON COLUMN stepwell.day_release.number IS 'The first, second, … time that this day was let go for this reason.';

CREATE TABLE stepwell.day_release_taking_back (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  release_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  reason text NOT NULL,
  taken_back_at timestamp with time zone NOT NULL,
  account_id uuid,
  actor_name text NOT NULL,
  label text NOT NULL,
  CONSTRAINT day_release_taking_back_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT day_release_taking_back_once UNIQUE (organization_id, release_id),
  CONSTRAINT day_release_taking_back_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT day_release_taking_back_with_reason CHECK ((reason <> ''::text)),
  CONSTRAINT day_release_taking_back_release FOREIGN KEY (organization_id, release_id) REFERENCES stepwell.day_release(organization_id, id)
);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.day_release_taking_back FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.day_release_taking_back ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.day_release_taking_back AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.day_release_taking_back TO stepwell_app;
COMMENT ON TABLE stepwell.day_release_taking_back IS 'That a release of a day was taken back, by whom and why. The day waits again for what it was let go without.';

CREATE TABLE stepwell.disclosure (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  recipient text NOT NULL,
  purpose text NOT NULL,
  information text[] NOT NULL,
  record_kind text NOT NULL,
  record_id uuid,
  label text NOT NULL,
  basis text NOT NULL,
  consent_id uuid,
  notice_version text,
  channel text NOT NULL,
  content_sha256 bytea,
  account_id uuid,
  actor_name text NOT NULL,
  emergency_ground text,
  emergency_nature text,
  recipient_affiliation text,
  told_by text,
  told_at timestamp with time zone,
  court_order_id uuid,
  restriction_id uuid,
  record_review_id uuid,
  minor_relation text,
  minor_lacks_capacity text,
  minor_threat text,
  minor_reduced_by text,
  strikes_id uuid,
  CONSTRAINT disclosure_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT disclosure_basis_known CHECK ((basis = ANY (ARRAY['consent'::text, 'patient-request'::text, 'treatment-payment-operations'::text, 'emergency'::text, 'audit'::text, 'court-order'::text, 'minor-threat'::text, 'child-abuse-report'::text, 'crime-on-premises'::text]))),
  CONSTRAINT disclosure_consent_named CHECK (((basis <> 'consent'::text) OR (consent_id IS NOT NULL))),
  CONSTRAINT disclosure_court_order_named CHECK (((basis <> 'court-order'::text) OR (court_order_id IS NOT NULL))),
  CONSTRAINT disclosure_emergency_described CHECK (((basis <> 'emergency'::text) OR ((emergency_ground IS NOT NULL) AND (emergency_nature IS NOT NULL) AND (recipient_affiliation IS NOT NULL) AND (told_by IS NOT NULL) AND (told_at IS NOT NULL)))),
  CONSTRAINT disclosure_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT disclosure_minor_threat_judged CHECK (((basis <> 'minor-threat'::text) OR ((minor_relation IS NOT NULL) AND (minor_lacks_capacity IS NOT NULL) AND (minor_threat IS NOT NULL) AND (minor_reduced_by IS NOT NULL)))),
  CONSTRAINT disclosure_record_review_named CHECK (((basis <> 'audit'::text) OR (record_review_id IS NOT NULL))),
  CONSTRAINT disclosure_consent FOREIGN KEY (organization_id, consent_id) REFERENCES stepwell.consent(organization_id, id),
  CONSTRAINT disclosure_court_order FOREIGN KEY (organization_id, court_order_id) REFERENCES stepwell.court_order(organization_id, id),
  CONSTRAINT disclosure_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id),
  CONSTRAINT disclosure_record_review FOREIGN KEY (organization_id, record_review_id) REFERENCES stepwell.record_review(organization_id, id),
  CONSTRAINT disclosure_restriction FOREIGN KEY (organization_id, restriction_id) REFERENCES stepwell.restriction(organization_id, id),
  CONSTRAINT disclosure_strikes FOREIGN KEY (organization_id, strikes_id) REFERENCES stepwell.disclosure(organization_id, id)
);
CREATE INDEX disclosure_patient ON stepwell.disclosure USING btree (organization_id, patient_id, at);
CREATE UNIQUE INDEX disclosure_struck_once ON stepwell.disclosure USING btree (organization_id, strikes_id) WHERE (strikes_id IS NOT NULL);
ALTER TABLE stepwell.disclosure ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.disclosure AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.disclosure TO stepwell_app;
COMMENT ON COLUMN stepwell.disclosure.strikes_id IS 'The line that did not happen: what it tells of never left. This one tells nobody anything.';

CREATE TABLE stepwell.draft (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  author_name text NOT NULL,
  route text NOT NULL,
  form text NOT NULL,
  record_id uuid,
  place text NOT NULL,
  fields jsonb NOT NULL,
  revision integer NOT NULL,
  label text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  ended_as text,
  CONSTRAINT draft_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT draft_ended_as_known CHECK ((ended_as = ANY (ARRAY['sent'::text, 'discarded'::text]))),
  CONSTRAINT draft_ended_empty CHECK (((ended_at IS NULL) OR (fields = '{}'::jsonb))),
  CONSTRAINT draft_ended_whole CHECK (((ended_at IS NULL) = (ended_as IS NULL))),
  CONSTRAINT draft_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT draft_account_id_fkey FOREIGN KEY (account_id) REFERENCES global.account(id)
);
CREATE INDEX draft_account ON stepwell.draft USING btree (account_id);
CREATE INDEX draft_on_record ON stepwell.draft USING btree (organization_id, route, record_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX draft_open_once ON stepwell.draft USING btree (organization_id, account_id, route, form) WHERE (ended_at IS NULL);
CREATE INDEX draft_open_since ON stepwell.draft USING btree (organization_id, changed_at) WHERE (ended_at IS NULL);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.draft FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.draft AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.draft TO stepwell_app;
COMMENT ON COLUMN stepwell.draft.route IS 'Method and path of the request these words would become: it decides who may keep and see them.';
COMMENT ON COLUMN stepwell.draft.form IS 'The form on the screen, with the record it stands over.';
COMMENT ON COLUMN stepwell.draft.fields IS 'Each field: what was typed and over what, its revision, when, and what the same person typed meanwhile elsewhere.';
COMMENT ON COLUMN stepwell.draft.ended_at IS 'Sent or discarded: the words are gone, the row stays so that a late patch cannot bring them back.';

CREATE TABLE stepwell.enrollment (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  program_id uuid NOT NULL,
  track_id uuid NOT NULL,
  level_of_care_id uuid NOT NULL,
  population text NOT NULL,
  label text NOT NULL,
  admitted_on date NOT NULL,
  ended_on date,
  end_reason text,
  attending_staff_id uuid,
  therapist_staff_id uuid,
  admission_type text NOT NULL,
  admission_source text NOT NULL,
  patient_status text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT enrollment_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT enrollment_of_patient UNIQUE (organization_id, id, patient_id),
  CONSTRAINT enrollment_dates_in_order CHECK ((ended_on >= admitted_on)),
  CONSTRAINT enrollment_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT enrollment_population_known CHECK ((population = ANY (ARRAY['adult'::text, 'adolescent'::text]))),
  CONSTRAINT enrollment_attending_staff FOREIGN KEY (organization_id, attending_staff_id) REFERENCES stepwell.staff(organization_id, id),
  CONSTRAINT enrollment_level_of_care FOREIGN KEY (organization_id, level_of_care_id) REFERENCES stepwell.level_of_care(organization_id, id),
  CONSTRAINT enrollment_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id),
  CONSTRAINT enrollment_program FOREIGN KEY (organization_id, program_id) REFERENCES stepwell.program(organization_id, id),
  CONSTRAINT enrollment_therapist_staff FOREIGN KEY (organization_id, therapist_staff_id) REFERENCES stepwell.staff(organization_id, id),
  CONSTRAINT enrollment_track FOREIGN KEY (organization_id, track_id) REFERENCES stepwell.track(organization_id, id)
);
CREATE INDEX enrollment_ended ON stepwell.enrollment USING btree (organization_id, ended_on);
CREATE INDEX enrollment_patient ON stepwell.enrollment USING btree (organization_id, patient_id, admitted_on);
CREATE UNIQUE INDEX enrollment_running_unique ON stepwell.enrollment USING btree (organization_id, patient_id, track_id, level_of_care_id) WHERE (ended_on IS NULL);
CREATE INDEX enrollment_track ON stepwell.enrollment USING btree (organization_id, track_id, admitted_on);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.enrollment FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.enrollment ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.enrollment AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.enrollment TO stepwell_app;
COMMENT ON TABLE stepwell.enrollment IS 'A person in a program at a level of care (FHIR EpisodeOfCare). Several may run at once.';

CREATE TABLE stepwell.enrollment_diagnosis (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  code text NOT NULL,
  rank integer NOT NULL,
  diagnosed_on date NOT NULL,
  resolved_on date,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT enrollment_diagnosis_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT enrollment_diagnosis_code_shape CHECK ((code ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$'::text)),
  CONSTRAINT enrollment_diagnosis_rank_in_range CHECK (((rank >= 1) AND (rank <= 12))),
  CONSTRAINT enrollment_diagnosis_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id)
);
CREATE UNIQUE INDEX enrollment_diagnosis_code_unique ON stepwell.enrollment_diagnosis USING btree (organization_id, enrollment_id, code) WHERE (resolved_on IS NULL);
CREATE INDEX enrollment_diagnosis_enrollment ON stepwell.enrollment_diagnosis USING btree (organization_id, enrollment_id);
CREATE INDEX enrollment_diagnosis_patient ON stepwell.enrollment_diagnosis USING btree (organization_id, patient_id);
CREATE UNIQUE INDEX enrollment_diagnosis_rank_unique ON stepwell.enrollment_diagnosis USING btree (organization_id, enrollment_id, rank) WHERE (resolved_on IS NULL);
ALTER TABLE stepwell.enrollment_diagnosis ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.enrollment_diagnosis AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.enrollment_diagnosis TO stepwell_app;

CREATE TABLE stepwell.export_part (
  organization_id uuid NOT NULL,
  export_run_id uuid NOT NULL,
  file text NOT NULL,
  number integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT export_part_pkey PRIMARY KEY (organization_id, export_run_id, file, number),
  CONSTRAINT export_part_run FOREIGN KEY (organization_id, export_run_id) REFERENCES stepwell.export_run(organization_id, id) ON DELETE CASCADE
);
ALTER TABLE stepwell.export_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.export_part AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, DELETE ON TABLE stepwell.export_part TO stepwell_app;

CREATE TABLE stepwell.export_run (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  patient_id uuid,
  state text NOT NULL,
  format text,
  ground text,
  recipient jsonb NOT NULL,
  purpose text NOT NULL,
  reason text NOT NULL,
  parts text[] NOT NULL,
  from_date date,
  to_date date,
  requested_at timestamp with time zone NOT NULL,
  touched_at timestamp with time zone NOT NULL,
  account_id uuid,
  actor_name text NOT NULL,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone,
  done integer DEFAULT 0 NOT NULL,
  total integer DEFAULT 0 NOT NULL,
  held_back integer DEFAULT 0 NOT NULL,
  problem text,
  files jsonb DEFAULT '[]'::jsonb NOT NULL,
  label text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT export_run_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT export_run_format_known CHECK ((format = ANY (ARRAY['pdf'::text, 'fhir'::text, 'both'::text]))),
  CONSTRAINT export_run_ground_known CHECK ((ground = ANY (ARRAY['own-keeping'::text, 'successor'::text]))),
  CONSTRAINT export_run_kind_known CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text]))),
  CONSTRAINT export_run_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT export_run_of_somebody CHECK (((kind = 'person'::text) = (patient_id IS NOT NULL))),
  CONSTRAINT export_run_ready_expires CHECK (((state <> 'ready'::text) OR (expires_at IS NOT NULL))),
  CONSTRAINT export_run_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text, 'cancelled'::text, 'removed'::text]))),
  CONSTRAINT export_run_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id),
  CONSTRAINT export_run_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id)
);
CREATE INDEX export_run_expires ON stepwell.export_run USING btree (organization_id, expires_at) WHERE (state = 'ready'::text);
CREATE UNIQUE INDEX export_run_one_at_a_time ON stepwell.export_run USING btree (organization_id) WHERE ((kind = 'organization'::text) AND (state = ANY (ARRAY['waiting'::text, 'running'::text])));
CREATE INDEX export_run_patient ON stepwell.export_run USING btree (organization_id, patient_id, id) WHERE (patient_id IS NOT NULL);
CREATE INDEX export_run_whole ON stepwell.export_run USING btree (organization_id, id) WHERE (patient_id IS NULL);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.export_run FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.export_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.export_run AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.export_run TO stepwell_app;
COMMENT ON COLUMN stepwell.export_run.recipient IS 'Recipient: who is told. Each person in it has a line in the accounting of disclosures.';
COMMENT ON COLUMN stepwell.export_run.touched_at IS 'When whoever makes it last wrote: one that is silent for long was interrupted.';

CREATE TABLE stepwell.goal (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  number integer NOT NULL,
  problem text NOT NULL,
  statement text NOT NULL,
  status text DEFAULT 'active'::text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT goal_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT goal_number_unique UNIQUE (organization_id, enrollment_id, number),
  CONSTRAINT goal_status_known CHECK ((status = ANY (ARRAY['active'::text, 'met'::text, 'discontinued'::text]))),
  CONSTRAINT goal_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id)
);
CREATE INDEX goal_patient ON stepwell.goal USING btree (organization_id, patient_id);
ALTER TABLE stepwell.goal ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.goal AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.goal TO stepwell_app;

CREATE TABLE stepwell.hour_rule (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  level_of_care_id uuid NOT NULL,
  population text NOT NULL,
  name text NOT NULL,
  floor_minutes integer NOT NULL,
  ceiling_minutes integer,
  adolescent_below_age integer NOT NULL,
  week text NOT NULL,
  days_at_least integer,
  source text NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  published_at timestamp with time zone NOT NULL,
  longest_gap_days integer,
  gap_counts text DEFAULT 'attended'::text NOT NULL,
  gap_skips_closed boolean DEFAULT true NOT NULL,
  most_make_ups integer,
  CONSTRAINT hour_rule_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT hour_rule_dates_in_order CHECK ((effective_to >= (effective_from - 1))),
  CONSTRAINT hour_rule_gap_counts_known CHECK ((gap_counts = ANY (ARRAY['attended'::text, 'offered'::text]))),
  CONSTRAINT hour_rule_longest_gap_days_in_range CHECK (((longest_gap_days >= 1) AND (longest_gap_days <= 30))),
  CONSTRAINT hour_rule_minutes_in_order CHECK (((floor_minutes >= 0) AND (ceiling_minutes > floor_minutes))),
  CONSTRAINT hour_rule_most_make_ups_in_range CHECK (((most_make_ups >= 0) AND (most_make_ups <= 14))),
  CONSTRAINT hour_rule_population_known CHECK ((population = ANY (ARRAY['adult'::text, 'adolescent'::text]))),
  CONSTRAINT hour_rule_week_known CHECK ((week = ANY (ARRAY['sunday'::text, 'monday'::text, 'rolling'::text, 'admission'::text]))),
  CONSTRAINT hour_rule_level_of_care FOREIGN KEY (organization_id, level_of_care_id) REFERENCES stepwell.level_of_care(organization_id, id)
);
CREATE INDEX hour_rule_level_of_care ON stepwell.hour_rule USING btree (organization_id, level_of_care_id, population, effective_from);
ALTER TABLE stepwell.hour_rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.hour_rule AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE (effective_to) ON TABLE stepwell.hour_rule TO stepwell_app;
COMMENT ON COLUMN stepwell.hour_rule.longest_gap_days IS 'Whole days without a service between two of them, at most; null where the rule says nothing of it.';
COMMENT ON COLUMN stepwell.hour_rule.most_make_ups IS 'Make-ups whose minutes are credited in one week, at most; null where the rule says nothing of it.';

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

CREATE TABLE stepwell.import_entry (
  organization_id uuid NOT NULL,
  run_id uuid NOT NULL,
  number integer NOT NULL,
  phase smallint NOT NULL,
  resource_type text NOT NULL,
  full_url text,
  type_id text,
  content text,
  content_sha256 text NOT NULL,
  title text,
  birth_date date,
  payer_name text,
  subject_number integer,
  patient_id uuid,
  outcome text,
  findings jsonb DEFAULT '[]'::jsonb NOT NULL,
  decided text,
  payer_id uuid,
  applied_at timestamp with time zone,
  became_kind text,
  became_id uuid,
  near_key text,
  CONSTRAINT import_entry_pkey PRIMARY KEY (organization_id, run_id, number),
  CONSTRAINT import_entry_decided_known CHECK ((decided = ANY (ARRAY['same'::text, 'another'::text, 'leave'::text]))),
  CONSTRAINT import_entry_outcome_known CHECK ((outcome = ANY (ARRAY['taken'::text, 'merged'::text, 'unchanged'::text, 'asked'::text, 'skipped'::text, 'refused'::text]))),
  CONSTRAINT import_entry_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id),
  CONSTRAINT import_entry_payer FOREIGN KEY (organization_id, payer_id) REFERENCES stepwell.payer(organization_id, id),
  CONSTRAINT import_entry_run FOREIGN KEY (organization_id, run_id) REFERENCES stepwell.import_run(organization_id, id)
);
CREATE INDEX import_entry_addressed ON stepwell.import_entry USING btree (organization_id, run_id, full_url, phase, number);
CREATE INDEX import_entry_called ON stepwell.import_entry USING btree (organization_id, run_id, type_id, number);
CREATE INDEX import_entry_near ON stepwell.import_entry USING btree (organization_id, run_id, birth_date, near_key, number) WHERE (outcome = ANY (ARRAY['taken'::text, 'merged'::text, 'asked'::text]));
CREATE INDEX import_entry_outcome ON stepwell.import_entry USING btree (organization_id, run_id, outcome, phase, number);
CREATE INDEX import_entry_patient ON stepwell.import_entry USING btree (organization_id, patient_id);
CREATE INDEX import_entry_subject ON stepwell.import_entry USING btree (organization_id, run_id, subject_number);
CREATE INDEX import_entry_to_take ON stepwell.import_entry USING btree (organization_id, run_id, phase, number) WHERE ((outcome = ANY (ARRAY['taken'::text, 'merged'::text])) AND (applied_at IS NULL) AND (content IS NOT NULL));
CREATE INDEX import_entry_unseen ON stepwell.import_entry USING btree (organization_id, run_id, phase, number) WHERE (outcome IS NULL);
ALTER TABLE stepwell.import_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.import_entry AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.import_entry TO stepwell_app;
COMMENT ON COLUMN stepwell.import_entry.phase IS '0 what only others refer to, 1 people, 2 what belongs to people.';
COMMENT ON COLUMN stepwell.import_entry.outcome IS 'Null until it was looked at; what will become of it, and once applied_at is set, what became of it.';
COMMENT ON COLUMN stepwell.import_entry.near_key IS 'How the given and the family name begin, in the order of the alphabet: the same for two spellings of one name and for names put down in each other''s place.';

CREATE TABLE stepwell.import_identifier (
  organization_id uuid NOT NULL,
  source text NOT NULL,
  system text NOT NULL,
  value text NOT NULL,
  patient_id uuid NOT NULL,
  CONSTRAINT import_identifier_pkey PRIMARY KEY (organization_id, system, value, source),
  CONSTRAINT import_identifier_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id)
);
CREATE INDEX import_identifier_patient ON stepwell.import_identifier USING btree (organization_id, patient_id);
ALTER TABLE stepwell.import_identifier ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.import_identifier AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.import_identifier TO stepwell_app;

CREATE TABLE stepwell.import_run (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  source text NOT NULL,
  label text NOT NULL,
  files jsonb DEFAULT '[]'::jsonb NOT NULL,
  columns jsonb,
  skipped jsonb DEFAULT '{}'::jsonb NOT NULL,
  entries integer DEFAULT 0 NOT NULL,
  done integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  account_id uuid,
  actor_name text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT import_run_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT import_run_kind_known CHECK ((kind = ANY (ARRAY['fhir'::text, 'patients-csv'::text]))),
  CONSTRAINT import_run_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT import_run_state_known CHECK ((state = ANY (ARRAY['receiving'::text, 'rehearsing'::text, 'rehearsed'::text, 'running'::text, 'stopped'::text, 'done'::text, 'discarded'::text]))),
  CONSTRAINT import_run_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
CREATE INDEX import_run_newest ON stepwell.import_run USING btree (organization_id, created_at DESC, id DESC);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.import_run FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.import_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.import_run AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.import_run TO stepwell_app;
COMMENT ON COLUMN stepwell.import_run.source IS 'The system the files come from, as the importer names it: the same person of the same source is known again by it.';
COMMENT ON COLUMN stepwell.import_run.label IS 'How closely what comes is kept (42 CFR 2.12(d)(2)); restricted where nobody said.';
COMMENT ON COLUMN stepwell.import_run.files IS 'Each file: name, bytes, SHA-256, encoding, first and last entry.';
COMMENT ON COLUMN stepwell.import_run.columns IS 'Of a table: its header, and which column is which fact.';
COMMENT ON COLUMN stepwell.import_run.skipped IS 'Kinds of resources that are not taken, with how many of each there were.';

CREATE TABLE stepwell.level_of_care (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  rank integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT level_of_care_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT level_of_care_code_unique UNIQUE (organization_id, code),
  CONSTRAINT level_of_care_code_known CHECK ((code = ANY (ARRAY['outpatient'::text, 'iop'::text, 'php'::text]))),
  CONSTRAINT level_of_care_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
ALTER TABLE stepwell.level_of_care ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.level_of_care AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.level_of_care TO stepwell_app;

CREATE TABLE stepwell.measure_request (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  instrument text NOT NULL,
  due_on date NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  requested_by text NOT NULL,
  cancelled_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT measure_request_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT measure_request_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id)
);
CREATE INDEX measure_request_enrollment ON stepwell.measure_request USING btree (organization_id, enrollment_id, instrument, due_on);
CREATE INDEX measure_request_patient ON stepwell.measure_request USING btree (organization_id, patient_id, due_on);
ALTER TABLE stepwell.measure_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.measure_request AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.measure_request TO stepwell_app;

CREATE TABLE stepwell.measure_response (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  instrument text NOT NULL,
  instrument_version text NOT NULL,
  language text NOT NULL,
  answered_by text NOT NULL,
  answers jsonb NOT NULL,
  started_at timestamp with time zone NOT NULL,
  completed_at timestamp with time zone,
  score integer,
  band text,
  not_scored_because text,
  scoring_version text,
  label text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT measure_response_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT measure_response_once UNIQUE (organization_id, request_id),
  CONSTRAINT measure_response_answered_by_known CHECK ((answered_by = ANY (ARRAY['self'::text, 'staff'::text]))),
  CONSTRAINT measure_response_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT measure_response_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id),
  CONSTRAINT measure_response_request FOREIGN KEY (organization_id, request_id) REFERENCES stepwell.measure_request(organization_id, id)
);
CREATE INDEX measure_response_patient ON stepwell.measure_response USING btree (organization_id, patient_id, instrument, completed_at);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.measure_response FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.measure_response ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.measure_response AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.measure_response TO stepwell_app;

CREATE TABLE stepwell.member_note (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  session_note_id uuid,
  patient_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  attendance_id uuid NOT NULL,
  objective_id uuid NOT NULL,
  participation text NOT NULL,
  response text NOT NULL,
  progress text NOT NULL,
  risk text NOT NULL,
  next_step text,
  sentence text NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  credited_minutes integer NOT NULL,
  service_date date NOT NULL,
  corrects_id uuid,
  correction_reason text,
  needs_cosignature boolean NOT NULL,
  supervisor_staff_id uuid,
  author_staff_id uuid NOT NULL,
  account_id uuid NOT NULL,
  author_name text NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  acknowledged text[] DEFAULT '{}'::text[] NOT NULL,
  content_sha256 bytea NOT NULL,
  label text NOT NULL,
  CONSTRAINT member_note_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT member_note_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT member_note_attendance FOREIGN KEY (organization_id, attendance_id, session_id, enrollment_id, patient_id) REFERENCES stepwell.attendance(organization_id, id, session_id, enrollment_id, patient_id),
  CONSTRAINT member_note_author_staff FOREIGN KEY (organization_id, author_staff_id) REFERENCES stepwell.staff(organization_id, id),
  CONSTRAINT member_note_corrects FOREIGN KEY (organization_id, corrects_id) REFERENCES stepwell.member_note(organization_id, id),
  CONSTRAINT member_note_objective FOREIGN KEY (organization_id, objective_id, enrollment_id) REFERENCES stepwell.objective(organization_id, id, enrollment_id),
  CONSTRAINT member_note_session_note FOREIGN KEY (organization_id, session_note_id) REFERENCES stepwell.session_note(organization_id, id),
  CONSTRAINT member_note_supervisor_staff FOREIGN KEY (organization_id, supervisor_staff_id) REFERENCES stepwell.staff(organization_id, id)
);
CREATE INDEX member_note_corrected ON stepwell.member_note USING btree (organization_id, patient_id, corrects_id) WHERE (corrects_id IS NOT NULL);
CREATE UNIQUE INDEX member_note_correction_unique ON stepwell.member_note USING btree (organization_id, corrects_id) WHERE (corrects_id IS NOT NULL);
CREATE UNIQUE INDEX member_note_first_unique ON stepwell.member_note USING btree (organization_id, session_id, patient_id, corrects_id) NULLS NOT DISTINCT;
CREATE INDEX member_note_objective ON stepwell.member_note USING btree (organization_id, objective_id, service_date);
CREATE INDEX member_note_patient ON stepwell.member_note USING btree (organization_id, patient_id, service_date, id);
CREATE INDEX member_note_supervisor ON stepwell.member_note USING btree (organization_id, supervisor_staff_id, signed_at) WHERE needs_cosignature;
ALTER TABLE stepwell.member_note ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.member_note AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.member_note TO stepwell_app;
COMMENT ON COLUMN stepwell.member_note.acknowledged IS 'Codes of what the guards found and the signer let stand.';

CREATE TABLE stepwell.membership (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  series_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  end_reason text,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  withdrawn_at timestamp with time zone,
  CONSTRAINT membership_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT membership_once EXCLUDE USING gist (organization_id WITH =, series_id WITH =, patient_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE ((withdrawn_at IS NULL)),
  CONSTRAINT membership_dates_in_order CHECK ((ends_on >= starts_on)),
  CONSTRAINT membership_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id),
  CONSTRAINT membership_series FOREIGN KEY (organization_id, series_id) REFERENCES stepwell.series(organization_id, id)
);
CREATE INDEX membership_patient ON stepwell.membership USING btree (organization_id, patient_id, starts_on);
CREATE INDEX membership_series ON stepwell.membership USING btree (organization_id, series_id, starts_on);
ALTER TABLE stepwell.membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.membership AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.membership TO stepwell_app;
COMMENT ON COLUMN stepwell.membership.withdrawn_at IS 'Given by mistake and never used: it holds no seat and counts nowhere, and is kept to be read.';

CREATE TABLE stepwell.mrn_counter (
  organization_id uuid NOT NULL,
  last_number bigint NOT NULL,
  CONSTRAINT mrn_counter_pkey PRIMARY KEY (organization_id),
  CONSTRAINT mrn_counter_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
ALTER TABLE stepwell.mrn_counter ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.mrn_counter AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.mrn_counter TO stepwell_app;

CREATE TABLE stepwell.name_word (
  organization_id uuid NOT NULL,
  key text NOT NULL,
  word text NOT NULL,
  CONSTRAINT name_word_pkey PRIMARY KEY (organization_id, key, word),
  CONSTRAINT name_word_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
ALTER TABLE stepwell.name_word ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.name_word AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.name_word TO stepwell_app;

CREATE TABLE stepwell.note_act (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  note_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  kind text NOT NULL,
  words text,
  at timestamp with time zone NOT NULL,
  staff_id uuid,
  account_id uuid NOT NULL,
  actor_name text NOT NULL,
  content_sha256 bytea NOT NULL,
  CONSTRAINT note_act_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT note_act_kind_known CHECK ((kind = ANY (ARRAY['cosign'::text, 'return'::text, 'addendum'::text, 'retract'::text]))),
  CONSTRAINT note_act_note FOREIGN KEY (organization_id, note_id) REFERENCES stepwell.member_note(organization_id, id),
  CONSTRAINT note_act_staff FOREIGN KEY (organization_id, staff_id) REFERENCES stepwell.staff(organization_id, id)
);
CREATE UNIQUE INDEX note_act_cosign_unique ON stepwell.note_act USING btree (organization_id, note_id) WHERE (kind = 'cosign'::text);
CREATE INDEX note_act_note ON stepwell.note_act USING btree (organization_id, note_id, at);
CREATE INDEX note_act_patient ON stepwell.note_act USING btree (organization_id, patient_id);
CREATE UNIQUE INDEX note_act_retract_unique ON stepwell.note_act USING btree (organization_id, note_id) WHERE (kind = 'retract'::text);
CREATE INDEX note_act_retracted ON stepwell.note_act USING btree (organization_id, patient_id, note_id) WHERE (kind = 'retract'::text);
CREATE INDEX note_act_returned ON stepwell.note_act USING btree (organization_id, note_id) WHERE (kind = 'return'::text);
ALTER TABLE stepwell.note_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.note_act AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.note_act TO stepwell_app;

CREATE TABLE stepwell.note_draft (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  patient_id uuid,
  fields jsonb DEFAULT '{}'::jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  account_id uuid,
  actor_name text NOT NULL,
  revision integer DEFAULT 1 NOT NULL,
  CONSTRAINT note_draft_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT note_draft_once UNIQUE NULLS NOT DISTINCT (organization_id, session_id, patient_id),
  CONSTRAINT note_draft_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id),
  CONSTRAINT note_draft_session FOREIGN KEY (organization_id, session_id) REFERENCES stepwell.session(organization_id, id)
);
ALTER TABLE stepwell.note_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.note_draft AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.note_draft TO stepwell_app;
COMMENT ON COLUMN stepwell.note_draft.fields IS 'Each field: its value, its revision, who wrote it and when, and a later word of somebody else that is shown beside.';

CREATE TABLE stepwell.objective (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  goal_id uuid NOT NULL,
  number integer NOT NULL,
  statement text NOT NULL,
  target_on date,
  status text DEFAULT 'active'::text NOT NULL,
  closed_on date,
  label text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT objective_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT objective_number_unique UNIQUE (organization_id, goal_id, number),
  CONSTRAINT objective_of_enrollment UNIQUE (organization_id, id, enrollment_id),
  CONSTRAINT objective_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT objective_status_known CHECK ((status = ANY (ARRAY['active'::text, 'met'::text, 'discontinued'::text]))),
  CONSTRAINT objective_enrollment FOREIGN KEY (organization_id, enrollment_id, patient_id) REFERENCES stepwell.enrollment(organization_id, id, patient_id),
  CONSTRAINT objective_goal FOREIGN KEY (organization_id, goal_id) REFERENCES stepwell.goal(organization_id, id)
);
CREATE INDEX objective_enrollment ON stepwell.objective USING btree (organization_id, enrollment_id);
CREATE INDEX objective_patient ON stepwell.objective USING btree (organization_id, patient_id);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.objective FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.objective ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.objective AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.objective TO stepwell_app;

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

CREATE TABLE stepwell.patient (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  mrn text NOT NULL,
  given_name text NOT NULL,
  middle_name text,
  family_name text NOT NULL,
  name_suffix text,
  preferred_name text,
  former_names text[] DEFAULT '{}'::text[] NOT NULL,
  nicknames text[] DEFAULT '{}'::text[] NOT NULL,
  pronouns text,
  birth_date date NOT NULL,
  sex_at_birth text,
  gender text,
  language text DEFAULT 'en'::text NOT NULL,
  needs_interpreter boolean DEFAULT false NOT NULL,
  phone text,
  phone_may_be_called boolean DEFAULT false NOT NULL,
  phone_may_be_texted boolean DEFAULT false NOT NULL,
  voicemail_may_be_left boolean DEFAULT false NOT NULL,
  email text,
  street text,
  unit text,
  city text,
  state text,
  postal_code text,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  phone_end text GENERATED ALWAYS AS ("right"(phone, 4)) STORED,
  sort_name text GENERATED ALWAYS AS (stepwell.folded(((family_name || ', '::text) || given_name))) STORED NOT NULL,
  duplicate_of_id uuid,
  CONSTRAINT patient_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT patient_duplicate_of_another CHECK (((duplicate_of_id IS NULL) OR ((duplicate_of_id <> id) AND (retired_at IS NOT NULL)))),
  CONSTRAINT patient_phone_shape CHECK ((phone ~ '^[2-9][0-9]{9}$'::text)),
  CONSTRAINT patient_postal_code_shape CHECK ((postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'::text)),
  CONSTRAINT patient_sex_at_birth_known CHECK ((sex_at_birth = ANY (ARRAY['female'::text, 'male'::text, 'unknown'::text]))),
  CONSTRAINT patient_duplicate_of FOREIGN KEY (organization_id, duplicate_of_id) REFERENCES stepwell.patient(organization_id, id),
  CONSTRAINT patient_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
CREATE INDEX patient_born ON stepwell.patient USING btree (organization_id, birth_date, sort_name text_pattern_ops, id) INCLUDE (middle_name, preferred_name);
CREATE INDEX patient_born_otherwise_called ON stepwell.patient USING btree (organization_id, birth_date) WHERE ((former_names <> '{}'::text[]) OR (nicknames <> '{}'::text[]));
CREATE INDEX patient_by_birthday ON stepwell.patient USING btree (organization_id, lpad(((birth_date - '1800-01-01'::date))::text, 6, '0'::text) text_pattern_ops, id);
CREATE INDEX patient_duplicate_of ON stepwell.patient USING btree (organization_id, duplicate_of_id) WHERE (duplicate_of_id IS NOT NULL);
CREATE INDEX patient_email ON stepwell.patient USING btree (organization_id, email);
CREATE UNIQUE INDEX patient_mrn_unique ON stepwell.patient USING btree (organization_id, mrn text_pattern_ops) INCLUDE (id);
CREATE INDEX patient_phone_end ON stepwell.patient USING btree (organization_id, phone_end, phone);
CREATE INDEX patient_sort_name ON stepwell.patient USING btree (organization_id, sort_name text_pattern_ops, id);
ALTER TABLE stepwell.patient ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.patient AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.patient TO stepwell_app;
COMMENT ON TABLE stepwell.patient IS 'A person in care. That a person is here at all may be protected (42 CFR 2.13): nothing outside of the organization is told by this table.';

CREATE TABLE stepwell.patient_contact (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  name text NOT NULL,
  relation text NOT NULL,
  roles text[] NOT NULL,
  phone text,
  email text,
  notes text,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT patient_contact_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT patient_contact_phone_shape CHECK ((phone ~ '^[2-9][0-9]{9}$'::text)),
  CONSTRAINT patient_contact_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id)
);
CREATE INDEX patient_contact_patient ON stepwell.patient_contact USING btree (organization_id, patient_id);
ALTER TABLE stepwell.patient_contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.patient_contact AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.patient_contact TO stepwell_app;

CREATE TABLE stepwell.patient_name (
  organization_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  folded text NOT NULL,
  kind text NOT NULL,
  CONSTRAINT patient_name_pkey PRIMARY KEY (organization_id, patient_id, folded),
  CONSTRAINT patient_name_kind_known CHECK ((kind = ANY (ARRAY['legal'::text, 'preferred'::text, 'former'::text, 'nickname'::text]))),
  CONSTRAINT patient_name_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id)
);
CREATE INDEX patient_name_folded ON stepwell.patient_name USING btree (organization_id, folded text_pattern_ops, patient_id);
ALTER TABLE stepwell.patient_name ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.patient_name AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, DELETE ON TABLE stepwell.patient_name TO stepwell_app;

CREATE TABLE stepwell.payer (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  electronic_id text,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT payer_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT payer_kind_known CHECK ((kind = ANY (ARRAY['commercial'::text, 'medicaid'::text, 'medicare'::text, 'medicare-advantage'::text, 'tricare'::text, 'other'::text]))),
  CONSTRAINT payer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id)
);
CREATE UNIQUE INDEX payer_name_unique ON stepwell.payer USING btree (organization_id, lower(name)) WHERE (retired_at IS NULL);
ALTER TABLE stepwell.payer ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.payer AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.payer TO stepwell_app;

CREATE TABLE stepwell.program (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  site_id uuid NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  summary text,
  ages text NOT NULL,
  is_listed boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  public_name text,
  CONSTRAINT program_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT program_ages_known CHECK ((ages = ANY (ARRAY['adults'::text, 'adolescents'::text, 'young-adults'::text, 'older-adults'::text, 'all'::text]))),
  CONSTRAINT program_slug_shape CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  CONSTRAINT program_site FOREIGN KEY (organization_id, site_id) REFERENCES stepwell.site(organization_id, id)
);
CREATE UNIQUE INDEX program_name_unique ON stepwell.program USING btree (organization_id, lower(name)) WHERE (retired_at IS NULL);
CREATE INDEX program_site ON stepwell.program USING btree (organization_id, site_id);
CREATE UNIQUE INDEX program_slug_unique ON stepwell.program USING btree (organization_id, slug) WHERE (retired_at IS NULL);
ALTER TABLE stepwell.program ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.program AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.program TO stepwell_app;

CREATE TABLE stepwell.program_level (
  organization_id uuid NOT NULL,
  program_id uuid NOT NULL,
  level_of_care_id uuid NOT NULL,
  CONSTRAINT program_level_pkey PRIMARY KEY (organization_id, program_id, level_of_care_id),
  CONSTRAINT program_level_level_of_care FOREIGN KEY (organization_id, level_of_care_id) REFERENCES stepwell.level_of_care(organization_id, id),
  CONSTRAINT program_level_program FOREIGN KEY (organization_id, program_id) REFERENCES stepwell.program(organization_id, id)
);
ALTER TABLE stepwell.program_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.program_level AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, DELETE ON TABLE stepwell.program_level TO stepwell_app;

CREATE TABLE stepwell.received_record (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  source text NOT NULL,
  resource_type text NOT NULL,
  source_key text NOT NULL,
  content text NOT NULL,
  content_sha256 text NOT NULL,
  summary jsonb,
  label text NOT NULL,
  run_id uuid NOT NULL,
  received_at timestamp with time zone NOT NULL,
  replaced_at timestamp with time zone,
  became_kind text,
  became_id uuid,
  CONSTRAINT received_record_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT received_record_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT received_record_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id),
  CONSTRAINT received_record_run FOREIGN KEY (organization_id, run_id) REFERENCES stepwell.import_run(organization_id, id)
);
CREATE UNIQUE INDEX received_record_current ON stepwell.received_record USING btree (organization_id, source, resource_type, source_key) WHERE (replaced_at IS NULL);
CREATE INDEX received_record_patient ON stepwell.received_record USING btree (organization_id, patient_id, resource_type) WHERE (replaced_at IS NULL);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.received_record FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.received_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.received_record AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.received_record TO stepwell_app;
COMMENT ON TABLE stepwell.received_record IS 'Kept until the product has a place of its own for it, and as proof of what was received.';

CREATE TABLE stepwell.record_review (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  performed_by text NOT NULL,
  behalf text NOT NULL,
  behalf_of text,
  reviewers text[] NOT NULL,
  takes_copies boolean NOT NULL,
  agrees_limits boolean NOT NULL,
  agrees_security boolean NOT NULL,
  agrees_retention boolean NOT NULL,
  found_qualified boolean NOT NULL,
  signed_on date,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  ended_on date,
  end_reason text,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT record_review_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT record_review_behalf_known CHECK ((behalf = ANY (ARRAY['agency'::text, 'funder'::text, 'payer'::text, 'quality-improvement'::text, 'direct-control'::text, 'own-choice'::text]))),
  CONSTRAINT record_review_dates_in_order CHECK ((ends_on >= starts_on)),
  CONSTRAINT record_review_ended_with_reason CHECK (((ended_on IS NULL) = (end_reason IS NULL))),
  CONSTRAINT record_review_kind_known CHECK ((kind = ANY (ARRAY['management-audit'::text, 'financial-audit'::text, 'program-evaluation'::text, 'quality-review'::text])))
);
ALTER TABLE stepwell.record_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.record_review AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.record_review TO stepwell_app;
COMMENT ON TABLE stepwell.record_review IS 'An audit or evaluation of the program by somebody else, and the agreement it stands on (42 CFR 2.53).';

CREATE TABLE stepwell.restriction (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  asked_on date NOT NULL,
  asked_by text NOT NULL,
  asker_relation text NOT NULL,
  recipient_kind text NOT NULL,
  recipients text[] NOT NULL,
  information text[] NOT NULL,
  purposes text[] NOT NULL,
  paid_in_full boolean NOT NULL,
  answer text,
  answered_on date,
  answered_by text,
  answer_reason text,
  ended_on date,
  end_ground text,
  end_reason text,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT restriction_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT restriction_answer_known CHECK ((answer = ANY (ARRAY['agreed'::text, 'not-agreed'::text]))),
  CONSTRAINT restriction_answered_whole CHECK ((((answer IS NULL) = (answered_on IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) = (answer_reason IS NULL)))),
  CONSTRAINT restriction_ended_on_grounds CHECK ((((ended_on IS NULL) = (end_ground IS NULL)) AND ((ended_on IS NULL) = (end_reason IS NULL)))),
  CONSTRAINT restriction_recipient_kind_known CHECK ((recipient_kind = ANY (ARRAY['anybody'::text, 'named'::text, 'class'::text]))),
  CONSTRAINT restriction_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id)
);
CREATE INDEX restriction_patient ON stepwell.restriction USING btree (organization_id, patient_id);
ALTER TABLE stepwell.restriction ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.restriction AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.restriction TO stepwell_app;
COMMENT ON TABLE stepwell.restriction IS 'What a patient asked to be kept back in treatment, payment and operations, and what was answered (42 CFR 2.26).';

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

CREATE TABLE stepwell.room_writer (
  organization_id uuid NOT NULL,
  session_id uuid NOT NULL,
  login_session_id uuid NOT NULL,
  account_id uuid NOT NULL,
  patient_id uuid,
  actor_name text NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT room_writer_pkey PRIMARY KEY (organization_id, session_id, login_session_id),
  CONSTRAINT room_writer_session FOREIGN KEY (organization_id, session_id) REFERENCES stepwell.session(organization_id, id) ON DELETE CASCADE
);
ALTER TABLE stepwell.room_writer ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.room_writer AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.room_writer TO stepwell_app;
COMMENT ON COLUMN stepwell.room_writer.patient_id IS 'Whose row; null for the shared note.';

CREATE TABLE stepwell.series (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  site_id uuid NOT NULL,
  program_id uuid NOT NULL,
  track_id uuid,
  activity_type_id uuid NOT NULL,
  room_id uuid,
  name text NOT NULL,
  zone text NOT NULL,
  weekdays integer[] NOT NULL,
  starts_at_wall time without time zone NOT NULL,
  minutes integer NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  capacity integer NOT NULL,
  has_video boolean DEFAULT false NOT NULL,
  materialized_to date,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  public_name text,
  CONSTRAINT series_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT series_capacity_in_range CHECK (((capacity >= 1) AND (capacity <= 100))),
  CONSTRAINT series_dates_in_order CHECK ((ends_on >= starts_on)),
  CONSTRAINT series_minutes_in_range CHECK (((minutes >= 10) AND (minutes <= 600))),
  CONSTRAINT series_weekdays_some CHECK ((((cardinality(weekdays) >= 1) AND (cardinality(weekdays) <= 7)) AND (weekdays <@ '{1,2,3,4,5,6,7}'::integer[]))),
  CONSTRAINT series_activity_type FOREIGN KEY (organization_id, activity_type_id) REFERENCES stepwell.activity_type(organization_id, id),
  CONSTRAINT series_program FOREIGN KEY (organization_id, program_id) REFERENCES stepwell.program(organization_id, id),
  CONSTRAINT series_room FOREIGN KEY (organization_id, room_id) REFERENCES stepwell.room(organization_id, id),
  CONSTRAINT series_site FOREIGN KEY (organization_id, site_id) REFERENCES stepwell.site(organization_id, id),
  CONSTRAINT series_track FOREIGN KEY (organization_id, track_id) REFERENCES stepwell.track(organization_id, id)
);
CREATE INDEX series_site ON stepwell.series USING btree (organization_id, site_id);
ALTER TABLE stepwell.series ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.series AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.series TO stepwell_app;
COMMENT ON COLUMN stepwell.series.weekdays IS 'ISO weekdays, Monday is 1. The wall clock of the site decides; an instant is made for each occurrence.';

CREATE TABLE stepwell.series_facilitator (
  organization_id uuid NOT NULL,
  series_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  role text NOT NULL,
  CONSTRAINT series_facilitator_pkey PRIMARY KEY (organization_id, series_id, staff_id),
  CONSTRAINT series_facilitator_role_known CHECK ((role = ANY (ARRAY['lead'::text, 'co-facilitator'::text, 'trainee'::text]))),
  CONSTRAINT series_facilitator_series FOREIGN KEY (organization_id, series_id) REFERENCES stepwell.series(organization_id, id),
  CONSTRAINT series_facilitator_staff FOREIGN KEY (organization_id, staff_id) REFERENCES stepwell.staff(organization_id, id)
);
CREATE UNIQUE INDEX series_facilitator_one_lead ON stepwell.series_facilitator USING btree (organization_id, series_id) WHERE (role = 'lead'::text);
ALTER TABLE stepwell.series_facilitator ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.series_facilitator AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.series_facilitator TO stepwell_app;

CREATE TABLE stepwell.session (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  series_id uuid,
  site_id uuid NOT NULL,
  program_id uuid NOT NULL,
  activity_type_id uuid NOT NULL,
  room_id uuid,
  name text NOT NULL,
  zone text NOT NULL,
  service_date date NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  clock_change text,
  state text DEFAULT 'scheduled'::text NOT NULL,
  cancel_reason text,
  capacity integer NOT NULL,
  has_video boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  closure_id uuid,
  planned_by jsonb,
  CONSTRAINT session_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT session_of_series_unique UNIQUE (organization_id, series_id, service_date),
  CONSTRAINT session_times UNIQUE (organization_id, id, starts_at, ends_at, state),
  CONSTRAINT session_room_free EXCLUDE USING gist (organization_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (((room_id IS NOT NULL) AND (state <> 'cancelled'::text))) DEFERRABLE,
  CONSTRAINT session_clock_change_known CHECK ((clock_change = ANY (ARRAY['moved-forward'::text, 'first-of-two'::text]))),
  CONSTRAINT session_planned_by_itself CHECK (((planned_by IS NULL) OR (series_id IS NULL))),
  CONSTRAINT session_planned_by_list CHECK (((planned_by IS NULL) OR (jsonb_typeof(planned_by) = 'array'::text))),
  CONSTRAINT session_state_known CHECK ((state = ANY (ARRAY['scheduled'::text, 'open'::text, 'ended'::text, 'cancelled'::text]))),
  CONSTRAINT session_times_in_order CHECK ((ends_at > starts_at)),
  CONSTRAINT session_activity_type FOREIGN KEY (organization_id, activity_type_id) REFERENCES stepwell.activity_type(organization_id, id),
  CONSTRAINT session_closure FOREIGN KEY (organization_id, closure_id) REFERENCES stepwell.closure(organization_id, id),
  CONSTRAINT session_program FOREIGN KEY (organization_id, program_id) REFERENCES stepwell.program(organization_id, id),
  CONSTRAINT session_room FOREIGN KEY (organization_id, room_id) REFERENCES stepwell.room(organization_id, id),
  CONSTRAINT session_series FOREIGN KEY (organization_id, series_id) REFERENCES stepwell.series(organization_id, id),
  CONSTRAINT session_site FOREIGN KEY (organization_id, site_id) REFERENCES stepwell.site(organization_id, id)
);
CREATE INDEX session_closure ON stepwell.session USING btree (organization_id, closure_id) WHERE (closure_id IS NOT NULL);
CREATE INDEX session_service_date ON stepwell.session USING btree (organization_id, service_date, starts_at, id);
CREATE INDEX session_site ON stepwell.session USING btree (organization_id, site_id, service_date);
CREATE INDEX session_starts_at ON stepwell.session USING btree (organization_id, starts_at);
ALTER TABLE stepwell.session ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.session AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.session TO stepwell_app;
COMMENT ON COLUMN stepwell.session.planned_by IS 'Who facilitates a session of no series as it was planned, each with staff_id and role; null of a series, which says so itself.';

CREATE TABLE stepwell.session_facilitator (
  organization_id uuid NOT NULL,
  session_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  role text NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  CONSTRAINT session_facilitator_pkey PRIMARY KEY (organization_id, session_id, staff_id),
  CONSTRAINT session_facilitator_free EXCLUDE USING gist (organization_id WITH =, staff_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((state <> 'cancelled'::text)) DEFERRABLE,
  CONSTRAINT session_facilitator_role_known CHECK ((role = ANY (ARRAY['lead'::text, 'co-facilitator'::text, 'trainee'::text]))),
  CONSTRAINT session_facilitator_session FOREIGN KEY (organization_id, session_id, starts_at, ends_at, state) REFERENCES stepwell.session(organization_id, id, starts_at, ends_at, state) ON UPDATE CASCADE,
  CONSTRAINT session_facilitator_staff FOREIGN KEY (organization_id, staff_id) REFERENCES stepwell.staff(organization_id, id)
);
CREATE UNIQUE INDEX session_facilitator_one_lead ON stepwell.session_facilitator USING btree (organization_id, session_id) WHERE (role = 'lead'::text);
CREATE INDEX session_facilitator_staff ON stepwell.session_facilitator USING btree (organization_id, staff_id, starts_at);
ALTER TABLE stepwell.session_facilitator ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.session_facilitator AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE stepwell.session_facilitator TO stepwell_app;

CREATE TABLE stepwell.session_note (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  topic text NOT NULL,
  curriculum text,
  interventions text[] NOT NULL,
  what_we_did text NOT NULL,
  how_it_went text NOT NULL,
  next_time text,
  attended_count integer NOT NULL,
  corrects_id uuid,
  author_staff_id uuid,
  account_id uuid NOT NULL,
  author_name text NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  acknowledged text[] DEFAULT '{}'::text[] NOT NULL,
  content_sha256 bytea NOT NULL,
  label text NOT NULL,
  CONSTRAINT session_note_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT session_note_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT session_note_author_staff FOREIGN KEY (organization_id, author_staff_id) REFERENCES stepwell.staff(organization_id, id),
  CONSTRAINT session_note_corrects FOREIGN KEY (organization_id, corrects_id) REFERENCES stepwell.session_note(organization_id, id),
  CONSTRAINT session_note_session FOREIGN KEY (organization_id, session_id) REFERENCES stepwell.session(organization_id, id)
);
CREATE UNIQUE INDEX session_note_first_unique ON stepwell.session_note USING btree (organization_id, session_id) WHERE (corrects_id IS NULL);
CREATE INDEX session_note_session ON stepwell.session_note USING btree (organization_id, session_id, signed_at);
ALTER TABLE stepwell.session_note ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.session_note AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT ON TABLE stepwell.session_note TO stepwell_app;
COMMENT ON COLUMN stepwell.session_note.acknowledged IS 'Codes of what the guards found and the signer let stand.';

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

CREATE TABLE stepwell.task (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  urgency text NOT NULL,
  patient_id uuid,
  record_kind text,
  record_id uuid,
  details jsonb DEFAULT '{}'::jsonb NOT NULL,
  owner_staff_id uuid,
  owner_role text,
  due_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  taken_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by text,
  closure text,
  closure_words text,
  label text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  escalations integer DEFAULT 0 NOT NULL,
  escalated_at timestamp with time zone,
  CONSTRAINT task_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT task_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT task_owned CHECK (((owner_staff_id IS NOT NULL) OR (owner_role IS NOT NULL))),
  CONSTRAINT task_urgency_known CHECK ((urgency = ANY (ARRAY['crisis'::text, 'today'::text, 'soon'::text]))),
  CONSTRAINT task_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES stepwell.organization(organization_id),
  CONSTRAINT task_owner_staff FOREIGN KEY (organization_id, owner_staff_id) REFERENCES stepwell.staff(organization_id, id),
  CONSTRAINT task_patient FOREIGN KEY (organization_id, patient_id) REFERENCES stepwell.patient(organization_id, id)
);
CREATE INDEX task_open ON stepwell.task USING btree (organization_id, due_at, id) WHERE (closed_at IS NULL);
CREATE INDEX task_owner_staff ON stepwell.task USING btree (organization_id, owner_staff_id, due_at) WHERE (closed_at IS NULL);
CREATE INDEX task_patient ON stepwell.task USING btree (organization_id, patient_id, created_at);
CREATE UNIQUE INDEX task_source_unique ON stepwell.task USING btree (organization_id, kind, record_kind, record_id) WHERE (closed_at IS NULL);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.task FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.task ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.task AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.task TO stepwell_app;

CREATE TABLE stepwell.track (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  program_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  label text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT track_pkey PRIMARY KEY (organization_id, id),
  CONSTRAINT track_kind_known CHECK ((kind = ANY (ARRAY['mental-health'::text, 'substance-use'::text, 'co-occurring'::text, 'adolescent'::text, 'trauma'::text, 'eating-disorder'::text]))),
  CONSTRAINT track_label_known CHECK ((label = ANY (ARRAY['general'::text, 'mental-health'::text, 'part-2'::text, 'restricted'::text]))),
  CONSTRAINT track_program FOREIGN KEY (organization_id, program_id) REFERENCES stepwell.program(organization_id, id)
);
CREATE UNIQUE INDEX track_name_unique ON stepwell.track USING btree (organization_id, program_id, lower(name)) WHERE (retired_at IS NULL);
CREATE TRIGGER label_never_weaker BEFORE UPDATE OF label ON stepwell.track FOR EACH ROW EXECUTE FUNCTION stepwell.refuse_weaker_label();
ALTER TABLE stepwell.track ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization ON stepwell.track AS PERMISSIVE FOR ALL TO PUBLIC
  USING ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)))
  WITH CHECK ((organization_id = ( SELECT stepwell.current_organization() AS current_organization)));
GRANT SELECT, INSERT, UPDATE ON TABLE stepwell.track TO stepwell_app;

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
    join stepwell.affiliation a
      on a.organization_id = s.organization_id and a.account_id = s.account_id and a.side = s.side
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
 RETURNS TABLE(organization_id uuid, organization_name text, roles text[], accepted_at timestamp with time zone, side text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT a.organization_id,
     o.name,
     a.roles,
     a.accepted_at,
     a.side
    FROM (stepwell.affiliation a
      JOIN stepwell.organization o ON ((o.organization_id = a.organization_id)))
   WHERE ((a.account_id = affiliations_of.wanted_account) AND (a.ended_at IS NULL))
   ORDER BY o.name;
END;

CREATE OR REPLACE FUNCTION stepwell.announce(record_kind text, record_id uuid)
 RETURNS void
 LANGUAGE sql
RETURN pg_notify('stepwell'::text, (((((stepwell.current_organization())::text || ' '::text) || record_kind) || ' '::text) || (record_id)::text));

CREATE OR REPLACE FUNCTION stepwell.audit_text(event stepwell.audit_event, subjects text)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN concat_ws(''::text, (event).organization_id, (event).id, to_char(((event).at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US'::text), (event).outcome, (event).verb, (event).purpose, (event).actor_kind, COALESCE(((event).account_id)::text, '-'::text), (event).actor_name, COALESCE(((event).session_id)::text, '-'::text), (event).request_id, COALESCE((event).address, '-'::text), COALESCE((event).record_kind, '-'::text), COALESCE(((event).record_id)::text, '-'::text), ((event).details)::text, COALESCE(subjects, '-'::text));

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

CREATE OR REPLACE FUNCTION stepwell.enqueue_deliveries(errands uuid[], dues timestamp with time zone[], most_attempts integer[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  jobs graphile_worker.job_spec[];
begin
  -- One look-up for each: as a join it would be planned for as many errands as there were when the connection was young.
  if exists (select from unnest(errands) as asked(id)
              where (select o.id from stepwell.outbox o
                      where o.organization_id = stepwell.current_organization() and o.id = asked.id) is null) then
    raise exception 'no such errand in this organization';
  end if;
  jobs := array(
    select row('deliver', json_build_object('organizationId', stepwell.current_organization(), 'outboxId', e.id), null, e.due,
               e.most, e.id::text, null, null)::graphile_worker.job_spec
      from unnest(errands, dues, most_attempts) as e(id, due, most)
     where (select o.delivered_at from stepwell.outbox o
             where o.organization_id = stepwell.current_organization() and o.id = e.id) is null);
  if cardinality(jobs) > 0 then
    perform graphile_worker.add_jobs(jobs);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION stepwell.enqueue_delivery(errand uuid, due timestamp with time zone, most_attempts integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT stepwell.enqueue_deliveries(ARRAY[errand], ARRAY[due], ARRAY[most_attempts]) AS enqueue_deliveries;
END;

CREATE OR REPLACE FUNCTION stepwell.folded(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(regexp_replace(NORMALIZE(name, NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text));

CREATE OR REPLACE FUNCTION stepwell.keep_labels(tables regclass[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  one regclass;
begin
  foreach one in array tables loop
    execute format('create trigger label_never_weaker before update of label on %s for each row execute function stepwell.refuse_weaker_label()', one);
  end loop;
end $function$;
REVOKE ALL ON FUNCTION stepwell.keep_labels(regclass[]) FROM PUBLIC;
COMMENT ON FUNCTION stepwell.keep_labels(pg_catalog.regclass[]) IS 'For migrations: whatever is changed in these tables, a label never becomes weaker.';

CREATE OR REPLACE FUNCTION stepwell.label_rank(label text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE label WHEN 'general'::text THEN 0 WHEN 'mental-health'::text THEN 1 WHEN 'part-2'::text THEN 2 ELSE 3 END;

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

CREATE OR REPLACE FUNCTION stepwell.new_id()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
RETURN (encode(set_bit(set_bit(OVERLAY(uuid_send(gen_random_uuid()) PLACING SUBSTRING(int8send(((EXTRACT(epoch FROM clock_timestamp()) * (1000)::numeric))::bigint) FROM 3) FROM 1 FOR 6), (52)::bigint, 1), (53)::bigint, 1), 'hex'::text))::uuid;
COMMENT ON FUNCTION stepwell.new_id() IS 'An id that grows with time.';

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

CREATE OR REPLACE FUNCTION stepwell.refuse_changed_terms()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.state <> 'draft' and (new.terms, new.source, new.effective_from, new.contract_id, new.number) is distinct from (old.terms, old.source, old.effective_from, old.contract_id, old.number) then
    raise exception 'the terms of a contract version that has left draft never change' using errcode = 'check_violation', constraint = 'contract_version_terms_fixed';
  end if;
  if old.state <> 'draft' and new.state = 'draft' or old.state = 'retired' and new.state <> 'retired' then
    raise exception 'a contract version only goes on' using errcode = 'check_violation', constraint = 'contract_version_state_forward';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION stepwell.refuse_unless(holds boolean, name text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if holds is not true then
    raise exception 'refused: %', name using errcode = 'check_violation', constraint = name;
  end if;
end $function$;
COMMENT ON FUNCTION stepwell.refuse_unless(boolean,pg_catalog.text) IS 'Ends the transaction as a constraint of this name would, unless it holds.';

CREATE OR REPLACE FUNCTION stepwell.refuse_weaker_label()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if stepwell.label_rank(new.label) < stepwell.label_rank(old.label) then
    raise exception 'the label of a % may not become weaker', tg_table_name using errcode = 'check_violation', constraint = tg_table_name || '_label_never_weaker';
  end if;
  return new;
end $function$;

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
  select array_agg(d.id order by d.id), array_agg(d.digest order by d.id) into ids, digests
    from (select e.id, sha256(convert_to(stepwell.audit_text(e,
                   (select string_agg(s.patient_id::text, ',' order by s.patient_id) from stepwell.audit_subject s
                     where s.organization_id = wanted_organization and s.audit_id = e.id)), 'UTF8')) as digest
            from taken t join stepwell.audit_event e on e.organization_id = wanted_organization and e.id = t.audit_id) d;
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
