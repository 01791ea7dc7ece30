import pg from "pg";

/** One row of a plain trail: what the product writes of a read, without seals, foreign keys and further indexes. */
export const makeBareTrail = `
  create schema bench;
  create table bench.trail (
    organization_id uuid not null, id uuid primary key, at timestamptz not null, outcome text not null, verb text not null,
    purpose text not null, actor_kind text not null, account_id uuid, actor_name text not null, session_id uuid,
    request_id uuid not null, address text, record_kind text, record_id uuid, details jsonb not null default '{}')`;

const columns =
  "organization_id, id, at, outcome, verb, purpose, actor_kind, account_id, actor_name, session_id, request_id, address, record_kind, record_id";

/** The line of one read as a part of a statement: $1 organization, $2 record, $3 id, $4 instant, $5 account, $6 session, $7 request. */
export const tellOne = `
  insert into bench.trail (${columns}) values
    ($1, $3, $4, 'read', 'site.read', 'operations', 'staff', $5, 'Maya Torres', $6, $7, '127.0.0.1', 'site', $2)`;

/** The lines of many reads: $1 organization, $2 account, $3 session, then one array each of ids, instants, requests, records. */
export const tellMany = `
  insert into bench.trail (${columns})
  select $1, id, at, 'read', 'site.read', 'operations', 'staff', $2, 'Maya Torres', $3, request_id, '127.0.0.1', 'site', record_id
    from unnest($4::uuid[], $5::timestamptz[], $6::uuid[], $7::uuid[]) as line(id, at, request_id, record_id)`;

/** A pool of the driver's own, with instants read as the product reads them. */
export const openBarePool = (url: string, most: number): pg.Pool => {
  pg.types.setTypeParser(
    pg.types.builtins.TIMESTAMPTZ,
    (text) => `${text.slice(0, 10)}T${text.slice(11, -3)}Z`,
  );
  return new pg.Pool({ connectionString: url, max: most, options: "-c timezone=UTC" });
};
