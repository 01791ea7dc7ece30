import { sql } from "kysely";
import type { ImportOutcome } from "#domain/imports/import.ts";
import type { Work } from "#server/platform/work.ts";

/** An entry that goes by a name others in the file may use. */
export interface CalledEntry {
  readonly number: number;
  readonly phase: number;
  readonly resourceType: string;
  readonly fullUrl: string | null;
  readonly typeId: string | null;
  readonly contentSha256: string;
  /** Only of what others refer to; a person's is read when it is their turn. */
  readonly content: string | null;
  readonly outcome: ImportOutcome | null;
  readonly patientId: string | null;
}

/**
 * Entries of the same import that go by one of these names (an address, or a kind and an id): of each name the first, however
 * many go by it.
 */
export const listCalled = async (
  { tx, organizationId }: Work,
  importId: string,
  names: readonly string[],
): Promise<CalledEntry[]> => {
  const entry = sql`
    select number, phase, resource_type, full_url, type_id, content_sha256, case when phase = 0 then content end as content,
           outcome, patient_id
      from stepwell.import_entry entry
     where entry.organization_id = ${organizationId} and entry.run_id = ${importId}`;
  const { rows } = await sql<CalledEntry>`
    select called.*
      from (select distinct name from unnest(${[...names]}::text[]) as name) asked
     cross join lateral (
           (${entry} and entry.type_id = asked.name order by entry.number limit 1)
           union all (${entry} and entry.full_url = asked.name and entry.phase = 0 order by entry.number limit 1)
           union all (${entry} and entry.full_url = asked.name and entry.phase = 1 order by entry.number limit 1)) called
     order by called.number`.execute(tx);
  return rows;
};

/** By what somebody of the same file may be the same person. */
export interface NearPlace {
  readonly birthDate: string;
  readonly nearKey: string;
}

/** So many of one birthday and one key are looked at. Nobody's file has more of them unless it made up the birthdays. */
export const mostNear = 40;

export interface NearEntry {
  readonly number: number;
  readonly title: string;
  readonly birthDate: string;
  readonly nearKey: string | null;
}

/**
 * People of the same import who have been looked at, may be taken, and were born on one of these days: everybody where the file
 * has no more of that day than are looked at; where it has thousands, those whose names begin alike.
 */
export const listNear = async (
  { tx, organizationId }: Work,
  importId: string,
  places: readonly NearPlace[],
): Promise<NearEntry[]> => {
  if (places.length === 0) return [];
  const asked = JSON.stringify(
    places.map(({ birthDate, nearKey }) => ({ birth_date: birthDate, near_key: nearKey })),
  );
  const entry = sql`
    select number, title, birth_date, near_key
      from stepwell.import_entry entry
     where entry.organization_id = ${organizationId} and entry.run_id = ${importId} and entry.outcome in ('taken', 'merged', 'asked')`;
  const { rows } = await sql<NearEntry>`
    with asked as (
      select distinct birth_date, near_key from jsonb_to_recordset(${asked}::jsonb) as asked(birth_date date, near_key text))
    select of_day.* from (select distinct birth_date from asked) day
     cross join lateral (${entry} and entry.birth_date = day.birth_date order by entry.near_key, entry.number limit ${mostNear}) of_day
    union
    select alike.* from asked
     cross join lateral (${entry} and entry.birth_date = asked.birth_date and entry.near_key = asked.near_key
                          order by entry.number limit ${mostNear}) alike`.execute(tx);
  return rows;
};
