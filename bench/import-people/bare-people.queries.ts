import { createHash } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { newId } from "#server/platform/ids.ts";

const personSchema = z.object({
  id: z.string(),
  identifier: z.tuple([z.object({ system: z.string(), value: z.string() })]),
  name: z.tuple([z.object({ family: z.string(), given: z.tuple([z.string()]) })]),
  gender: z.string(),
  birthDate: z.string(),
  telecom: z.tuple([z.object({ value: z.string() }), z.object({ value: z.string() })]),
  address: z.tuple([
    z.object({
      line: z.tuple([z.string()]),
      city: z.string(),
      state: z.string(),
      postalCode: z.string(),
    }),
  ]),
});

/** An organization of its own for each import, so that every one finds an empty register. */
export const insertOrganization = async (owner: pg.Pool): Promise<string> => {
  const organizationId = newId();
  await owner.query(
    "insert into stepwell.organization (organization_id, name, slug, zone, created_at) values ($1, 'Riverbend', $2, 'America/Denver', now())",
    [organizationId, `o-${organizationId}`],
  );
  return organizationId;
};

export const insertBareRun = async (owner: pg.Pool, organizationId: string): Promise<string> => {
  const runId = newId();
  await owner.query(
    `insert into stepwell.import_run (organization_id, id, kind, state, source, label, created_at, changed_at, actor_name)
      values ($1, $2, 'fhir', 'done', 'Bench', 'restricted', now(), now(), 'bench')`,
    [organizationId, runId],
  );
  return runId;
};

const insert = `
  with new as (
    select * from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::date[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
                         $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::uuid[])
      as new(id, mrn, given_name, family_name, birth_date, sex, phone, email, street, city, state, postal_code, system, value, source_key, content,
             sha, record_id)),
  people as (
    insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, sex_at_birth, phone, email, street, city, state,
                                  postal_code, created_at)
    select $1, id, mrn, given_name, family_name, birth_date, sex, phone, email, street, city, state, postal_code, now() from new),
  numbers as (
    insert into stepwell.import_identifier (organization_id, source, system, value, patient_id)
    select $1, 'Bench', system, value, id from new)
  insert into stepwell.received_record (organization_id, id, patient_id, source, resource_type, source_key, content, content_sha256, label, run_id,
                                        received_at, became_kind, became_id)
  select $1, record_id, id, 'Bench', 'Patient', source_key, content, sha, 'restricted', $2, now(), 'patient', id from new`;

/** Parses these lines and inserts the people, their numbers elsewhere and what was received of them, in one statement. */
export const insertPeople = async (
  owner: pg.Pool,
  place: { readonly organizationId: string; readonly runId: string; readonly first: number },
  lines: readonly string[],
): Promise<void> => {
  const people = lines.map((line) => personSchema.parse(JSON.parse(line)));
  const all = <One>(of: (person: z.output<typeof personSchema>, at: number) => One): One[] =>
    people.map(of);
  await owner.query(insert, [
    place.organizationId,
    place.runId,
    all(() => newId()),
    all((_, at) => String(place.first + at)),
    all(({ name }) => name[0].given[0]),
    all(({ name }) => name[0].family),
    all(({ birthDate }) => birthDate),
    all(({ gender }) => gender),
    all(({ telecom }) => telecom[0].value),
    all(({ telecom }) => telecom[1].value),
    all(({ address }) => address[0].line[0]),
    all(({ address }) => address[0].city),
    all(({ address }) => address[0].state),
    all(({ address }) => address[0].postalCode),
    all(({ identifier }) => identifier[0].system),
    all(({ identifier }) => identifier[0].value),
    all(({ id }) => `Patient/${id}`),
    lines,
    lines.map((line) => createHash("sha256").update(line).digest("hex")),
    all(() => newId()),
  ]);
};
