import type pg from "pg";
import { newId } from "#server/platform/ids.ts";
import { actAsAutovacuum } from "../ground/autovacuum.queries.ts";
import { insertEveningProgram } from "../ground/evening-program.queries.ts";

/** Sizes of groups that are measured, and how many sessions of each are made ready: each is signed once. */
export const groupSizes = { 4: 14000, 12: 32000, 48: 6000 } as const;
export type GroupSize = keyof typeof groupSizes;
export const sizes: readonly GroupSize[] = [4, 12, 48];

const largest = 48;
/** How many groups of different people there are: whoever signs at the same time signs for others. */
const groups = 40;
/** Evenings behind every group, each signed. */
const evenings = 20;
const start = "2026-11-19T01:00:00Z";

interface Ids {
  readonly organizationId: string;
  readonly siteId: string;
}

/** Programs, people with an objective, and sessions that are over with everybody there, put in as the owner. */
export const insertGroups = async (owner: pg.Pool, ids: Ids): Promise<void> => {
  const [activity, rule, staff] = Array.from({ length: 3 }, newId);
  const { level, program, track } = await insertEveningProgram(owner, ids);
  const { organizationId, siteId } = ids;
  const run = (text: string, values: readonly unknown[] = []) =>
    owner.query(text, [organizationId, ...values]);
  await run(
    "insert into stepwell.activity_type (organization_id, id, name, format, modality, counts_toward_hours, created_at) values ($1, $2, 'Group', 'group', 'cbt', true, now())",
    [activity],
  );
  await run(
    "insert into stepwell.attendance_rule (organization_id, id, name, grace_minutes, breaks_count, minimum_minutes, source, effective_from, published_at) values ($1, $2, 'Any', 10, false, 0, 'bench', '2020-01-01', now())",
    [rule],
  );
  await run(
    "insert into stepwell.staff (organization_id, id, given_name, family_name, position, created_at) values ($1, $2, 'Maya', 'Torres', 'therapist', now())",
    [staff],
  );
  await run("update stepwell.affiliation set staff_id = $2 where organization_id = $1", [staff]);
  await run(
    `insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at)
     select $1, uuidv7(), 'B-' || n, 'Given' || chr(97 + n % 26) || n, 'Family' || n, '1990-04-01', now() from generate_series(1, ${largest * groups}) n`,
  );
  await run(
    `insert into stepwell.enrollment (organization_id, id, patient_id, program_id, track_id, level_of_care_id, population, label, admitted_on, admission_type, admission_source, patient_status, created_at)
     select $1, uuidv7(), id, $2, $3, $4, 'adult', 'part-2', '2026-11-02', 'elective', 'self', 'active', now() from stepwell.patient where organization_id = $1`,
    [program, track, level],
  );
  await run(
    `insert into stepwell.goal (organization_id, id, patient_id, enrollment_id, number, problem, statement, created_at)
     select $1, uuidv7(), patient_id, id, 1, 'Any', 'Any', now() from stepwell.enrollment where organization_id = $1`,
  );
  await run(
    `insert into stepwell.objective (organization_id, id, patient_id, enrollment_id, goal_id, number, statement, label, created_at)
     select $1, uuidv7(), patient_id, enrollment_id, id, 1, 'Any', 'part-2', now() from stepwell.goal where organization_id = $1`,
  );
  const place = { siteId, program, activity, rule, staff };
  await insertHistory(run, place);
  for (const size of sizes) await insertSessions(run, size, place);
  await actAsAutovacuum(owner);
};

type Run = (text: string, values?: readonly unknown[]) => Promise<unknown>;
type Place = Readonly<Record<string, string | undefined>>;

/** The members of the group in which the session `s` is one of many: `number` of them. */
const membersOf = (number: number): string => `
  (select e.patient_id, e.id, (row_number() over (order by e.id) - 1) as place from stepwell.enrollment e where e.organization_id = $1) e
  on e.place / ${largest} = s.capacity and e.place % ${largest} < ${number}`;

const attendanceColumns =
  "organization_id, id, session_id, patient_id, enrollment_id, kind, status, mode, service_date, starts_at, first_in_at, last_out_at, scheduled_minutes, delivered_minutes, credited_minutes, attendance_rule_id, label, changed_at";

const attended = (rule: string): string =>
  `select $1, uuidv7(), s.id, e.patient_id, e.id, 'member', 'present', 'room', s.service_date, s.starts_at, s.starts_at, s.ends_at, 90, 90, 90, ${rule}, 'part-2', now()`;

/** The evenings behind: attendance and a signed note of everybody, for a table of the size that a clinic has after weeks. */
const insertHistory = async (run: Run, place: Place): Promise<void> => {
  await run(
    `insert into stepwell.session (organization_id, id, site_id, program_id, activity_type_id, name, zone, service_date, starts_at, ends_at, state, capacity, created_at)
     select $1, uuidv7(), $2, $3, $4, 'Evening behind', 'America/Denver', '2026-11-18'::date - day, '${start}'::timestamptz - day * interval '1 day', '${start}'::timestamptz - day * interval '1 day' + interval '90 minutes', 'ended', g, now()
       from generate_series(1, ${evenings}) day cross join generate_series(1, ${groups - 1}) g`,
    [place["siteId"], place["program"], place["activity"]],
  );
  await run(
    `insert into stepwell.attendance (${attendanceColumns})
     ${attended("$2")} from stepwell.session s join ${membersOf(largest)} where s.organization_id = $1 and s.name = 'Evening behind'`,
    [place["rule"]],
  );
  await run(
    `insert into stepwell.session_note (organization_id, id, session_id, topic, interventions, what_we_did, how_it_went, attended_count, author_staff_id, account_id, author_name, signed_at, content_sha256, label)
     select $1, uuidv7(), s.id, 'Riding the urge', '{}', 'Taught the wave model.', 'Warm and attentive.', ${largest}, $2, f.account_id, 'Maya Torres', s.ends_at, sha256(s.id::text::bytea), 'part-2'
       from stepwell.session s
       join (select account_id from stepwell.affiliation where organization_id = $1 limit 1) f on true
      where s.organization_id = $1`,
    [place["staff"]],
  );
  await run(
    `insert into stepwell.member_note (organization_id, id, session_id, session_note_id, patient_id, enrollment_id, attendance_id, objective_id, participation, response, progress, risk, sentence, starts_at, ends_at, credited_minutes, service_date, needs_cosignature, author_staff_id, account_id, author_name, signed_at, content_sha256, label)
     select $1, uuidv7(), a.session_id, n.id, a.patient_id, a.enrollment_id, a.id, o.id, 'some', 'shared', 'steady', 'none-noted',
            'Spoke of ' || md5(a.id::text) || ' and of ' || md5(o.id::text) || ' and practiced what was planned for the week.',
            a.starts_at, a.last_out_at, 90, a.service_date, false, $2, f.account_id, 'Maya Torres', a.last_out_at, sha256(a.id::text::bytea), 'part-2'
       from stepwell.attendance a
       join stepwell.session_note n on n.organization_id = $1 and n.session_id = a.session_id
       join stepwell.objective o on o.organization_id = $1 and o.enrollment_id = a.enrollment_id
       join (select account_id from stepwell.affiliation where organization_id = $1 limit 1) f on true
      where a.organization_id = $1`,
    [place["staff"]],
  );
};

/** Sessions that are over with everybody there, in turn of one group and the next; `capacity` says of which. */
const insertSessions = async (run: Run, size: GroupSize, place: Place): Promise<void> => {
  await run(
    `insert into stepwell.session (organization_id, id, site_id, program_id, activity_type_id, name, zone, service_date, starts_at, ends_at, state, capacity, created_at)
     select $1, uuidv7(), $2, $3, $4, 'Group of ' || $5::int, 'America/Denver', '2026-11-18', '${start}', '${start}'::timestamptz + interval '90 minutes', 'ended', 1 + n % ${groups - 1}, now()
       from generate_series(1, ${groupSizes[size]}) n`,
    [place["siteId"], place["program"], place["activity"], size],
  );
  await run(
    `insert into stepwell.attendance (${attendanceColumns})
     ${attended("$2")} from stepwell.session s join ${membersOf(size)} where s.organization_id = $1 and s.name = 'Group of ${size}'`,
    [place["rule"]],
  );
};

export interface GroupToSign {
  readonly sessionId: string;
  readonly rows: readonly { readonly patientId: string; readonly objectiveId: string }[];
}

/** The sessions of a size that are ready to be signed, each with the rows it has. */
export const findGroups = async (
  owner: pg.Pool,
  organizationId: string,
  size: GroupSize,
): Promise<readonly GroupToSign[]> => {
  const { rows } = await owner.query<GroupToSign>(
    `select s.id as "sessionId", jsonb_agg(jsonb_build_object('patientId', o.patient_id, 'objectiveId', o.id)) as rows
       from stepwell.session s
       join stepwell.attendance a on a.organization_id = $1 and a.session_id = s.id
       join stepwell.objective o on o.organization_id = $1 and o.enrollment_id = a.enrollment_id
      where s.organization_id = $1 and s.name = $2 group by s.id order by s.id`,
    [organizationId, `Group of ${size}`],
  );
  return rows;
};

/** The record of staff of the bench's account. */
export const findSigner = async (
  owner: pg.Pool,
  { organizationId, accountId }: { readonly organizationId: string; readonly accountId: string },
): Promise<string> => {
  const { rows } = await owner.query<{ id: string }>(
    "select staff_id as id from stepwell.affiliation where organization_id = $1 and account_id = $2",
    [organizationId, accountId],
  );
  const [signer] = rows;
  if (signer === undefined) throw new Error("nobody to sign");
  return signer.id;
};

/** The table of the ceiling: what a note is, without keys, walls, trail and event. */
export const makeBareNotes = `create table bare_note (id uuid primary key, session_id uuid not null, patient_id uuid not null,
  objective_id uuid not null, words text not null, signed_at timestamptz not null);
  grant select, insert on bare_note to stepwell_app`;

export const insertBareNotes = `insert into bare_note (id, session_id, patient_id, objective_id, words, signed_at)
  select uuidv7(), $1, n.patient_id, n.objective_id, n.words, now()
    from unnest($2::uuid[], $3::uuid[], $4::text[]) as n(patient_id, objective_id, words)`;
