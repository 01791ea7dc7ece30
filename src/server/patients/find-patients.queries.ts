import { sql } from "kysely";
import { searchKey, wordsOf } from "#domain/patients/search-key.ts";
import type { Beginning } from "#domain/patients/search-match.ts";
import type { CareState } from "#domain/patients/patient.ts";
import type { RecordState } from "#domain/practice/record-state.ts";
import { isInCareState } from "#server/patients/care-now.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** A patient as a search finds it. */
export interface Found {
  readonly id: string;
  readonly mrn: string;
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly formerNames: string[];
  readonly nicknames: string[];
  readonly pronouns: string | null;
  readonly birthDate: string;
  readonly phone: string | null;
  readonly retiredAt: string | null;
}

interface Bounds {
  readonly state: RecordState;
  readonly care: CareState | undefined;
  readonly most: number;
}

const columns = sql.raw(
  `patient.id, patient.mrn, patient.given_name as "givenName", patient.middle_name as "middleName",
   patient.family_name as "familyName", patient.preferred_name as "preferredName", patient.former_names as "formerNames",
   patient.nicknames, patient.pronouns, patient.birth_date as "birthDate", patient.phone, patient.retired_at as "retiredAt"`,
);

const isAskedFor = (work: Work, { state, care }: Bounds) =>
  sql<boolean>`(${state}::text = 'all' or (${state}::text = 'retired') = (patient.retired_at is not null))
    and ${isInCareState(work, care, sql`patient.id`)}`;

/** No text is above a beginning followed by the last code point. */
const after = "\u{10FFFF}";

/**
 * Where each beginning ends is made here: PostgreSQL 15 takes no `||` for leakproof, and under row-level security would read
 * on to the end of the index.
 */
const ranges = (beginnings: readonly Beginning[]) =>
  JSON.stringify(
    beginnings.map(({ text, others, rank }) => ({
      text,
      until: `${text}${after}`,
      others: others.map((other) => `% ${other}%`),
      rank,
    })),
  );

/** Rows looked through for further words before a search gives up on a beginning: it stays as quick with a million patients. */
const mostLookedThrough = 2000;

/**
 * Patients one of whose names begins with one of these texts, lowest rank first. Of the texts of one rank each shows its
 * first person before any shows its second, so that a common name hides no rare one. Ranges of a b-tree by leakproof
 * operators: they find their index under row-level security. Asked only for those in care, or only for the others, it looks
 * further along what begins as typed, for the first hundred of a common name may all be of the other kind.
 */
export const listBeginning = async (
  work: Work,
  beginnings: readonly Beginning[],
  bounds: Bounds,
): Promise<Found[]> => {
  const { tx, organizationId } = work;
  const { most } = bounds;
  const isNarrowed = bounds.care !== undefined;
  const { rows } = await sql<Found>`
    with hit as (
      select near.patient_id, min(wanted.rank) as place, min(near.turn) as turn, min(near.folded) as folded
        from json_to_recordset(${ranges(beginnings)}::json) as wanted(text text, until text, others text[], rank integer)
       cross join lateral (
         select looked.patient_id, looked.folded, row_number() over () as turn
           from (select name.patient_id, name.folded from stepwell.patient_name name
                  where name.organization_id = ${organizationId}
                    and name.folded ~>=~ wanted.text and name.folded ~<~ wanted.until
                  order by name.folded using ~<~
                  limit case when cardinality(wanted.others) = 0 and not (${isNarrowed}::boolean and wanted.rank = 0) then ${most * 3} else ${mostLookedThrough}::integer end) looked
          where ' ' || looked.folded like all (wanted.others) and ${isInCareState(work, bounds.care, sql`looked.patient_id`)}
          limit ${most * 3}) near
       group by near.patient_id
       order by place, turn, folded using ~<~, patient_id)
    select patient.*
      from hit
     cross join lateral (
       select ${columns} from stepwell.patient patient
        where patient.organization_id = ${organizationId} and patient.id = hit.patient_id and ${isAskedFor(work, bounds)}
        limit 1) patient
     order by hit.place, hit.turn, hit.folded using ~<~, hit.patient_id
     limit ${most}`.execute(tx);
  return rows;
};

/** So many words of one key are read: more than one alphabet puts a slip away from another, few enough for any number of people. */
const mostOfKey = 200;

/** Words of names here that share a key with what was typed, so many of each key; in one row, for there may be a thousand. */
export const listWordsUnder = async (
  { tx, organizationId }: Work,
  keys: readonly string[],
): Promise<string[]> => {
  const { rows } = await sql<{ words: string | null }>`
    select string_agg(near.word, ' ') as words
      from json_array_elements_text(${JSON.stringify(keys)}::json) as wanted(key)
     cross join lateral (
       select known.word from stepwell.name_word known
        where known.organization_id = ${organizationId} and known.key = wanted.key
        order by known.word limit ${mostOfKey}) near`.execute(tx);
  return [...new Set(wordsOf(rows[0]?.words ?? ""))];
};

/** How far the names of those who were born on one day are read. */
const mostBornOnADay = 500;

/**
 * The names of those who were born on a day, by their ids: read from the index alone, for among a million people some forty
 * share a birthday. Whoever has nicknames or former names comes a second time, with all of them.
 */
export const listNamesOfBorn = async (
  { tx, organizationId }: Work,
  birthDate: string,
): Promise<readonly (readonly [id: string, names: string])[]> => {
  const { rows } = await sql<{ born: [string, string][] | null }>`
    select json_agg(json_build_array(born.id, born.names)) as born
      from ((select named.id, concat_ws(' ', named.sort_name, named.middle_name, named.preferred_name) as names
               from stepwell.patient named
              where named.organization_id = ${organizationId} and named.birth_date = ${birthDate}::date
              limit ${mostBornOnADay})
            union all
            (select called.id, concat_ws(' ', called.sort_name, called.middle_name, called.preferred_name,
                                         array_to_string(called.former_names || called.nicknames, ' '))
               from stepwell.patient called
              where called.organization_id = ${organizationId} and called.birth_date = ${birthDate}::date
                and (called.former_names <> '{}' or called.nicknames <> '{}')
              limit ${mostBornOnADay})) born`.execute(tx);
  return rows[0]?.born ?? [];
};

/** These patients, by name. */
export const listThese = async (
  work: Work,
  ids: readonly string[],
  bounds: Bounds,
): Promise<Found[]> => {
  const { tx, organizationId } = work;
  const { most } = bounds;
  const { rows } = await sql<Found>`
    select ${columns} from stepwell.patient patient
     where patient.organization_id = ${organizationId} and patient.id = any(${ids}::uuid[]) and ${isAskedFor(work, bounds)}
     order by patient.sort_name using ~<~, patient.id
     limit ${most}`.execute(tx);
  return rows;
};

interface Marks {
  readonly digits: string | null;
  readonly email: string | null;
}

const wholePhone = 10;
const leastOfPhone = 4;

/** Where the telephones that end so stand in their index: a whole number is one place in it. */
const phonesOf = (digits: string | null) => {
  if (digits === null || digits.length < leastOfPhone || digits.length > wholePhone) return null;
  const end = digits.slice(-leastOfPhone);
  return digits.length === wholePhone
    ? { end, from: digits, until: digits }
    : { end, from: "", until: "9".repeat(wholePhone) };
};

/** How many telephones that end alike, or share an address, are looked through. */
export const mostReached = 500;

/** Patients with a record number, a telephone or its end, or an e-mail address. */
export const listReached = async (
  work: Work,
  { digits, email }: Marks,
  bounds: Bounds,
): Promise<Found[]> => {
  const { tx, organizationId } = work;
  const { most } = bounds;
  const phones = phonesOf(digits);
  const { rows } = await sql<Found>`
    with hit as (
      (select numbered.id, 0 as place from stepwell.patient numbered
        where numbered.organization_id = ${organizationId} and numbered.mrn = ${digits}::text)
      union all
      (select called.id, 1 from stepwell.patient called
        where called.organization_id = ${organizationId} and called.phone_end = ${phones?.end ?? null}::text
          and called.phone >= ${phones?.from ?? null}::text and called.phone <= ${phones?.until ?? null}::text
          and right(called.phone, length(${digits}::text)) = ${digits}::text limit ${mostReached})
      union all
      (select written.id, 1 from stepwell.patient written
        where written.organization_id = ${organizationId} and written.email = ${email}::text limit ${mostReached}))
    select ${columns}
      from (select hit.id, min(hit.place) as place from hit group by hit.id) hit
      join stepwell.patient patient on patient.organization_id = ${organizationId} and patient.id = hit.id
     where ${isAskedFor(work, bounds)}
     order by hit.place, patient.sort_name using ~<~, patient.id
     limit ${most}`.execute(tx);
  return rows;
};

/**
 * Everybody one of whose names has these words, each typed to its end or not, in any order: all of them, for lists that are
 * about people.
 */
export const listIdsNamed = async (
  { tx, organizationId }: Work,
  typed: string,
): Promise<string[]> => {
  const [first, ...others] = wordsOf(searchKey(typed));
  if (first === undefined) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct name.patient_id as id from stepwell.patient_name name
     where name.organization_id = ${organizationId}
       and name.folded ~>=~ ${first} and name.folded ~<~ ${`${first}${after}`}
       and name.folded like all (${others.map((word) => `% ${word}%`)}::text[])`.execute(tx);
  return rows.map(({ id }) => id);
};
