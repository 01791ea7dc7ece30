import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#domain/access/roles.ts";
import { listAtRisk } from "#domain/reporting/at-risk.api.ts";
import { newId } from "#server/platform/ids.ts";
import { reportingRoutes } from "#server/reporting/reporting.routes.ts";
import { addMember, openProgram, type Member, type Program } from "#test/support/note-ground.ts";
import { openTestProduct, testNow, type TestProduct } from "#test/support/test-product.ts";

let product: TestProduct;
let program: Program;
let member: Member;

beforeAll(async () => {
  product = await openTestProduct(() =>
    reportingRoutes({ installation: { demo: () => Promise.resolve(null) } }),
  );
  program = await openProgram(product, await product.addOrganization("Stillwater"));
  member = await addMember(program, "Ines", "Carvalho");
});
afterAll(() => product.close());

const crisis = (label: string) =>
  program.add("task", {
    id: newId(),
    kind: "crisis-answer",
    urgency: "crisis",
    patient_id: member.patientId,
    details: "{}",
    owner_role: "therapist",
    due_at: testNow,
    created_at: testNow,
    label,
  });

const reasonsFor = async (role: Role): Promise<readonly string[]> => {
  const person = await product.addPerson(program.organization, [role]);
  const { rows } = await product.done(person, listAtRisk, {});
  return rows.flatMap(({ reasons }) => reasons.map(({ code }) => code));
};

test("a crisis that comes from a record one does not see is not told of by another stay of the same person", async () => {
  await crisis("restricted");
  expect(await reasonsFor("nurse")).toEqual([]);
  expect(await reasonsFor("therapist")).toEqual(["crisis-open"]);
  await crisis("part-2");
  expect(await reasonsFor("nurse")).toEqual(["crisis-open"]);
});
