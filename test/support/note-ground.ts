import type { Role } from "#domain/access/roles.ts";
import { newId } from "#server/platform/ids.ts";
import {
  later,
  testNow,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

/** Rows of the tables below, as they are; what a test does not name is filled in with something sound. */
const insert = async (
  product: TestProduct,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const names = Object.keys(row);
  await product.ownerPool.query(
    `insert into stepwell.${table} (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`,
    Object.values(row),
  );
};

export interface Colleague extends TestPerson {
  readonly staffId: string;
}

export interface Member {
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly objectiveId: string;
  readonly given: string;
}

const created = { created_at: testNow };

/** A program with a level, a track and a group's activity: where sessions happen. */
export const openProgram = async (product: TestProduct, organization: TestOrganization) => {
  const { organizationId: organization_id } = organization;
  const ids = {
    siteId: newId(),
    roomId: newId(),
    levelId: newId(),
    programId: newId(),
    trackId: newId(),
    activityId: newId(),
    ruleId: newId(),
  };
  const add = (table: string, row: Record<string, unknown>) =>
    insert(product, table, { organization_id, ...row });
  await add("site", {
    id: ids.siteId,
    name: "Eastside",
    zone: "America/Denver",
    street: "1 Any Street",
    city: "Denver",
    state: "CO",
    postal_code: "80202",
    ...created,
  });
  await add("level_of_care", { id: ids.levelId, code: "iop", name: "IOP", rank: 2, ...created });
  await add("program", {
    id: ids.programId,
    site_id: ids.siteId,
    name: "Evening",
    slug: "evening",
    ages: "adults",
    ...created,
  });
  await add("track", {
    id: ids.trackId,
    program_id: ids.programId,
    name: "SUD",
    kind: "substance-use",
    label: "part-2",
    ...created,
  });
  await add("activity_type", {
    id: ids.activityId,
    name: "Process group",
    format: "group",
    modality: "cbt",
    counts_toward_hours: true,
    ...created,
  });
  await add("attendance_rule", {
    id: ids.ruleId,
    name: "Standard",
    grace_minutes: 10,
    breaks_count: false,
    minimum_minutes: 0,
    source: "Test",
    effective_from: "2020-01-01",
    published_at: testNow,
  });
  return { ...ids, organization, add };
};
export type Program = Awaited<ReturnType<typeof openProgram>>;

/** A colleague with an account that is signed in and may sign, whose account is tied to the staff record. */
export const addColleague = async (
  product: TestProduct,
  organization: TestOrganization,
  role: Role,
  name: string,
  more: { readonly supervisorId?: string; readonly needsSupervision?: boolean } = {},
): Promise<Colleague> => {
  const { organizationId: organization_id } = organization;
  const person = await product.addPerson(organization, [role], name);
  const staffId = newId();
  const [given_name, family_name] = name.split(" ");
  await insert(product, "staff", {
    organization_id,
    id: staffId,
    given_name,
    family_name,
    position: "social-worker",
    supervisor_id: more.supervisorId ?? null,
    ...created,
  });
  if (more.needsSupervision === true)
    await insert(product, "staff_credential", {
      organization_id,
      id: newId(),
      staff_id: staffId,
      kind: "registration",
      code: "INTERN",
      needs_supervision: true,
      ...created,
    });
  await product.ownerPool.query(
    "update stepwell.affiliation set staff_id = $1 where organization_id = $2 and account_id = $3",
    [staffId, organization_id, person.accountId],
  );
  await grantSigning(product, person);
  return { ...person, staffId };
};

/** Lets a session sign for an hour, as after the password was given anew. */
export const grantSigning = (product: TestProduct, person: TestPerson) =>
  product.ownerPool.query("update global.login_session set signing_until = $1 where id = $2", [
    later({ hours: 24 }),
    person.sessionId,
  ]);

/** Somebody in care, enrolled, with one goal and one objective. */
export const addMember = async (
  { add, programId, trackId, levelId }: Program,
  given: string,
  family: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Member> => {
  const patientId = newId();
  const enrollmentId = newId();
  const goalId = newId();
  const objectiveId = newId();
  await add("patient", {
    id: patientId,
    mrn: patientId.slice(-8),
    given_name: given,
    family_name: family,
    birth_date: "1990-04-01",
    ...created,
    ...more,
  });
  await add("enrollment", {
    id: enrollmentId,
    patient_id: patientId,
    program_id: programId,
    track_id: trackId,
    level_of_care_id: levelId,
    population: "adult",
    label: "part-2",
    admitted_on: "2026-11-02",
    admission_type: "elective",
    admission_source: "self",
    patient_status: "still-in-care",
    ...created,
  });
  const plan = { patient_id: patientId, enrollment_id: enrollmentId, number: 1, ...created };
  await add("goal", { ...plan, id: goalId, problem: "Alcohol", statement: "A calm evening" });
  await add("objective", {
    ...plan,
    id: objectiveId,
    goal_id: goalId,
    statement: "Use one skill a day",
    label: "part-2",
  });
  return { patientId, enrollmentId, objectiveId, given };
};

/** A group of an hour and a half that ended half an hour ago, with everybody there. */
export const addSession = async (
  program: Program,
  members: readonly Member[],
  more: Readonly<Record<string, unknown>> = {},
  startsAt = later({ hours: -2 }),
  endsAt = later({ minutes: -30 }),
): Promise<string> => {
  const { add, siteId, programId, activityId, ruleId } = program;
  const sessionId = newId();
  const service_date = startsAt.slice(0, 10);
  await add("session", {
    id: sessionId,
    site_id: siteId,
    program_id: programId,
    activity_type_id: activityId,
    name: "Evening group",
    zone: "America/Denver",
    service_date,
    starts_at: startsAt,
    ends_at: endsAt,
    state: "ended",
    capacity: 12,
    ...created,
    ...more,
  });
  for (const { patientId, enrollmentId } of members)
    await add("attendance", {
      id: newId(),
      session_id: sessionId,
      patient_id: patientId,
      enrollment_id: enrollmentId,
      kind: "member",
      status: "present",
      mode: "room",
      service_date,
      starts_at: startsAt,
      first_in_at: startsAt,
      last_out_at: endsAt,
      scheduled_minutes: 90,
      delivered_minutes: 90,
      credited_minutes: 90,
      attendance_rule_id: ruleId,
      label: "part-2",
      changed_at: testNow,
    });
  return sessionId;
};
