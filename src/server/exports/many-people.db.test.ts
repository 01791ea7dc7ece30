import { afterAll, beforeAll, expect, test } from "vitest";
import { exportOrganization, readExport } from "#domain/exports/export.api.ts";
import { exportedTables } from "#server/exports/exported-tables.ts";
import { makeExport } from "#server/exports/make-export.service.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import { openExportHouse, type ExportHouse } from "#test/support/export-house.ts";

let house: ExportHouse;

const people = 500;
const notesEach = 20;

/** People with a stay each and notes of some length, put in at once. */
const crowd = async (): Promise<void> => {
  const { product, here } = house;
  const whose = [here.organizationId];
  await product.ownerPool.query(
    `insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at)
      select $1, gen_random_uuid(), 'C' || n, 'Given' || n, 'Family', '1990-01-01', now() from generate_series(1, ${people}) n`,
    whose,
  );
  await product.ownerPool.query(
    `insert into stepwell.patient_contact (organization_id, id, patient_id, name, relation, roles, notes, created_at)
      select p.organization_id, gen_random_uuid(), p.id, 'Somebody', 'friend', '{}', repeat('a long remark ', 28), now()
      from stepwell.patient p cross join generate_series(1, ${notesEach}) where p.organization_id = $1`,
    whose,
  );
};

beforeAll(async () => {
  house = await openExportHouse();
  await crowd();
}, 60_000);

afterAll(() => house.product.close());

test("five hundred people are exported with no more memory than a few portions need", async () => {
  const { id } = await house.product.done(house.officer, exportOrganization, {
    ground: "own-keeping",
    recipientName: null,
    reason: "Moving",
  });
  const atFirst = process.memoryUsage().heapUsed;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed - atFirst);
  }, 20);
  const { services } = house.product;
  await makeExport(services, house.here.organizationId, id, systemActor("Test"));
  clearInterval(watch);
  const run = await house.product.done(house.officer, readExport, { exportId: id });
  expect(run.files.find(({ name }) => name === "fhir/Patient.ndjson")?.rows).toBe(people);
  const rows = run.files.find(({ name }) => name === "csv/patient_contact.csv")?.rows;
  expect(rows).toBe(people * notesEach);
  expect(most).toBeLessThan(150 * 1024 * 1024);
}, 60_000);

test("how far it is counts people and tables, and ends with all of them", async () => {
  const { rows } = await house.product.ownerPool.query<{ done: number; total: number }>(
    "select done, total from stepwell.export_run where organization_id = $1 and state = 'ready'",
    [house.here.organizationId],
  );
  const all = people + exportedTables.length;
  expect(rows).toEqual([{ done: all, total: all }]);
});
