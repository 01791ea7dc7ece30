import { afterAll, beforeAll, expect, test } from "vitest";
import { listNewStays } from "#domain/admissions/stay-lack.api.ts";
import { readChart } from "#domain/charting/chart.api.ts";
import { admitPatient } from "#domain/charting/plan-admission.api.ts";
import { openAdmissionHouse, type AdmissionHouse } from "#test/support/admission-house.ts";

let house: AdmissionHouse;
beforeAll(async () => {
  house = await openAdmissionHouse();
});
afterAll(() => house.product.close());

const lacksOf = async (patientId: string): Promise<readonly string[]> =>
  (await house.done(readChart, { patientId })).lacks.flatMap(({ lacks }) => lacks);
const isListed = async (patientId: string): Promise<boolean> =>
  (await house.done(listNewStays, {})).rows.some((row) => row.patientId === patientId);

test("who was admitted is told with what is missing, on the chart and among the new, until it is there", async () => {
  const { patientId, id: enrollmentId } = await house.admitted("Odalys", "Arriving");
  expect(await lacksOf(patientId)).toEqual(["seat", "consent", "measure"]);
  const { rows } = await house.done(listNewStays, {});
  expect(rows).toContainEqual({
    enrollmentId,
    patientId,
    name: "Odalys Arriving",
    programName: "Evening",
    admittedOn: "2026-11-09",
    lacks: ["seat", "consent", "measure"],
  });
  const at = house.product.clock.now().toString();
  await house.insert(
    "insert into stepwell.measure_request (organization_id, id, patient_id, enrollment_id, instrument, due_on, requested_at, requested_by) values ($1, $2, $3, $4, 'phq-9', '2026-11-19', $5, 'Test')",
    [patientId, enrollmentId, at],
  );
  expect(await lacksOf(patientId)).toEqual(["seat", "consent"]);
});

test("an authorization is missing where the contract in force asks for one, and nowhere else", async () => {
  const payerId = await house.payer("Meadow Mutual");
  const { patientId, id } = await house.admitted("Payer", "Asks");
  const at = house.product.clock.now().toString();
  await house.insert(
    "insert into stepwell.coverage (organization_id, id, patient_id, payer_id, rank, member_number, relation_to_subscriber, effective_from, created_at) values ($1, $2, $3, $4, 1, 'M1', 'self', '2026-01-01', $5)",
    [patientId, payerId, at],
  );
  expect(await lacksOf(patientId)).not.toContain("authorization");
  const contractId = await house.insert(
    "insert into stepwell.contract (organization_id, id, payer_id, name, created_at) values ($1, $2, $3, 'All', $4)",
    [payerId, at],
  );
  await house.insert(
    `insert into stepwell.contract_version (organization_id, id, contract_id, number, state, effective_from, terms, source, created_at, created_by, published_at)
      values ($1, $2, $3, 1, 'confirmed', '2026-01-01', '{"authorization":{"needed":true,"unit":"days"}}', 's', $4, 'Test', $4)`,
    [contractId, at],
  );
  expect(await lacksOf(patientId)).toContain("authorization");
  const chart = await house.done(readChart, { patientId });
  expect(chart.spine.find(({ step }) => step === "authorize")?.state).toBe("needs");
  expect(chart.lacks).toMatchObject([{ enrollmentId: id }]);
  // Whoever may not see coverage is not told that something of it is missing.
  const theirs = await house.done(readChart, { patientId }, house.facilitator);
  expect(theirs.lacks.flatMap(({ lacks }) => lacks)).not.toContain("authorization");
});

test("whoever was admitted more than two weeks ago is on no list, and is still told on the chart", async () => {
  const patientId = await house.patient("Long", "Here");
  await house.done(admitPatient, house.admission(patientId, { admittedOn: "2026-11-04" }));
  expect(await isListed(patientId)).toBe(false);
  expect(await lacksOf(patientId)).toContain("seat");
});

test("another organization sees none of it", async () => {
  expect((await house.done(listNewStays, {}, house.stranger)).rows).toEqual([]);
  expect((await house.refused(listNewStays, {}, house.facilitator)).status).toBe(403);
});
