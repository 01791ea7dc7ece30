import type { Afterwards, Check } from "./afterwards.ts";

const outbox = async ({ owner, dueBy }: Afterwards): Promise<Check> => {
  const { rows } = await owner.query<{
    id: string;
    kind: string;
    delivered: boolean;
    failed: boolean;
    attempts: number;
    problem: string | null;
    due: string;
  }>(
    `select id, kind, delivered_at is not null as delivered, failed_at is not null as failed, attempts,
            last_problem as problem, coalesce(next_attempt_at, created_at)::text as due from stepwell.outbox
      where delivered_at is not null or failed_at is not null or coalesce(next_attempt_at, created_at) <= $1`,
    [dueBy],
  );
  const problems = rows
    .filter((row) => !row.delivered)
    .map(
      (row) =>
        `${row.kind} ${row.id}, due ${row.due}, was ${row.failed ? "given up" : "not delivered"} after ${row.attempts} attempts: ${row.problem ?? "no problem told"}`,
    );
  return { name: "every event that is due was delivered", looked: rows.length, problems };
};

/** The days of everybody whose note was signed have been looked at by billing: the event had its effect, once. */
const effects = async ({ owner, world }: Afterwards): Promise<Check> => {
  const { rows } = await owner.query<{ enrollment: string; day: string; n: number }>(
    `select m.enrollment_id as enrollment, m.service_date::text as day,
            (select count(*)::int from stepwell.day_charge d
              where d.organization_id = m.organization_id and d.enrollment_id = m.enrollment_id
                and d.service_date = m.service_date) as n
       from stepwell.member_note m where m.organization_id = $1 group by m.organization_id, 1, m.service_date`,
    [world.organizationId],
  );
  const problems = rows
    .filter((row) => row.n === 0)
    .map((row) => `the day ${row.day} of stay ${row.enrollment} was signed and never charged`);
  return { name: "every signed day was heard by billing", looked: rows.length, problems };
};

/** What was registered, planned and signed stands in the trail as done: once each, whatever was sent how often. */
const lines = async ({ owner, world, model }: Afterwards): Promise<Check> => {
  const { rows } = await owner.query<{ what: string; n: number }>(
    `select verb || ' ' || record_id as what, count(*)::int as n from stepwell.audit_event
      where organization_id = $1 and outcome = 'done' and verb in ('patient.register', 'session.plan') group by 1`,
    [world.organizationId],
  );
  const { rows: made } = await owner.query<{ what: string }>(
    `select 'patient.register ' || id as what from stepwell.patient where organization_id = $1 and family_name = any($2)
      union all
     select 'session.plan ' || id from stepwell.session where organization_id = $1 and name = any($3)`,
    [
      world.organizationId,
      model.people.map((one) => one.name),
      model.sessions.map((one) => one.name),
    ],
  );
  const counts = new Map(rows.map((row) => [row.what, row.n]));
  const problems = made
    .filter(({ what }) => counts.get(what) !== 1)
    .map(({ what }) => `${what} stands ${counts.get(what) ?? 0} times in the trail`);
  return { name: "what was made stands in the trail once", looked: made.length, problems };
};

/** What had to happen after a commit has happened, and what was done is told. */
export const trailChecks = async (afterwards: Afterwards): Promise<readonly Check[]> => [
  await outbox(afterwards),
  await effects(afterwards),
  await lines(afterwards),
];
