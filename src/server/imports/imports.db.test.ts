import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as api from "#domain/imports/import.api.ts";
import { listReceivedRecords } from "#domain/imports/received.api.ts";
import * as imports from "#server/imports/import.service.ts";
import { receiveFile } from "#server/imports/receive-file.service.ts";
import { stepImport } from "#server/imports/step-import.service.ts";
import { doSteps, imported, inPieces, rehearsed } from "#test/support/import-files.ts";
import {
  conditionOf,
  linesOf,
  openImportHouse,
  personOf,
  type ImportHouse,
} from "#test/support/import-house.ts";

let house: ImportHouse;
beforeAll(async () => {
  house = await openImportHouse();
});
afterAll(() => house.product.close());

const countRows = async (): Promise<unknown> => {
  const { rows } = await house.product.ownerPool.query(
    `select (select count(*) from stepwell.patient) as patients, (select count(*) from stepwell.received_record) as received,
            (select count(*) from stepwell.patient_contact) as contacts, (select count(*) from stepwell.import_identifier) as identifiers`,
  );
  return rows[0];
};

describe("a rehearsal", () => {
  it("says what would become of every entry, and changes nobody", async () => {
    const before = await countRows();
    const run = await rehearsed(
      house.product,
      house.here,
      linesOf(
        personOf("r1", "Rehearsed"),
        personOf("r1", "Rehearsed"),
        personOf("r1", "Somebody Else"),
        personOf("r2", "Dead", { deceasedBoolean: true }),
        personOf("r3", "Tomorrow", { birthDate: "2199-01-01" }),
        conditionOf("c1", "Patient/r1"),
        conditionOf("c2", "Patient/nowhere"),
        conditionOf("c3", "Patient/r2"),
        conditionOf("c4", "Condition/c4"),
        {
          resourceType: "RelatedPerson",
          id: "p1",
          patient: { reference: "RelatedPerson/p1" },
          name: [{ text: "Loop" }],
        },
      ),
    );
    expect(await house.reportOf(run.id)).toEqual(
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
    const files = linesOf(
      personOf("t1", "Taken", {
        telecom: [{ system: "phone", value: "808-555-0133" }],
        contact: [{ name: { text: "Max Taken" }, relationship: [{ text: "Father" }] }],
      }),
      conditionOf("t-c", "Patient/t1"),
    );
    await imported(house.product, house.here, files, { label: "general" });
    const [ada] = await house.found("Taken");
    expect(ada).toMatchObject({ givenName: "Ada", phone: "8085550133" });
    const patientId = ada?.id ?? "";
    const { rows } = await house.product.done(house.facilitator, listReceivedRecords, {
      patientId,
    });
    expect(rows).toMatchObject([
      { summary: { title: "Low mood", code: "F32.9" }, source: "Elsewhere" },
    ]);
    const after = await countRows();
    const again = await imported(house.product, house.here, files, { label: "general" });
    expect(again.people).toMatchObject({ unchanged: 1, taken: 0 });
    expect(await countRows()).toEqual(after);
  });

  it("shows what nobody labelled to those alone who see what is restricted", async () => {
    await imported(
      house.product,
      house.here,
      linesOf(personOf("s1", "Secret"), conditionOf("s-c", "Patient/s1")),
    );
    const patientId = (await house.found("Secret"))[0]?.id ?? "";
    expect(
      (await house.product.done(house.facilitator, listReceivedRecords, { patientId })).rows,
    ).toEqual([]);
    expect(
      (await house.product.done(house.director, listReceivedRecords, { patientId })).rows,
    ).toHaveLength(1);
  });

  it("fills in what is empty here when somebody comes again with more, and writes over nothing", async () => {
    await imported(
      house.product,
      house.here,
      linesOf(personOf("m1", "Merged", { gender: "female" })),
    );
    const more = { gender: "male", telecom: [{ system: "email", value: "ada@test.example" }] };
    const run = await imported(house.product, house.here, linesOf(personOf("m1", "Merged", more)));
    expect(await house.reportOf(run.id)).toMatchObject([
      { outcome: "merged", why: ["known-from-before", "differs-here"], isApplied: true },
    ]);
    const { rows } = await house.product.ownerPool.query(
      "select email, sex_at_birth as sex, version from stepwell.patient where family_name = 'Merged'",
    );
    expect(rows).toEqual([{ email: "ada@test.example", sex: "female", version: 2 }]);
  });

  it("knows a person of another source again by a number, a name and a birthday", async () => {
    await imported(house.product, house.here, linesOf(personOf("n1", "Numbered")));
    const run = await imported(house.product, house.here, linesOf(personOf("n1", "Numbered")), {
      source: "Third",
    });
    expect(await house.reportOf(run.id)).toMatchObject([
      { outcome: "merged", why: ["known-by-number"] },
    ]);
    expect(await house.found("Numbered")).toHaveLength(1);
  });

  it("takes what belongs to somebody who came in an earlier file", async () => {
    await imported(house.product, house.here, linesOf(personOf("e1", "Earlier")));
    const run = await imported(
      house.product,
      house.here,
      linesOf(conditionOf("e-c", "Patient/e1")),
    );
    expect(run.belongings).toMatchObject({ taken: 1 });
  });

  it("stopped between two people leaves everybody whole or not at all, and goes on", async () => {
    const everybody = Array.from({ length: 100 }, (_, place) => [
      personOf(
        `w${place}`,
        `Whole${"abcdefghij"[place % 10]}${"klmnopqrst"[Math.floor(place / 10)]}`,
        {
          birthDate: `19${String(10 + (place % 80))}-01-${String(1 + (place % 28)).padStart(2, "0")}`,
        },
      ),
      conditionOf(`w-c${place}`, `Patient/w${place}`),
    ]).flat();
    const run = await rehearsed(house.product, house.here, linesOf(...everybody));
    const importId = run.id;
    const { version } = run;
    await house.product.inside(house.here, (work) =>
      imports.runImport(work, { importId, version }),
    );
    await house.product.inside(house.here, (work) => stepImport(work, importId));
    const stopped = await house.product.done(house.colleague, api.stopImport, { importId });
    expect(stopped.state).toBe("stopped");
    expect(await house.product.inside(house.here, (work) => stepImport(work, importId))).toBe(
      false,
    );
    const { rows } = await house.product.ownerPool.query(
      `select count(*) filter (where phase = 1 and applied_at is not null) as people,
              count(*) filter (where phase = 2 and applied_at is not null) as theirs from stepwell.import_entry where run_id = $1`,
      [importId],
    );
    expect(rows[0].people).toBe(rows[0].theirs);
    expect(Number(rows[0].people)).toBeGreaterThan(0);
    expect(Number(rows[0].people)).toBeLessThan(100);
    await house.product.done(house.colleague, api.runImport, {
      importId,
      version: stopped.version,
    });
    const done = await doSteps(house.product, house.here, importId);
    expect(done).toMatchObject({
      state: "done",
      people: { taken: 100 },
      belongings: { taken: 100 },
    });
  });
});

describe("a broken file", () => {
  it("cut anywhere changes nothing, not even the import", async () => {
    const { id: importId } = await house.product.done(house.director, api.startImport, {
      kind: "fhir",
      source: "Elsewhere",
    });
    const before = await countRows();
    const [file] = linesOf(personOf("b1", "Broken"), personOf("b2", "Broken"));
    const text = file?.text ?? "";
    for (const end of [1, 40, text.indexOf("\n") + 5, text.length - 1]) {
      const cut = house.product.inside(house.here, (work) =>
        receiveFile(work, importId, { name: "cut.json", bytes: inPieces(text.slice(0, end), 16) }),
      );
      await expect(cut).rejects.toMatchObject({
        code: "import-file-broken",
        values: { why: "cut-off" },
      });
    }
    expect(await house.product.done(house.director, api.readImport, { importId })).toMatchObject({
      entries: 0,
      files: [],
      version: 1,
    });
    expect(await countRows()).toEqual(before);
  });
});
