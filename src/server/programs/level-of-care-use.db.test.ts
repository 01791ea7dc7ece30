import { afterAll, beforeAll, expect, test } from "vitest";
import {
  listLevelsOfCare,
  readLevelOfCareUse,
  retireLevelOfCare,
} from "#domain/programs/level-of-care.api.ts";
import { retireProgram } from "#domain/programs/program.api.ts";
import { addMember, openProgram, type Program } from "#test/support/note-ground.ts";
import { openTestProduct, type TestPerson, type TestProduct } from "#test/support/test-product.ts";
import { testRoutes } from "#test/support/test-routes.ts";

let product: TestProduct;
let program: Program;
let director: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  product = await openTestProduct(testRoutes);
  const here = await product.addOrganization("Stillwater");
  program = await openProgram(product, here);
  const { programId: program_id, levelId: level_of_care_id } = program;
  await program.add("program_level", { program_id, level_of_care_id });
  director = await product.addPerson(here, ["director"]);
  stranger = await product.addPerson(await product.addOrganization("Riverbend"), ["director"]);
});
afterAll(() => product.close());

test("a level says which programs offer it and how many stays go on at it, those that are closed to whoever asks among them", async () => {
  const { levelId: levelOfCareId, programId } = program;
  const use = () => product.done(director, readLevelOfCareUse, { levelOfCareId });
  expect(await use()).toMatchObject({ stayCount: 0 });
  await addMember(program, "Ines", "Carvalho");
  const closed = await addMember(program, "Juniper", "Ellsworth");
  const left = await addMember(program, "Kazimir", "Nowak");
  const change = (what: string, enrollmentId: string) =>
    product.ownerPool.query(`update stepwell.enrollment set ${what} where id = $1`, [enrollmentId]);
  await change("label = 'restricted'", closed.enrollmentId);
  await change("ended_on = admitted_on", left.enrollmentId);
  const { programs, stayCount } = await use();
  expect(programs).toMatchObject([{ id: programId }]);
  expect(stayCount).toBe(2);

  const { rows } = await product.done(director, listLevelsOfCare, {});
  const version = rows.find(({ id }) => id === levelOfCareId)?.version ?? 1;
  const reason = "No longer offered.";
  await product.done(director, retireProgram, { programId, version: 1, reason });
  expect(await use()).toEqual({ programs: [], stayCount: 2 });
  await product.done(director, retireLevelOfCare, { levelOfCareId, version, reason });
  expect(await use()).toEqual({ programs: [], stayCount: 2 });
});

test("a level of nobody's says nothing", async () => {
  const { levelId: levelOfCareId } = program;
  expect(await product.refused(stranger, readLevelOfCareUse, { levelOfCareId })).toMatchObject({
    status: 404,
  });
});
