import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#domain/access/roles.ts";
import { listEnrollments, readEnrollment } from "#domain/admissions/enrollment.api.ts";
import { readChart } from "#domain/charting/chart.api.ts";
import { listGoals } from "#domain/charting/goal.api.ts";
import { listNotes, readNote } from "#domain/charting/member-note.api.ts";
import { patchNoteDraft } from "#domain/charting/note-draft.api.ts";
import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { listHours } from "#domain/scheduling/hours.api.ts";
import { newId } from "#server/platform/ids.ts";
import {
  addColleague,
  addMember,
  addSession,
  openProgram,
  type Colleague,
  type Member,
  type Program,
} from "#test/support/note-ground.ts";
import { signatureOf } from "#test/support/note-house.ts";
import {
  later,
  openTestProduct,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";
import { testRoutes } from "#test/support/test-routes.ts";

let product: TestProduct;
let program: Program;
let therapist: Colleague;
let open: Member;
let closed: Member;
let fresh: Member;
let sessionId = "";
const noteIds = new Map<string, string>();

const answerOf = async <R extends AnyRoute>(
  person: TestPerson,
  contract: R,
  input: Input<R>,
): Promise<Output<R> | number> => {
  const answer = await product.call(person, contract, input);
  return answer.ok ? answer.body : answer.body.status;
};
const done = <R extends AnyRoute>(person: TestPerson, contract: R, input: Input<R>) =>
  product.done(person, contract, input);

const restrict = async ({ patientId }: Member): Promise<void> => {
  for (const table of ["enrollment", "objective", "attendance"])
    await product.ownerPool.query(
      `update stepwell.${table} set label = 'restricted' where patient_id = $1`,
      [patientId],
    );
};

beforeAll(async () => {
  product = await openTestProduct(testRoutes);
  const here = await product.addOrganization("Stillwater");
  program = await openProgram(product, here);
  therapist = await addColleague(product, here, "therapist", "Theo Lindqvist");
  open = await addMember(program, "Ines", "Carvalho");
  closed = await addMember(program, "Juniper", "Ellsworth");
  fresh = await addMember(program, "Fresh", "Arrival");
  await product.ownerPool.query("delete from stepwell.objective where patient_id = $1", [
    fresh.patientId,
  ]);
  await product.ownerPool.query("delete from stepwell.goal where patient_id = $1", [
    fresh.patientId,
  ]);
  await product.ownerPool.query("delete from stepwell.enrollment where patient_id = $1", [
    fresh.patientId,
  ]);
  sessionId = await addSession(program, [open, closed]);
  await restrict(closed);
  await done(therapist, signSession, signatureOf(sessionId, [open, closed]));
  for (const { patientId } of [open, closed]) {
    const { rows } = await done(therapist, listNotes, { patientId });
    noteIds.set(patientId, rows[0]?.id ?? "");
  }
}, 60_000);
afterAll(() => product.close());

/** What each role sees: of a stay under Part 2, and of a restricted one. `no` is not said to be there. */
type Seen = readonly [part2: "yes" | "no" | 403, restricted: "yes" | "no" | 403];
const all: Seen = ["yes", "yes"];
const part2: Seen = ["yes", "no"];
const closedDoor: Seen = [403, 403];
const table: Readonly<Partial<Record<Role, { stays: Seen; days: Seen; plan: Seen; notes: Seen }>>> =
  {
    admissions: { stays: part2, days: part2, plan: part2, notes: closedDoor },
    facilitator: { stays: part2, days: part2, plan: part2, notes: part2 },
    nurse: { stays: part2, days: part2, plan: part2, notes: part2 },
    "case-manager": { stays: part2, days: part2, plan: part2, notes: part2 },
    "peer-specialist": { stays: part2, days: part2, plan: part2, notes: part2 },
    therapist: { stays: all, days: all, plan: all, notes: all },
    supervisor: { stays: all, days: all, plan: all, notes: all },
    director: { stays: all, days: all, plan: all, notes: all },
    prescriber: { stays: all, days: all, plan: all, notes: all },
    "utilization-reviewer": { stays: all, days: all, plan: part2, notes: part2 },
    biller: { stays: all, days: all, plan: closedDoor, notes: closedDoor },
    "privacy-officer": {
      stays: closedDoor,
      days: closedDoor,
      plan: closedDoor,
      notes: closedDoor,
    },
    administrator: { stays: closedDoor, days: closedDoor, plan: closedDoor, notes: closedDoor },
  };

const said = (answer: number | { readonly rows: readonly unknown[] }): "yes" | "no" | number =>
  typeof answer === "number" ? answer : answer.rows.length > 0 ? "yes" : "no";

describe.each(Object.entries(table))("%s", (role, expected) => {
  let person: TestPerson;
  beforeAll(async () => {
    person = await product.addPerson(program.organization, [role as Role]);
  });

  test("sees what the work needs of each label, in every list alike", async () => {
    const seen = { stays: [], days: [], plan: [], notes: [] } as Record<string, unknown[]>;
    for (const { patientId, enrollmentId } of [open, closed]) {
      seen["stays"]?.push(said(await answerOf(person, listEnrollments, { patientId })));
      const hours = await answerOf(person, listHours, {});
      const rows = typeof hours === "number" ? [] : hours.rows;
      const own = rows.filter((row) => row.enrollmentId === enrollmentId);
      seen["days"]?.push(typeof hours === "number" ? hours : said({ rows: own }));
      seen["plan"]?.push(said(await answerOf(person, listGoals, { patientId })));
      seen["notes"]?.push(said(await answerOf(person, listNotes, { patientId })));
    }
    expect(seen).toEqual(expected);
  });

  test("by its own address is answered like one who asks for what is not there", async () => {
    const note = await answerOf(person, readNote, { noteId: noteIds.get(closed.patientId) ?? "" });
    const stay = await answerOf(person, readEnrollment, { enrollmentId: closed.enrollmentId });
    const status = { yes: "yes", no: 404, 403: 403 } as const;
    expect([note, stay].map((one) => (typeof one === "number" ? one : "yes"))).toEqual([
      status[expected.notes[1]],
      status[expected.stays[1]],
    ]);
  });

  test("opens a chart that hints at nothing that is not shown", async () => {
    const chart = await answerOf(person, readChart, { patientId: closed.patientId });
    if (typeof chart === "number") return expect(chart).toBe(403);
    expect(chart.enrollments.length > 0).toBe(expected.stays[1] === "yes");
    expect(chart.goals.length > 0).toBe(expected.plan[1] === "yes");
    expect(chart.risk !== null).toBe(expected.notes[1] === "yes");
    expect(chart.timeline.rows.some(({ words }) => words !== null)).toBe(
      expected.notes[1] === "yes",
    );
    if (expected.stays[1] === "yes") return undefined;
    const registered = await done(person, readChart, { patientId: fresh.patientId });
    return expect({ ...chart, patient: null }).toEqual({ ...registered, patient: null });
  });
});

describe("who has not the right of the label", () => {
  test("sees whom they treat", async () => {
    const nurse = await addColleague(product, program.organization, "nurse", "Nora Whitfield");
    await product.ownerPool.query(
      "update stepwell.enrollment set therapist_staff_id = $1 where id = $2",
      [nurse.staffId, closed.enrollmentId],
    );
    const chart = await done(nurse, readChart, { patientId: closed.patientId });
    expect(chart).toMatchObject({ label: "restricted", enrollments: [{}], goals: [{}] });
    expect(chart.risk).not.toBeNull();
    expect((await done(nurse, listNotes, { patientId: closed.patientId })).total).toBe(1);
  });

  test("sees in a room only those whose label they see, unless they lead it", async () => {
    const leader = await addColleague(product, program.organization, "facilitator", "Lia Moreno");
    const patch = { id: newId(), field: "sentence", value: "x", baseRevision: 0 } as const;
    // The answer to a patch holds what others wrote: whoever is not seen is not on the roster, signed or not.
    expect(
      await product.refused(leader, patchNoteDraft, {
        sessionId,
        patches: [{ ...patch, patientId: closed.patientId }],
      }),
    ).toMatchObject({ status: 409, code: "not-on-roster" });
    const names = async () =>
      (await done(leader, readSessionRoom, { sessionId })).rows.map(({ patientId }) => patientId);
    expect(await names()).toEqual([open.patientId]);
    await product.ownerPool.query(
      `insert into stepwell.session_facilitator (organization_id, session_id, staff_id, role, starts_at, ends_at, state)
       select organization_id, id, $2, 'lead', starts_at, ends_at, state from stepwell.session where id = $1`,
      [sessionId, leader.staffId],
    );
    expect(await names()).toHaveLength(2);
    expect(
      await product.refused(leader, patchNoteDraft, {
        sessionId,
        patches: [{ ...patch, patientId: closed.patientId }],
      }),
    ).toMatchObject({ status: 409, code: "already-signed" });
    expect((await done(leader, listNotes, { patientId: closed.patientId })).total).toBe(1);
  });
  test("sees in a room no crisis that stands in a task they may not see", async () => {
    const colleague = await addColleague(product, program.organization, "nurse", "Noa Whitcomb");
    const flags = async (person: TestPerson) =>
      (await done(person, readSessionRoom, { sessionId })).rows.find(
        ({ patientId }) => patientId === open.patientId,
      )?.flags ?? [];
    const before = await flags(colleague);
    expect(before).not.toContain("phq-item-9");
    const id = newId();
    const at = later({ hours: -1 });
    await program.add("task", {
      id,
      kind: "crisis-answer",
      urgency: "crisis",
      patient_id: open.patientId,
      owner_role: "therapist",
      due_at: at,
      created_at: at,
      label: "restricted",
    });
    expect(await flags(colleague)).toEqual(before);
    expect(await flags(therapist)).toContain("phq-item-9");
    await product.ownerPool.query("update stepwell.task set owner_staff_id = $1 where id = $2", [
      colleague.staffId,
      id,
    ]);
    expect(await flags(colleague)).toContain("phq-item-9");
  });
});
