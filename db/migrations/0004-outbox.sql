-- Purpose: what happened and what must leave (outbox); delivery by the job queue, enqueued in the same transaction.
-- Old code: cannot run against it (there is none).

create table stepwell.outbox (
  organization_id uuid not null references stepwell.organization,
  id uuid not null,
  kind text not null,
  record_id uuid,
  payload jsonb not null default '{}',
  created_at timestamptz not null,
  created_by text not null,
  attempts integer not null default 0,
  attempted_at timestamptz,
  next_attempt_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  last_problem text,
  primary key (organization_id, id)
);
create index outbox_waiting on stepwell.outbox (organization_id, created_at) where delivered_at is null;
create index outbox_created_at on stepwell.outbox (organization_id, created_at, id);
comment on table stepwell.outbox is 'Facts and errands of an organization. Ids and codes only, never a text about a person.';
select stepwell.protect('{stepwell.outbox}', 'select, insert, update');

-- The job names the organization and the errand, nothing else. Enqueuing is open to the application only through
-- this function; the queue's own tables are not.
create function stepwell.enqueue_delivery(errand uuid, due timestamptz, most_attempts integer) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from stepwell.outbox o
                  where o.organization_id = stepwell.current_organization() and o.id = errand) then
    raise exception 'no such errand in this organization';
  end if;
  perform graphile_worker.add_job(
    identifier => 'deliver',
    payload => json_build_object('organizationId', stepwell.current_organization(), 'outboxId', errand),
    run_at => due, max_attempts => most_attempts, job_key => errand::text);
end $$;

-- The worker runs as the application, on connections that say so; every other connection sees an empty queue.
do $$
declare
  one record;
begin
  for one in select c.oid::regclass as name from pg_class c
              where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' loop
    execute format('alter table %s enable row level security', one.name);
    execute format('create policy worker on %s to stepwell_app using (current_setting(''app.worker'', true) = ''on'') with check (current_setting(''app.worker'', true) = ''on'')', one.name);
  end loop;
end $$;
grant usage on schema graphile_worker to stepwell_app;
grant select, insert, update, delete on all tables in schema graphile_worker to stepwell_app;
grant usage, select on all sequences in schema graphile_worker to stepwell_app;
grant execute on all functions in schema graphile_worker to stepwell_app;
