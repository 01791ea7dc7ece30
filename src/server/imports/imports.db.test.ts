import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as api from "#domain/imports/import.api.ts";
import { listReceivedRecords } from "#domain/imports/received.api.ts";
import type { PatientRow } from "#domain/patients/patient.ts";
import { listImportEntries } from "#server/imports/import.service.ts";
import * as imports from "#server/imports/import.service.ts";
import { importsRoutes } from "#server/imports/imports.routes.ts";
import { receiveFile } from "#server/imports/receive-file.service.ts";
import { stepImport } from "#server/imports/step-import.service.ts";
import { searchPatients } from "#server/patients/find-patients.service.ts";
import { doSteps, imported, inPieces, rehearsed } from "#test/support/import-files.ts";
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
let facilitator: TestPerson;
beforeAll(async () => {
  product = await openTestProduct(() => importsRoutes);
  house = await product.addOrganization("Own House");
  director = await product.addPerson(house, ["director"]);
  administrator = await product.addPerson(house, ["director"]);
  facilitator = await product.addPerson(house, ["facilitator"]);
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

const countRows = async (): Promise<unknown> => {
  const { rows } = await product.ownerPool.query(
    `select (select count(*) from stepwell.patient) as patients, (select count(*) from stepwell.received_record) as received,
            (select count(*) from stepwell.patient_contact) as contacts, (select count(*) from stepwell.import_identifier) as identifiers`,
  );
  return rows[0];
};

describe("a rehearsal", () => {
  it("says what would become of every entry, and changes nobody", async () => {
    const before = await countRows();
    const run = await rehearsed(
      product,
      house,
      lines(
        person("r1", "Rehearsed"),
        person("r1", "Rehearsed"),
        person("r1", "Somebody Else"),
        person("r2", "Dead", { deceasedBoolean: true }),
        person("r3", "Tomorrow", { birthDate: "2199-01-01" }),
        condition("c1", "Patient/r1"),
        condition("c2", "Patient/nowhere"),
        condition("c3", "Patient/r2"),
        condition("c4", "Condition/c4"),
        {
          resourceType: "RelatedPerson",
          id: "p1",
          patient: { reference: "RelatedPerson/p1" },
          name: [{ text: "Loop" }],
        },
      ),
    );
    expect(await reportOf(run.id)).toEqual(
      [
        [1, "taken", []],
        [2, "skipped", ["twice-in-file"]],
        [3, "refused", ["same-id-in-file"]],
        [4, "skipped", ["has-died"]],
        [5, "refused", ["born-in-future"]],
        [6, "taken", []],
        [7, "refused", ["reference-to-nowhere"]],
        [8, "skipped", ["person-not-taken"]],
        [9, "refused", ["reference-to-nowhere"]],
        [10, "refused", ["reference-to-nowhere"]],
      ].map(([number, outcome, why]) => ({ number, outcome, why, isApplied: false })),
    );
    expect(await countRows()).toEqual(before);
  });
});

describe("an import", () => {
  it("leaves a person with everything that is theirs, and a second time changes nothing", async () => {
    const files = lines(
      person("t1", "Taken", {
        telecom: [{ system: "phone", value: "808-555-0133" }],
        contact: [{ name: { text: "Max Taken" }, relationship: [{ text: "Father" }] }],
      }),
      condition("t-c", "Patient/t1"),
    );
    await imported(product, house, files, { label: "general" });
    const [ada] = await found("Taken");
    expect(ada).toMatchObject({ givenName: "Ada", phone: "8085550133" });
    const patientId = ada?.id ?? "";
    const { rows } = await product.done(facilitator, listReceivedRecords, { patientId });
    expect(rows).toMatchObject([
      { summary: { title: "Low mood", code: "F32.9" }, source: "Elsewhere" },
    ]);
    const after = await countRows();
    const again = await imported(product, house, files, { label: "general" });
    expect(again.people).toMatchObject({ unchanged: 1, taken: 0 });
    expect(await countRows()).toEqual(after);
  });

  it("shows what nobody labelled to those alone who see what is restricted", async () => {
    await imported(product, house, lines(person("s1", "Secret"), condition("s-c", "Patient/s1")));
    const patientId = (await found("Secret"))[0]?.id ?? "";
    expect((await product.done(facilitator, listReceivedRecords, { patientId })).rows).toEqual([]);
    expect((await product.done(director, listReceivedRecords, { patientId })).rows).toHaveLength(1);
  });

  it("fills in what is empty here when somebody comes again with more, and writes over nothing", async () => {
    await imported(product, house, lines(person("m1", "Merged", { gender: "female" })));
    const more = { gender: "male", telecom: [{ system: "email", value: "ada@test.example" }] };
    const run = await imported(product, house, lines(person("m1", "Merged", more)));
    expect(await reportOf(run.id)).toMatchObject([
      { outcome: "merged", why: ["known-from-before", "differs-here"], isApplied: true },
    ]);
    const { rows } = await product.ownerPool.query(
      "select email, sex_at_birth as sex, version from stepwell.patient where family_name = 'Merged'",
    );
    expect(rows).toEqual([{ email: "ada@test.example", sex: "female", version: 2 }]);
  });

  it("knows a person of another source again by a number, a name and a birthday", async () => {
    await imported(product, house, lines(person("n1", "Numbered")));
    const run = await imported(product, house, lines(person("n1", "Numbered")), {
      source: "Third",
    });
    expect(await reportOf(run.id)).toMatchObject([{ outcome: "merged", why: ["known-by-number"] }]);
    expect(await found("Numbered")).toHaveLength(1);
  });

  it("takes what belongs to somebody who came in an earlier file", async () => {
    await imported(product, house, lines(person("e1", "Earlier")));
    const run = await imported(product, house, lines(condition("e-c", "Patient/e1")));
    expect(run.belongings).toMatchObject({ taken: 1 });
  });

  it("stopped between two people leaves everybody whole or not at all, and goes on", async () => {
    const everybody = Array.from({ length: 100 }, (_, place) => [
      person(
        `w${place}`,
        `Whole${"abcdefghij"[place % 10]}${"klmnopqrst"[Math.floor(place / 10)]}`,
        {
          birthDate: `19${String(10 + (place % 80))}-01-${String(1 + (place % 28)).padStart(2, "0")}`,
        },
      ),
      condition(`w-c${place}`, `Patient/w${place}`),
    ]).flat();
    const run = await rehearsed(product, house, lines(...everybody));
    const importId = run.id;
    const { version } = run;
    await product.inside(house, (work) => imports.runImport(work, { importId, version }));
    await product.inside(house, (work) => stepImport(work, importId));
    const stopped = await product.done(administrator, api.stopImport, { importId });
    expect(stopped.state).toBe("stopped");
    expect(await product.inside(house, (work) => stepImport(work, importId))).toBe(false);
    const { rows } = await product.ownerPool.query(
      `select count(*) filter (where phase = 1 and applied_at is not null) as people,
              count(*) filter (where phase = 2 and applied_at is not null) as theirs from stepwell.import_entry where run_id = $1`,
      [importId],
    );
    expect(rows[0].people).toBe(rows[0].theirs);
    expect(Number(rows[0].people)).toBeGreaterThan(0);
    expect(Number(rows[0].people)).toBeLessThan(100);
    await product.done(administrator, api.runImport, { importId, version: stopped.version });
    const done = await doSteps(product, house, importId);
    expect(done).toMatchObject({
      state: "done",
      people: { taken: 100 },
      belongings: { taken: 100 },
    });
  });
});

describe("a broken file", () => {
  it("cut anywhere changes nothing, not even the import", async () => {
    const { id: importId } = await product.done(director, api.startImport, {
      kind: "fhir",
      source: "Elsewhere",
    });
    const before = await countRows();
    const [file] = lines(person("b1", "Broken"), person("b2", "Broken"));
    const text = file?.text ?? "";
    for (const end of [1, 40, text.indexOf("\n") + 5, text.length - 1]) {
      const cut = product.inside(house, (work) =>
        receiveFile(work, importId, { name: "cut.json", bytes: inPieces(text.slice(0, end), 16) }),
      );
      await expect(cut).rejects.toMatchObject({
        code: "import-file-broken",
        values: { why: "cut-off" },
      });
    }
    expect(await product.done(director, api.readImport, { importId })).toMatchObject({
      entries: 0,
      files: [],
      version: 1,
    });
    expect(await countRows()).toEqual(before);
  });
});
