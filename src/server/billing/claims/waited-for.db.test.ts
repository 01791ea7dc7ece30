import { afterAll, beforeAll, expect, test } from "vitest";
import {
  explainDay,
  listDayCharges,
  recomputeDays,
} from "#domain/billing/charges/day-charge.api.ts";
import { listHolds } from "#domain/billing/claims/hold.api.ts";
import type { Hold } from "#domain/billing/claims/hold.ts";
import type { AskedKind } from "#domain/tasks/asked-kind.ts";
import { closeTask, createTask } from "#domain/tasks/task.api.ts";
import { claimRoutes } from "#server/billing/claims/claim.routes.ts";
import { newId } from "#server/platform/ids.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import {
  openChargeHouse,
  type ChargeHouse,
  type CoveredMember,
} from "#test/support/charge-house.ts";
import { addColleague, type Colleague } from "#test/support/note-ground.ts";
import { later } from "#test/support/test-product.ts";

const today = "2026-11-19";
let house: ChargeHouse;
let supervisor: Colleague;
let biller: Colleague;

beforeAll(async () => {
  house = await openChargeHouse({}, [...claimRoutes, ...taskRoutes]);
  const { product, here } = house;
  supervisor = await addColleague(product, here, "supervisor", "Sefa Amoah");
  biller = await addColleague(product, here, "biller", "Bea Holm");
});
afterAll(() => house.close());

/** Somebody's group of three hours, led by a Lena of its own, its day made. */
const heldDay = async (
  given: string,
  signed?: Readonly<Record<string, unknown>>,
): Promise<{ member: CoveredMember; sessionId: string; lead: Colleague }> => {
  const lead = await addColleague(house.product, house.here, "facilitator", "Lena Foss");
  const member = await house.member(given, "Marlowe");
  const sessionId = await house.group([member], 0, 180);
  await house.run(
    `insert into stepwell.session_facilitator (organization_id, session_id, staff_id, role, starts_at, ends_at, state)
     select s.organization_id, s.id, $3, 'lead', s.starts_at, s.ends_at, s.state from stepwell.session s
      where s.organization_id = $1 and s.id = $2`,
    sessionId,
    lead.staffId,
  );
  if (signed !== undefined)
    await house.sign(sessionId, { author_staff_id: lead.staffId, ...signed });
  await house.done(biller, recomputeDays, { from: today, to: today });
  return { member, sessionId, lead };
};

const holdOf = async ({ patientId }: CoveredMember): Promise<Hold> => {
  const { rows } = await house.done(biller, listHolds, { patientId });
  const [hold, ...others] = rows;
  if (hold === undefined || others.length > 0) throw new Error("there is not one hold");
  return hold;
};

/** The same hold as charge review, the list of days and the day itself show it. */
const shownBeside = async ({ patientId, enrollmentId }: CoveredMember) => {
  const { rows } = await house.done(biller, listDayCharges, { patientId });
  const day = await house.done(biller, explainDay, { enrollmentId, serviceDate: today });
  return [rows[0]?.holds[0]?.waitsFor, day.holds[0]?.waitsFor];
};

test("a note that is not signed waits for whoever leads its session, by name, wherever its day is shown", async () => {
  const { member, sessionId, lead } = await heldDay("Ana");
  const hold = await holdOf(member);
  const waitsFor = {
    staffId: lead.staffId,
    name: "Lena Foss",
    sessionName: expect.any(String),
    serviceDate: today,
    asked: null,
  };
  expect(hold).toMatchObject({ code: "note-missing", owner: "facilitator", values: { sessionId } });
  expect(hold.waitsFor).toEqual(waitsFor);
  expect(await shownBeside(member)).toEqual([waitsFor, waitsFor]);
});

test("a note that is not cosigned waits for the supervisor of its signature, else for its author's", async () => {
  const waiting = { needs_cosignature: true };
  const { member } = await heldDay("Odo", {
    ...waiting,
    supervisor_staff_id: supervisor.staffId,
  });
  expect(await holdOf(member)).toMatchObject({
    code: "note-not-cosigned",
    owner: "supervisor",
    waitsFor: { staffId: supervisor.staffId, name: "Sefa Amoah" },
  });
  expect(await shownBeside(member)).toMatchObject([{ name: "Sefa Amoah" }, { name: "Sefa Amoah" }]);
  const { member: other, lead } = await heldDay("Ida", waiting);
  expect((await holdOf(other)).waitsFor).toBeNull();
  await house.run(
    "update stepwell.staff set supervisor_id = $2 where organization_id = $1 and id = $3",
    biller.staffId,
    lead.staffId,
  );
  expect((await holdOf(other)).waitsFor).toMatchObject({ name: "Bea Holm" });
});

test("what waits for nobody alone names nobody", async () => {
  const member = await house.member("Eli", "Marlowe");
  await house.run(
    "delete from stepwell.enrollment_diagnosis where organization_id = $1 and enrollment_id = $2",
    member.enrollmentId,
  );
  const sessionId = await house.group([member], 0, 180);
  await house.sign(sessionId);
  await house.done(biller, recomputeDays, { from: today, to: today });
  expect(await holdOf(member)).toMatchObject({ code: "no-diagnosis", waitsFor: null });
});

test("whoever asked stands with the hold until the task is closed; nobody asks for the same twice", async () => {
  const { member, sessionId, lead } = await heldDay("Uma");
  const about = { kind: "session-notes", id: sessionId } as const;
  const asking = {
    words: "Please sign",
    ownerStaffId: lead.staffId,
    about,
    dueAt: later({ hours: 20 }),
  };
  const task = await house.done(biller, createTask, asking);
  expect(task).toMatchObject({ recordKind: "session-notes", recordId: sessionId });
  expect((await holdOf(member)).waitsFor?.asked).toEqual({
    by: "Bea Holm",
    at: task.createdAt.replace(".000", ""),
  });
  expect(await house.refused(biller, createTask, asking)).toEqual({
    status: 409,
    code: "asked-already",
  });
  const other = { ...about, kind: "session-cosignatures" } as const;
  await house.done(biller, createTask, { ...asking, about: other });
  await house.done(lead, closeTask, {
    taskId: task.id,
    version: task.version,
    closure: "done",
    words: null,
  });
  expect((await holdOf(member)).waitsFor?.asked).toBeNull();
  await house.done(biller, createTask, asking);
  expect((await holdOf(member)).waitsFor?.asked?.by).toBe("Bea Holm");
});

test("a credential that had ended waits for whoever led without one, and is asked about by itself", async () => {
  const { member, sessionId, lead } = await heldDay("Noa", {});
  await house.run(
    `update stepwell.activity_type set needs_licensed_lead = true where organization_id = $1
      and id = (select activity_type_id from stepwell.session where organization_id = $1 and id = $2)`,
    sessionId,
  );
  await house.done(biller, recomputeDays, { from: today, to: today });
  const waitsFor = { staffId: lead.staffId, name: "Lena Foss", asked: null };
  expect(await holdOf(member)).toMatchObject({ code: "credential-lapsed", waitsFor });
  const asking = (kind: AskedKind) => ({
    words: "Please have it entered",
    ownerStaffId: lead.staffId,
    about: { kind, id: sessionId },
    dueAt: later({ hours: 20 }),
  });
  await house.done(biller, createTask, asking("session-cosignatures"));
  expect((await holdOf(member)).waitsFor?.asked).toBeNull();
  await house.done(biller, createTask, asking("session-credential"));
  expect((await holdOf(member)).waitsFor?.asked?.by).toBe("Bea Holm");
});

test("two who ask at once ask once, and nobody asks about a session that is not here", async () => {
  const { sessionId, lead } = await heldDay("Ivo");
  const asking = (id: string) => ({
    words: "Please sign",
    ownerStaffId: lead.staffId,
    about: { kind: "session-notes", id } as const,
    dueAt: later({ hours: 20 }),
  });
  const answers = await Promise.all(
    [biller, supervisor].map((person) => house.product.call(person, createTask, asking(sessionId))),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect((await house.refused(biller, createTask, asking(newId()))).status).toBe(404);
});

test("a day that no contract covers says for which payer, level, program and site, wherever it is shown", async () => {
  await house.run(
    "update stepwell.contract set plan_name = 'Another plan' where organization_id = $1",
  );
  const member = await house.member("Zora", "Marlowe");
  await house.group([member], 0, 180);
  await house.done(biller, recomputeDays, { from: today, to: today });
  const { rows } = await house.run(
    `select level.name as level, program.name as program, site.name as site from stepwell.enrollment stay
      join stepwell.level_of_care level on level.id = stay.level_of_care_id join stepwell.program program on program.id = stay.program_id
      join stepwell.site site on site.id = program.site_id where stay.organization_id = $1 and stay.id = $2`,
    member.enrollmentId,
  );
  const values = { ...rows[0], payer: "Foxglove Health" };
  expect(await holdOf(member)).toMatchObject({ code: "no-contract", values });
  const { patientId, enrollmentId } = member;
  const listed = await house.done(biller, listDayCharges, { patientId });
  const day = await house.done(biller, explainDay, { enrollmentId, serviceDate: today });
  expect([listed.rows[0]?.holds[0]?.values, day.holds[0]?.values]).toEqual([values, values]);
  // What is kept of the day is what the rule says: names are those of today.
  expect(day).toMatchObject({ isAsKept: true, charges: { holds: [{ values: {} }] } });
});
