import { sql } from "kysely";
import type { Beginning } from "#domain/patients/search-match.ts";
import type { RecordState } from "#domain/practice/record-state.ts";
import type { Work } from "#server/platform/work.ts";

/** A patient as a search finds it. `place` is the rank of what found it. */
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
  readonly place: number;
}

interface Bounds {
  readonly state: RecordState;
  readonly most: number;
}

const columns = sql.raw(
  `patient.id, patient.mrn, patient.given_name as "givenName", patient.middle_name as "middleName",
   patient.family_name as "familyName", patient.preferred_name as "preferredName", patient.former_names as "formerNames",
   patient.nicknames, patient.pronouns, patient.birth_date as "birthDate", patient.phone, patient.retired_at as "retiredAt"`,
);

const inState = (state: RecordState) =>
  sql<boolean>`(${state}::text = 'all' or (${state}::text = 'retired') = (patient.retired_at is not null))`;

/** No text is above a beginning followed by the last code point. */
const after = "\u{10FFFF}";

/**
 * Where each beginning ends is made here: PostgreSQL 15 takes no `||` for leakproof, and under row-level security would read
 * on to the end of the index.
 */
const ranges = (beginnings: readonly Beginning[]) =>
  JSON.stringify(beginnings.map((one) => ({ ...one, until: `${one.text}${after}` })));

/** Rows looked through for further words before a search gives up on a beginning: it stays as quick with a million patients. */
const mostLookedThrough = 2000;

/**
 * Patients one of whose names begins with one of these texts, lowest rank first. Of the texts of one rank each shows its
 * first person before any shows its second, so that a common name hides no rare one. Ranges of a b-tree by leakproof
 * operators: they find their index under row-level security.
 */
export const listBeginning = async (
  { tx, organizationId }: Work,
  beginnings: readonly Beginning[],
  { state, most }: Bounds,
): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    with hit as (
      select near.patient_id, min(wanted.rank) as place, min(near.turn) as turn, min(near.folded) as folded
        from json_to_recordset(${ranges(beginnings)}::json) as wanted(text text, until text, others json, rank integer)
       cross join lateral (
         select looked.patient_id, looked.folded, row_number() over () as turn
           from (select name.patient_id, name.folded from stepwell.patient_name name
                  where name.organization_id = ${organizationId}
                    and name.folded ~>=~ wanted.text and name.folded ~<~ wanted.until
                  order by name.folded using ~<~
                  limit case when json_array_length(wanted.others) = 0 then ${most * 3} else ${mostLookedThrough}::integer end) looked
          where not exists (select from json_array_elements_text(wanted.others) as other
                             where strpos(' ' || looked.folded, ' ' || other) = 0)
          limit ${most * 3}) near
       group by near.patient_id)
    select patient.*, hit.place
      from hit
     cross join lateral (
       select ${columns} from stepwell.patient patient
        where patient.organization_id = ${organizationId} and patient.id = hit.patient_id and ${inState(state)}
        limit 1) patient
     order by hit.place, hit.turn, hit.folded using ~<~, hit.patient_id
     limit ${most}`.execute(tx);
  return rows;
};

/** So many words of one key are read: more than one alphabet puts a slip away from another, few enough for any number of people. */
const mostOfKey = 200;

/** Words of names here that share a key with what was typed, so many of each key. */
export const listWordsUnder = async (
  { tx, organizationId }: Work,
  keys: readonly string[],
): Promise<string[]> => {
  const { rows } = await sql<{ word: string }>`
    select distinct near.word
      from json_array_elements_text(${JSON.stringify(keys)}::json) as wanted(key)
     cross join lateral (
       select known.word from stepwell.name_word known
        where known.organization_id = ${organizationId} and known.key = wanted.key
        order by known.word limit ${mostOfKey}) near`.execute(tx);
  return rows.map(({ word }) => word);
};

interface Marks {
  readonly birthDate: string | null;
  readonly digits: string | null;
  readonly email: string | null;
}

/** Patients born on a day, with a record number, a telephone or its end, or an e-mail address. */
export const listByMarks = async (
  { tx, organizationId }: Work,
  { birthDate, digits, email }: Marks,
  { state, most }: Bounds,
): Promise<Found[]> => {
  const end = digits !== null && digits.length >= 4 ? digits.slice(-4) : null;
  const { rows } = await sql<Found>`
    with hit as (
      (select born.id, 1 as place from stepwell.patient born
        where born.organization_id = ${organizationId} and born.birth_date = ${birthDate}::date limit ${most})
      union all
      (select numbered.id, 0 from stepwell.patient numbered
        where numbered.organization_id = ${organizationId} and numbered.mrn = ${digits}::text)
      union all
      (select called.id, 1 from stepwell.patient called
        where called.organization_id = ${organizationId} and called.phone_end = ${end}::text
          and right(called.phone, length(${digits}::text)) = ${digits}::text limit ${most})
      union all
      (select written.id, 1 from stepwell.patient written
        where written.organization_id = ${organizationId} and written.email = ${email}::text limit ${most}))
    select ${columns}, min(hit.place) as place
      from hit
      join stepwell.patient patient on patient.organization_id = ${organizationId} and patient.id = hit.id
     where ${inState(state)}
       and (${birthDate}::date is null or patient.birth_date = ${birthDate}::date)
     group by patient.organization_id, patient.id
     order by min(hit.place), patient.sort_name using ~<~, patient.id
     limit ${most}`.execute(tx);
  return rows;
};
