-- Purpose: errands of many commits get their places in the queue with one insert; and a member's note has one index less.
-- Old code: runs; it asks for one place after the other.

-- Errands of the organization of this transaction, each with its own time and as many attempts as it has left. What has been carried
-- out already needs no place.
create function stepwell.enqueue_deliveries(errands uuid[], dues timestamptz[], most_attempts integer[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;

create or replace function stepwell.enqueue_delivery(errand uuid, due timestamptz, most_attempts integer) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select stepwell.enqueue_deliveries(array[errand], array[due], array[most_attempts]);
  end;

-- The first note about somebody in a session, and each correction of it. Begins like the index over the notes of a session, which
-- is not needed any more.
create unique index member_note_once on stepwell.member_note (organization_id, session_id, patient_id, corrects_id)
  nulls not distinct;
drop index stepwell.member_note_first_unique;
alter index stepwell.member_note_once rename to member_note_first_unique;
drop index stepwell.member_note_session;
