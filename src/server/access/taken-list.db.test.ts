import { afterAll, beforeAll, expect, test } from "vitest";
import { takeList } from "#domain/access/taken-list.api.ts";
import { mostTakenRows } from "#domain/access/taken-list.ts";
import type { Input } from "#domain/contract/route.ts";
import { newId } from "#server/platform/ids.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

const patients: Input<typeof takeList> = {
  list: "patients",
  rows: 2,
  isNarrowed: true,
  patientIds: [],
};

const linesOf = async () => {
  const { rows } = await house.product.ownerPool.query<{ details: unknown; subjects: string[] }>(
    `select event.details, array(select subject.patient_id from stepwell.audit_subject subject
        where subject.organization_id = event.organization_id and subject.audit_id = event.id) as subjects
       from stepwell.audit_event event where event.verb = 'list.take-out' and event.outcome = 'done' order by event.id`,
  );
  return rows;
};

test("the trail says which list left, how long it was, and whom it names", async () => {
  const one = await house.register("Juniper", "Ellsworth");
  const stranger = newId();
  const taken = await house.done(takeList, {
    ...patients,
    patientIds: [one.id, stranger],
  });
  expect(taken).toEqual({ patientIds: [one.id] });
  expect(await linesOf()).toEqual([
    { details: { list: "patients", rows: 2, isNarrowed: true }, subjects: [one.id] },
  ]);
});

test("whoever may not see a list may not take it out", async () => {
  const before = await linesOf();
  const claims = { ...patients, list: "claims" } as const;
  expect((await house.product.call(house.therapist, takeList, claims)).status).toBe(403);
  expect((await house.product.call(house.patient, takeList, patients)).status).toBe(403);
  expect(await linesOf()).toEqual(before);
});

test("nobody who is signed out, and not more than a list can hold", async () => {
  expect((await house.product.call(undefined, takeList, patients)).status).toBe(401);
  const tooMany = { ...patients, rows: mostTakenRows + 1 };
  expect((await house.product.call(house.therapist, takeList, tooMany)).status).toBe(400);
});
