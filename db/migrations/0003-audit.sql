-- Purpose: the audit trail: events, the patients they touched, and the seals over committed batches.
-- Old code: cannot run against it (there is none).

-- No foreign keys here: every read of the product writes these rows, stepwell.write_audit alone can, and it writes an
-- event, its subjects and its place in the queue in one statement. Checking what cannot differ would cost a third of it.
create table stepwell.audit_event (
  organization_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  outcome text not null,
  verb text not null,
  purpose text not null,
  actor_kind text not null,
  account_id uuid,
  actor_name text not null,
  session_id uuid,
  request_id uuid not null,
  address text,
  record_kind text,
  record_id uuid,
  details jsonb not null default '{}',
  primary key (organization_id, id),
  constraint audit_event_outcome_known check (outcome in ('done', 'read', 'refused', 'failed'))
);
create index audit_event_at on stepwell.audit_event (organization_id, at, id);
create index audit_event_account on stepwell.audit_event (organization_id, account_id, at, id);
create index audit_event_record on stepwell.audit_event (organization_id, record_id, at, id);
comment on table stepwell.audit_event is 'Who did or saw what, when and why (45 CFR 164.312(b)). Written once; the application can neither change nor delete it.';

create table stepwell.audit_subject (
  organization_id uuid not null,
  audit_id uuid not null,
  patient_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, audit_id, patient_id)
);
create index audit_subject_patient on stepwell.audit_subject (organization_id, patient_id, at, audit_id);

create table stepwell.audit_unsealed (
  organization_id uuid not null,
  audit_id uuid not null,
  primary key (organization_id, audit_id)
);
comment on table stepwell.audit_unsealed is 'Events that wait for the sealer. A queue besides the events: only committed rows are seen, and no event is ever updated.';

create table stepwell.audit_seal (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  number bigint not null,
  sealed_at timestamptz not null,
  audit_ids uuid[] not null,
  digests bytea[] not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organization_id, id),
  constraint audit_seal_number_unique unique (organization_id, number),
  constraint audit_seal_one_digest_each check (cardinality(audit_ids) = cardinality(digests))
);

select stepwell.protect('{stepwell.audit_event, stepwell.audit_subject}', 'select, insert');
select stepwell.protect('{stepwell.audit_unsealed}', 'select, insert');
select stepwell.protect('{stepwell.audit_seal}', 'select');

-- The text that is sealed. Explicit columns in a fixed order, so it is the same on every version of the server.
-- Without settings and subqueries of its own the planner takes it in: a call for each event cost more than the sealing.
create function stepwell.audit_text(event stepwell.audit_event, subjects text) returns text language sql stable
  return concat_ws(E'\x1f',
    event.organization_id, event.id, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), event.outcome,
    event.verb, event.purpose, event.actor_kind, coalesce(event.account_id::text, '-'), event.actor_name,
    coalesce(event.session_id::text, '-'), event.request_id, coalesce(event.address, '-'),
    coalesce(event.record_kind, '-'), coalesce(event.record_id::text, '-'), event.details::text,
    coalesce(subjects, '-'));

-- Writes events of any organization in one statement: reads, refusals and rollbacks of one tick, from another
-- connection than the requests they tell of. `rows` is an array of events with their subjects.
create function stepwell.write_audit(rows json) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;

-- Seals up to `most` waiting events of one organization; answers the seal's number and hash, or nothing.
create function stepwell.seal_audit(wanted_organization uuid, seal_id uuid, sealed timestamptz, most integer,
  out number bigint, out hash bytea, out events integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;

create function stepwell.organizations_to_seal() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select o.organization_id from stepwell.organization o
     where exists (select 1 from stepwell.audit_unsealed u where u.organization_id = o.organization_id);
  end;
