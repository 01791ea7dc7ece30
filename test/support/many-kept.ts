import type { Run } from "#test/support/large-ground.ts";

const keeper = "(select id from global.account where email = 'keeper@test.example')";
const each = (count: number): string =>
  `from stepwell.organization o cross join generate_series(1, ${count}) n`;
/** Everybody, numbered within the organization. */
const people = `from (select p.organization_id, p.id, row_number() over (partition by p.organization_id order by p.id) as n
  from stepwell.patient p) p`;

const drafts: readonly string[] = [
  `insert into global.account (id, email, name, created_at) values (gen_random_uuid(), 'keeper@test.example', 'Keeper', now())`,
  `insert into stepwell.draft (organization_id, id, account_id, author_name, route, form, record_id, place, fields, revision, label, created_at,
     changed_at, ended_at, ended_as)
   select o.organization_id, gen_random_uuid(), ${keeper}, 'Keeper', 'PATCH /sites/{siteId}', 'site-' || n, gen_random_uuid(), '/', '{}', 1, 'general',
     made.at, made.at, case when n > 100 then made.at end, case when n > 100 then 'sent' end
   ${each(3000)} cross join lateral (select timestamptz '2026-11-19 20:00Z' - n * interval '15 minutes' as at) made`,
];

const imports: readonly string[] = [
  `insert into stepwell.import_run (organization_id, id, kind, state, source, label, entries, done, created_at, changed_at, actor_name)
   select o.organization_id, gen_random_uuid(), 'fhir', 'rehearsed', 'Elsewhere', 'part-2', 500, 500, now(), now(), 'Test' ${each(400)}`,
  `insert into stepwell.import_entry (organization_id, run_id, number, phase, resource_type, type_id, full_url, content, content_sha256, title, birth_date,
     payer_name, subject_number, outcome)
   select r.organization_id, r.id, n, case when n <= 250 then 1 else 2 end, case when n <= 250 then 'Patient' else 'Coverage' end, 'Any/' || n,
     'urn:any:' || n, '{"resourceType":"Patient","name":[{"family":"Body","given":["Any"]}],"birthDate":"1960-05-04"}', 'x' || n, 'Any Body ' || n, date '1950-01-01' + n * 7, case when n > 250 then 'Any Payer ' || n % 5 end,
     case when n > 250 then n - 250 end, case n % 5 when 0 then 'asked' when 1 then null else 'taken' end
   from (select r.*, row_number() over (partition by r.organization_id order by r.id) as place from stepwell.import_run r) r
     cross join generate_series(1, 500) n where r.place <= 6`,
  `insert into stepwell.received_record (organization_id, id, patient_id, source, resource_type, source_key, content, content_sha256, summary, label,
     run_id, received_at)
   select p.organization_id, gen_random_uuid(), p.id, 'Elsewhere', 'Condition', 'Condition/' || p.n, '{}', 'x',
     '{"title":"Any","code":null,"codeSystem":null,"status":null,"on":null,"detail":null}', 'part-2',
     (select r.id from stepwell.import_run r where r.organization_id = p.organization_id limit 1), now() ${people}`,
  `insert into stepwell.import_identifier (organization_id, source, system, value, patient_id)
   select p.organization_id, 'Elsewhere', 'urn:any', p.n::text, p.id ${people}`,
];

const exports: readonly string[] = [
  `insert into stepwell.export_run (organization_id, id, kind, patient_id, state, format, recipient, purpose, reason, parts, requested_at, touched_at,
     actor_name, finished_at, expires_at, label, files)
   select p.organization_id, gen_random_uuid(), 'person', p.id, case when p.n <= 20 then 'ready' else 'removed' end, 'fhir',
     '{"name":"Any Body","isPatient":true}', 'patient-request', 'Asked', '{stays}', now(), now(), 'Test', now(),
     timestamptz '2026-11-19 20:00Z' + (p.n - 10) * interval '1 hour', 'part-2', '[{"name":"chart.fhir.json","rows":1,"bytes":2,"sha256":"x"}]' ${people}`,
  `insert into stepwell.export_part (organization_id, export_run_id, file, number, content)
   select organization_id, id, 'chart.fhir.json', 0, '{}' from stepwell.export_run`,
  `insert into stepwell.export_run (organization_id, id, kind, state, ground, recipient, purpose, reason, parts, requested_at, touched_at, actor_name,
     finished_at, label, files)
   select o.organization_id, gen_random_uuid(), 'organization', 'removed', 'own-keeping', '{"name":"Any"}', 'operations', 'Moving', '{}', now(), now(),
     'Test', now(), 'restricted', '[]' ${each(20)}`,
];

/** Groups with seats taken in them, and taken back. */
const groups: readonly string[] = [
  `insert into stepwell.series (organization_id, id, site_id, program_id, activity_type_id, name, zone, weekdays, starts_at_wall, minutes, starts_on,
     capacity, created_at)
   select o.organization_id, gen_random_uuid(), g.site_id, g.id, t.id, 'Group ' || n, 'America/Denver', '{1,3}', '18:00', 180, '2026-01-01', 12, now()
   ${each(40)} join stepwell.program g on g.organization_id = o.organization_id join stepwell.activity_type t on t.organization_id = o.organization_id`,
  `insert into stepwell.membership (organization_id, id, series_id, patient_id, enrollment_id, starts_on, ends_on, created_at)
   select e.organization_id, gen_random_uuid(), r.id, e.patient_id, e.id, e.admitted_on, e.ended_on, now()
   from (select e.*, row_number() over (partition by e.organization_id order by e.id) as n from stepwell.enrollment e) e
   join (select r.*, row_number() over (partition by r.organization_id order by r.id) as n from stepwell.series r) r
     on r.organization_id = e.organization_id and r.n = 1 + e.n % 40`,
];

/** Beside many encounters: thousands of drafts, of entries of imports, of exports and of seats in groups of every organization. */
export const addManyKept = async (run: Run): Promise<void> => {
  for (const text of [...drafts, ...imports, ...exports, ...groups]) await run(text);
};
