import type pg from "pg";

/** Two syllables begin a made-up name, a third and a fourth end it: words grow as names of a country do, far slower than people. */
const syllables = `
  create function bench.name_of(seed bigint, longest integer) returns text language sql immutable as $$
    select string_agg((array['bar','den','kol','mir','sel','tav','ron','lin','gar','vel','hus','pet','zan','dor','fen','lak','mos','nir','qua','ris'])
      [1 + ((seed / (20 ^ place)::bigint) % 20)::integer], '' order by place) from generate_series(0, longest - 1) place $$`;

/** As many patients of one organization, with the names and words that a search reads, as the service would write them. */
export const insertPatients = async (
  owner: pg.Pool,
  organizationId: string,
  count: number,
): Promise<void> => {
  await owner.query(syllables);
  // Family names are unevenly common: the square of a chance puts many people under few names.
  await owner.query(
    `create table bench.person as
     select place, bench.name_of((random() * random() * 160000)::bigint, 4) as family, bench.name_of((random() * random() * 8000)::bigint, 3) as given
       from generate_series(1, $1::integer) place`,
    [count],
  );
  await owner.query(
    `insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, phone, created_at)
     select $1, ('00000000-0000-7000-8000-' || lpad(place::text, 12, '0'))::uuid, (100000 + place)::text, initcap(given), initcap(family),
            date '1950-01-01' + ((place::bigint * 7919) % 25000)::integer, '303' || lpad((2000000 + (place * 104729::bigint) % 7999999)::text, 7, '0'), now()
       from bench.person`,
    [organizationId],
  );
  await owner.query(
    `insert into stepwell.patient_name (organization_id, patient_id, folded, kind)
     select $1, ('00000000-0000-7000-8000-' || lpad(place::text, 12, '0'))::uuid, name, 'legal'
       from bench.person cross join lateral (values (given || ' ' || family), (family || ' ' || given)) as turn(name)
     on conflict do nothing`,
    [organizationId],
  );
  await owner.query(
    `insert into stepwell.name_word (organization_id, key, word)
     select distinct $1::uuid, key, word
       from (select given as word from bench.person union select family from bench.person) as words
      cross join lateral (select '=' || word as key union
                          select '=' || left(word, at - 1) || substr(word, at + 1) from generate_series(1, length(word)) at union
                          select left(word, 7) where length(word) > 7 union
                          select left(left(word, 7), at - 1) || substr(left(word, 7), at + 1) from generate_series(1, 7) at where length(word) > 7) as keys`,
    [organizationId],
  );
  await owner.query("vacuum analyze stepwell.patient, stepwell.patient_name, stepwell.name_word");
};

export interface Sought {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly phone: string;
}

/** People to look for, from all over the table. */
export const pickSought = async (owner: pg.Pool, organizationId: string): Promise<Sought[]> => {
  const { rows } = await owner.query<Sought>(
    `select given_name as given, family_name as family, to_char(birth_date, 'MM/DD/YYYY') as "birthDate", phone
       from stepwell.patient where organization_id = $1 and mrn = any(select (100001 + (n * 2473) % (select count(*) from bench.person))::text from generate_series(1, 400) n)`,
    [organizationId],
  );
  return rows;
};
