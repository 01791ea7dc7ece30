import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roleNames } from "#domain/access/roles.ts";
import { idSchema } from "#domain/basics/ids.ts";
import type { AnyRoute } from "#domain/contract/route.ts";
import { readDraftsBeside, saveDraft } from "#domain/drafts/draft.api.ts";
import { mayBeKept, routeName } from "#domain/drafts/draft-rules.ts";
import { newId } from "#server/platform/ids.ts";
import { saved, typed } from "#test/support/draft-words.ts";
import { addColleague, addMember, addSession, openProgram } from "#test/support/note-ground.ts";
import type { Colleague, Member, Program } from "#test/support/note-ground.ts";
import { addSampleRecords } from "#test/support/sample-records.ts";
import { sampleInputs, type SampleRecords } from "#test/support/samples.ts";
import { openTestProduct, type TestPerson, type TestProduct } from "#test/support/test-product.ts";
import { testRoutes } from "#test/support/test-routes.ts";

const kept: readonly AnyRoute[] = testRoutes({} as never)
  .map(({ contract }) => contract)
  .filter(mayBeKept);

let product: TestProduct;
let program: Program;
let therapist: Colleague;
let nurse: Colleague;
let everything: TestPerson;
let open: Member;
let closed: Member;
let own: SampleRecords;
let others: SampleRecords;

const standing = (route: string, recordId: string | null) => ({
  route,
  form: `form-${recordId ?? "new"}`,
  recordId,
  place: "/staff/patients",
});

const keep = async (person: TestPerson, route: string, recordId: string | null) => {
  const input = saved(person, [typed("any", "words")], standing(route, recordId));
  const answer = await product.call(person, saveDraft, input);
  return answer.ok ? "kept" : `${answer.body.status} ${answer.body.code}`;
};

beforeAll(async () => {
  product = await openTestProduct(testRoutes);
  const here = await product.addOrganization("Stillwater");
  program = await openProgram(product, here);
  therapist = await addColleague(product, here, "therapist", "Theo Lindqvist");
  nurse = await addColleague(product, here, "nurse", "Nora Whitfield");
  everything = await product.addPerson(here, [...roleNames]);
  open = await addMember(program, "Ines", "Carvalho");
  closed = await addMember(program, "Juniper", "Ellsworth");
  for (const table of ["enrollment", "objective"])
    await product.ownerPool.query(
      `update stepwell.${table} set label = 'restricted' where patient_id = $1`,
      [closed.patientId],
    );
  own = await addSampleRecords(product, here);
  others = await addSampleRecords(product, await product.addOrganization("Harrow Creek"));
}, 60_000);
afterAll(() => product.close());

describe("what may be kept", () => {
  test("is no act that holds for moments", () => {
    expect(kept.filter(({ fleeting }) => fleeting)).toEqual([]);
  });

  test.each(["POST /sessions/{sessionId}/writers", "PATCH /drafts/{draftId}"])(
    "is not %s",
    async (route) => {
      const id = await addSession(program, [open]);
      expect(await keep(therapist, route, id)).toBe("400 invalid-input");
    },
  );
});

/** The last record that an address names, with the samples of these records put in: as a form says it. */
const sampleOf = (records: SampleRecords, contract: AnyRoute): string | undefined => {
  const input = sampleInputs(records)[routeName(contract)] ?? {};
  const named = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => input[name]);
  return named.flatMap((value) => idSchema.safeParse(value).data ?? []).at(-1);
};

describe("words over a record", () => {
  const overRecords = kept.filter(
    ({ path, permission }) => path.includes("{") && permission !== "signed-in",
  );

  test.each(overRecords.map(routeName))(
    "%s: are kept over one's own, and refused alike over another organization's and over none",
    async (name) => {
      const contract = overRecords.find((one) => routeName(one) === name);
      if (contract === undefined) throw new Error(name);
      const mine = sampleOf(own, contract);
      const theirs = sampleOf(others, contract);
      if (mine === undefined || theirs === undefined) throw new Error(`${name} has no sample`);
      const answers = [];
      for (const recordId of [mine, theirs, newId()])
        answers.push(await keep(everything, name, recordId));
      expect(answers).toEqual(["kept", "404 not-found", "404 not-found"]);
    },
  );

  test("that one may not see are refused like those over nothing", async () => {
    const goalOf = async ({ patientId }: Member): Promise<string> => {
      const { rows } = await product.ownerPool.query<{ id: string }>(
        "select id from stepwell.goal where patient_id = $1",
        [patientId],
      );
      return rows[0]?.id ?? "";
    };
    const route = "PATCH /goals/{goalId}";
    const caseManager = await addColleague(
      product,
      program.organization,
      "case-manager",
      "Cal Iver",
    );
    for (const [person, member, expected] of [
      [therapist, closed, "kept"],
      [therapist, open, "kept"],
      [caseManager, open, "kept"],
      [caseManager, closed, "404 not-found"],
    ] as const)
      expect(await keep(person, route, await goalOf(member))).toBe(expected);
    expect(await keep(caseManager, route, newId())).toBe("404 not-found");
    const beside = await product.call(caseManager, readDraftsBeside, {
      route,
      recordId: await goalOf(closed),
    });
    expect(beside).toMatchObject({ status: 404, body: { code: "not-found" } });
    await product.ownerPool.query(
      "update stepwell.enrollment set therapist_staff_id = $1 where id = $2",
      [caseManager.staffId, closed.enrollmentId],
    );
    expect(await keep(caseManager, route, await goalOf(closed))).toBe("kept");
  });

  test("about a task are kept by whoever it is given to, or to whose role, whatever its label", async () => {
    const task = async (more: Readonly<Record<string, unknown>>): Promise<string> => {
      const id = newId();
      const at = product.clock.now().toString();
      await program.add("task", {
        id,
        kind: "to-do",
        urgency: "soon",
        patient_id: closed.patientId,
        due_at: at,
        created_at: at,
        label: "restricted",
        ...more,
      });
      return id;
    };
    const route = "POST /tasks/{taskId}/closure";
    expect(kept.map(routeName)).toContain(route);
    expect(await keep(nurse, route, await task({ owner_role: "therapist" }))).toBe("404 not-found");
    expect(await keep(nurse, route, await task({ owner_role: "nurse" }))).toBe("kept");
    expect(await keep(nurse, route, await task({ owner_staff_id: nurse.staffId }))).toBe("kept");
  });
});
