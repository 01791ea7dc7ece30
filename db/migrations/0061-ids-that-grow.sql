-- Purpose: ids that are made by a statement grow with time as all others do, so that the seats of a series lie beside each other in
-- every index. They had ids by chance.
-- Old code: runs; it makes ids by chance.

-- A UUIDv7 (RFC 9562 5.7): 48 bits of Unix milliseconds over the bits of chance of a version 4, whose version becomes 7.
create function stepwell.new_id() returns uuid
  language sql volatile parallel safe
  return encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid;
comment on function stepwell.new_id() is 'An id that grows with time.';
