-- Purpose: a statement refuses by itself what it was not asked for, so that nobody has to wait for its answer to refuse it.
-- Old code: runs.

create function stepwell.refuse_unless(holds boolean, name text) returns void
  language plpgsql
  as $$
begin
  if holds is not true then
    raise exception 'refused: %', name using errcode = 'check_violation', constraint = name;
  end if;
end $$;
comment on function stepwell.refuse_unless(boolean, text) is 'Ends the transaction as a constraint of this name would, unless it holds.';
