import type pg from "pg";
import { newId } from "#server/platform/ids.ts";
import { actAsAutovacuum } from "../ground/autovacuum.queries.ts";
import { insertEveningProgram } from "../ground/evening-program.queries.ts";

/** A program, a stay for each of these people, and so many sessions attended and signed by each. */
export interface ChartPeople {
  readonly few: string;
  readonly many: string;
}

const others = 100;
const encountersOfOthers = 50;

const insertHouse = async (owner: pg.Pool, organizationId: string, siteId: string) => {
  const [type, rule, staff] = Array.from({ length: 3 }, newId);
  const program = await insertEveningProgram(owner, { organizationId, siteId });
  const run = (text: string, values: readonly unknown[]) =>
    owner.query(text, [organizationId, ...values]);
  await run(
    "insert into stepwell.activity_type (organization_id, id, name, format, modality, counts_toward_hours, created_at) values ($1, $2, 'Group', 'group', 'process', true, now())",
    [type],
  );
  await run(
    "insert into stepwell.attendance_rule (organization_id, id, name, grace_minutes, breaks_count, minimum_minutes, source, effective_from, published_at) values ($1, $2, 'Any', 10, false, 0, 'Bench', '2000-01-01', now())",
    [rule],
  );
  await run(
    "insert into stepwell.staff (organization_id, id, given_name, family_name, position, created_at) values ($1, $2, 'Maya', 'Torres', 'social-worker', now())",
    [staff],
  );
  return { ...program, type, rule, staff };
};
type House = Awaited<ReturnType<typeof insertHouse>>;

/** One person with a stay, three goals of two objectives, and so many encounters, one a day back from today. */
const insertPerson = async (
  owner: pg.Pool,
  { organizationId, siteId }: { organizationId: string; siteId: string },
  house: House,
  encounters: number,
): Promise<string> => {
  const [patient, stay] = [newId(), newId()];
  await owner.query(
    `with person as (
       insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at)
       values ($1, $2, $2::uuid::text, 'Marlow', 'Winterbourne', '1990-04-01', now())),
     stay as (
       insert into stepwell.enrollment (organization_id, id, patient_id, program_id, track_id, level_of_care_id, population, label, admitted_on, admission_type, admission_source, patient_status, created_at)
       values ($1, $3, $2, $4, $5, $6, 'adult', 'part-2', current_date - 30, 'elective', 'self', 'still-in-care', now())),
     diagnosed as (
       insert into stepwell.enrollment_diagnosis (organization_id, id, patient_id, enrollment_id, code, rank, diagnosed_on, created_at)
       values ($1, uuidv7(), $2, $3, 'F10.20', 1, current_date - 30, now())),
     goals as (
       insert into stepwell.goal (organization_id, id, patient_id, enrollment_id, number, problem, statement, created_at)
       select $1, uuidv7(), $2, $3, n, 'A problem', 'A goal in their words', now() from generate_series(1, 3) n returning id)
     insert into stepwell.objective (organization_id, id, patient_id, enrollment_id, goal_id, number, statement, label, created_at)
     select $1, uuidv7(), $2, $3, goals.id, n, 'A step that can be seen done', 'part-2', now() from goals cross join generate_series(1, 2) n`,
    [organizationId, patient, stay, house.program, house.track, house.level],
  );
  await owner.query(
    `with made as (
       select n, current_date - n as day, (current_date - n + time '18:00')::timestamptz as starts_at, (current_date - n + time '21:00')::timestamptz as ends_at,
         uuidv7() as session_id, uuidv7() as attendance_id from generate_series(0, $1::integer - 1) n),
     sessions as (
       insert into stepwell.session (organization_id, id, site_id, program_id, name, activity_type_id, zone, service_date, starts_at, ends_at, state, capacity, created_at)
       select $2, session_id, $3, $4, 'Evening group', $5, 'America/Denver', day, starts_at, ends_at, 'ended', 12, now() from made),
     attended as (
       insert into stepwell.attendance (organization_id, id, session_id, patient_id, enrollment_id, kind, status, mode, service_date, starts_at, first_in_at, last_out_at, scheduled_minutes, delivered_minutes, credited_minutes, attendance_rule_id, label, changed_at)
       select $2, attendance_id, session_id, $6, $7, 'member', 'present', 'room', day, starts_at, starts_at, ends_at, 180, 180, 160, $8, 'part-2', now() from made)
     insert into stepwell.member_note (organization_id, id, session_id, patient_id, enrollment_id, attendance_id, objective_id, participation, response, progress, risk, sentence, starts_at, ends_at, credited_minutes, service_date, needs_cosignature, author_staff_id, account_id, author_name, signed_at, content_sha256, label)
     select $2, uuidv7(), session_id, $6, $7, attendance_id,
       (array(select id from stepwell.objective where organization_id = $2 and enrollment_id = $7 order by id))[1 + n % 6],
       'some', 'shared', 'up', 'low', 'Named a trigger of the day and kept to the plan that was made on Monday.', starts_at, ends_at, 160, day, false, $9, $10, 'Maya Torres', now(), '\\x00', 'part-2' from made`,
    [
      encounters,
      organizationId,
      siteId,
      house.program,
      house.type,
      patient,
      stay,
      house.rule,
      house.staff,
      newId(),
    ],
  );
  return patient;
};

/** One person with ten encounters and one with five thousand, among a hundred others. */
export const insertChartPeople = async (
  owner: pg.Pool,
  organizationId: string,
  siteId: string,
): Promise<ChartPeople> => {
  const house = await insertHouse(owner, organizationId, siteId);
  const at = { organizationId, siteId };
  for (let person = 0; person < others; person += 1)
    await insertPerson(owner, at, house, encountersOfOthers);
  const few = await insertPerson(owner, at, house, 10);
  const many = await insertPerson(owner, at, house, 5000);
  await actAsAutovacuum(owner);
  return { few, many };
};

/** The rows of a chart's first screen in one statement, as text of the database's own making: no rules, no words. */
export const bareChart = `
  select json_build_object(
    'patient', (select to_json(p) from stepwell.patient p where p.organization_id = $1 and p.id = $2),
    'stays', (select json_agg(to_json(e)) from stepwell.enrollment e where e.organization_id = $1 and e.patient_id = $2),
    'diagnoses', (select json_agg(to_json(d)) from stepwell.enrollment_diagnosis d join stepwell.enrollment e on e.organization_id = $1 and e.id = d.enrollment_id
      where d.organization_id = $1 and e.patient_id = $2),
    'goals', (select json_agg(to_json(g)) from stepwell.goal g where g.organization_id = $1 and g.patient_id = $2),
    'objectives', (select json_agg(json_build_object('objective', to_json(o), 'worked', w.service_date, 'progress', w.progress)) from stepwell.objective o
      left join lateral (select n.service_date, n.progress from stepwell.member_note n where n.organization_id = $1 and n.objective_id = o.id
        order by n.service_date desc limit 1) w on true
      where o.organization_id = $1 and o.patient_id = $2),
    'week', (select json_agg(to_json(a)) from stepwell.attendance a where a.organization_id = $1 and a.patient_id = $2 and a.service_date > current_date - 7),
    'sessions', (select json_agg(to_json(t)) from (
      select a.id, a.service_date, a.status, a.credited_minutes, s.name, n.sentence, n.author_name from stepwell.attendance a
      join stepwell.session s on s.organization_id = $1 and s.id = a.session_id
      left join stepwell.member_note n on n.organization_id = $1 and n.session_id = a.session_id and n.patient_id = a.patient_id
      where a.organization_id = $1 and a.patient_id = $2 order by a.service_date desc limit 21) t)) as chart`;
