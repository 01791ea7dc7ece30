import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideImportPerson, listImportMatches } from "#domain/imports/decision.api.ts";
import { listReceivedRecords } from "#domain/imports/received.api.ts";
import type { PatientRow } from "#domain/patients/patient.ts";
import { listImportEntries } from "#server/imports/import.service.ts";
import { importsRoutes } from "#server/imports/imports.routes.ts";
import { searchPatients } from "#server/patients/find-patients.service.ts";
import { imported } from "#test/support/import-files.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestPerson,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
let director: TestPerson;
let administrator: TestPerson;
beforeAll(async () => {
  product = await openTestProduct(() => importsRoutes);
  house = await product.addOrganization("Own House");
  director = await product.addPerson(house, ["director"]);
  administrator = await product.addPerson(house, ["administrator"]);
});
afterAll(() => product.close());

const person = (id: string, family: string, more: Record<string, unknown> = {}) => ({
  resourceType: "Patient",
  id,
  name: [{ family, given: ["Ada"] }],
  birthDate: "1990-05-04",
  identifier: [{ system: "urn:elsewhere", value: id }],
  ...more,
});
const condition = (id: string, subject: string) => ({
  resourceType: "Condition",
  id,
  code: {
    text: "Low mood",
    coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "F32.9" }],
  },
  subject: { reference: subject },
});
const lines = (...resources: unknown[]) => [
  { name: "people.ndjson", text: resources.map((one) => JSON.stringify(one)).join("\n") },
];

const reportOf = async (importId: string) => {
  const { rows } = await product.inside(house, (work) =>
    listImportEntries(work, { importId, limit: 200 }),
  );
  return rows.map(({ number, outcome, findings, appliedAt }) => ({
    number,
    outcome,
    why: findings.map(({ code }) => code),
    isApplied: appliedAt !== null,
  }));
};

const found = async (q: string): Promise<PatientRow[]> =>
  (
    await product.inside(house, (work) =>
      searchPatients(work, { q, limit: 50, state: "all", order: "asc" }),
    )
  ).rows;

describe("somebody who may be here already", () => {
  const waiting = async (id: string, family: string) => {
    await imported(product, house, lines(person(`${id}-here`, family)));
    const files = lines(person(id, family), condition(`${id}-c`, `Patient/${id}`));
    const run = await imported(product, house, files, { source: "Third" });
    expect(await reportOf(run.id)).toMatchObject([
      { outcome: "asked", why: ["likely-same"] },
      { outcome: "asked", why: ["person-asked"] },
    ]);
    return { importId: run.id, number: 1 };
  };

  it("is compared by whoever registers people, and by nobody else", async () => {
    const entry = await waiting("q1", "Asked");
    const { person: theirs, rows } = await product.done(director, listImportMatches, entry);
    expect(theirs).toMatchObject({ familyName: "Asked" });
    expect(rows).toMatchObject([{ familyName: "Asked", reasons: ["name", "birth-date"] }]);
    const refused = await product.refused(administrator, listImportMatches, entry);
    expect(refused.status).toBe(403);
  });

  it("is the same: what is theirs goes to the record that is here", async () => {
    const entry = await waiting("q2", "Same");
    const patientId = (await found("Same"))[0]?.id ?? "";
    const said = { ...entry, is: "same", patientId } as const;
    const decided = await product.done(director, decideImportPerson, said);
    expect(decided).toMatchObject({ outcome: "merged", patientId });
    expect(await found("Same")).toHaveLength(1);
    expect((await product.done(director, listReceivedRecords, { patientId })).rows).toHaveLength(1);
    expect((await product.refused(director, decideImportPerson, said)).code).toBe(
      "import-entry-not-asked",
    );
  });

  it("is another: both are here", async () => {
    const entry = await waiting("q3", "Another");
    await product.done(director, decideImportPerson, { ...entry, is: "another" });
    expect(await found("Another")).toHaveLength(2);
  });

  it("is left out", async () => {
    const entry = await waiting("q4", "Leftout");
    const left = await product.done(director, decideImportPerson, { ...entry, is: "leave" });
    expect(left).toMatchObject({ outcome: "skipped", patientId: null });
    expect(await found("Leftout")).toHaveLength(1);
  });

  it("twice in one file is found, too", async () => {
    const run = await imported(product, house, lines(person("f1", "Twins"), person("f2", "Twins")));
    expect(await reportOf(run.id)).toMatchObject([
      { outcome: "taken" },
      { outcome: "asked", why: ["likely-same-in-file"] },
    ]);
  });
});
