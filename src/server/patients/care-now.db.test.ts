import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Input } from "#domain/contract/route.ts";
import { registerPatient, searchPatients } from "#domain/patients/patient.api.ts";
import type { CareState } from "#domain/patients/patient.ts";
import { patientRoutes } from "#server/patients/patient.routes.ts";
import { newId } from "#server/platform/ids.ts";
import {
  addColleague,
  openProgram,
  type Colleague,
  type Program,
} from "#test/support/note-ground.ts";
import {
  openTestProduct,
  testNow,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let program: Program;
let therapist: Colleague;

const register = async (givenName: string) => {
  const birthDate = "1990-04-01";
  const person = { givenName, familyName: "Carvalho", birthDate, sureItIsNew: true };
  return product.done(therapist, registerPatient, person);
};

/** Somebody who is registered, with a stay that began on the second of November. */
const admit = async (givenName: string, more: Readonly<Record<string, unknown>> = {}) => {
  const { id } = await register(givenName);
  await program.add("enrollment", {
    id: newId(),
    patient_id: id,
    program_id: program.programId,
    track_id: program.trackId,
    level_of_care_id: program.levelId,
    population: "adult",
    label: "part-2",
    admitted_on: "2026-11-02",
    admission_type: "elective",
    admission_source: "self",
    patient_status: "still-in-care",
    created_at: testNow,
    ...more,
  });
};

beforeAll(async () => {
  product = await openTestProduct(() => patientRoutes);
  const here = await product.addOrganization("Stillwater");
  program = await openProgram(product, here);
  therapist = await addColleague(product, here, "therapist", "Rosalind Achterberg");
  await admit("Ines", { therapist_staff_id: therapist.staffId });
  await admit("Ingrid", { ended_on: "2026-11-10", end_reason: "completed" });
  await admit("Juniper", { label: "restricted" });
  await admit("Mabel", { ended_on: "2026-11-19", end_reason: "completed" });
  await admit("Otis", { admitted_on: "2026-11-20" });
  await register("Petra");
}, 60_000);
afterAll(() => product.close());

const careSeenBy = async (person: TestPerson, input: Input<typeof searchPatients> = {}) => {
  const { rows } = await product.done(person, searchPatients, input);
  return Object.fromEntries(rows.map(({ givenName, care }) => [givenName, care]));
};

const evening = { programName: "Evening", trackName: "SUD", therapistName: null };

describe("the register says where somebody is in care now", () => {
  test("with program, track and therapist, in the list and in a search alike", async () => {
    const seen = {
      Ines: [{ ...evening, therapistName: "Rosalind Achterberg" }],
      Ingrid: [],
      Juniper: [evening],
      Mabel: [evening],
      Otis: [],
      Petra: [],
    };
    expect(await careSeenBy(therapist)).toEqual(seen);
    expect(await careSeenBy(therapist, { q: "carvalho" })).toEqual(seen);
  });

  test("and nothing of a stay that its reader does not see, nor to whom reads no stays", async () => {
    const here = program.organization;
    const nurse = await product.addPerson(here, ["nurse"]);
    expect((await careSeenBy(nurse))["Juniper"]).toEqual([]);
    expect((await careSeenBy(nurse))["Ines"]).toHaveLength(1);
    const officer = await product.addPerson(here, ["privacy-officer"]);
    expect(await careSeenBy(officer)).toEqual({
      Ines: [],
      Ingrid: [],
      Juniper: [],
      Mabel: [],
      Otis: [],
      Petra: [],
    });
  });
});

describe.each([[""], ["carvalho"], ["carvahlo"], ["4/1/1990"]])("asked for with %j", (q) => {
  const namesFor = async (person: TestPerson, care: CareState) =>
    Object.keys(await careSeenBy(person, { q, care })).toSorted();

  test("only those in care, or only those who are not", async () => {
    expect(await namesFor(therapist, "in-care")).toEqual(["Ines", "Juniper", "Mabel"]);
    expect(await namesFor(therapist, "not-in-care")).toEqual(["Ingrid", "Otis", "Petra"]);
  });

  test("only those who were never admitted, whatever became of the others", async () => {
    expect(await namesFor(therapist, "no-program-yet")).toEqual(["Petra"]);
  });

  test("a stay that its reader does not see counts as none", async () => {
    const nurse = await product.addPerson(program.organization, ["nurse"]);
    expect(await namesFor(nurse, "no-program-yet")).toEqual(["Juniper", "Petra"]);
    expect(await namesFor(nurse, "in-care")).toEqual(["Ines", "Mabel"]);
    expect(await namesFor(nurse, "not-in-care")).toEqual(["Ingrid", "Juniper", "Otis", "Petra"]);
  });
});

test("a page of those in care says how many there are", async () => {
  const page = await product.done(therapist, searchPatients, { care: "in-care", limit: 1 });
  expect(page).toMatchObject({ total: 3, nextCursor: expect.any(String) });
});
