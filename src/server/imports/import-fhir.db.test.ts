import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listImportEntries, startImport } from "#server/imports/import.service.ts";
import { receiveFile } from "#server/imports/receive-file.service.ts";
import { importsRoutes } from "#server/imports/import.routes.ts";
import { createPayer } from "#server/payers/payer.service.ts";
import { fixture, hasFixtures, listFixtures } from "#test/support/fixtures.ts";
import { imported, inPieces, rehearsed } from "#test/support/import-files.ts";
import {
  openTestProduct,
  type TestOrganization,
  type TestProduct,
} from "#test/support/test-product.ts";

let product: TestProduct;
let house: TestOrganization;
beforeAll(async () => {
  product = await openTestProduct(() => importsRoutes);
  house = await product.addOrganization("Own House");
});
afterAll(() => product.close());

const reportOf = (importId: string) =>
  product.inside(house, (work) => listImportEntries(work, { importId, limit: 200 }));

const milan = "fhir/synthea/Milan_Beatty_e78d0ed2-1b54-4c30-90ae-f7405af1e402.json";

describe.skipIf(!hasFixtures)("files by others", () => {
  it("takes a person of Synthea with what is theirs, and the second time nothing", async () => {
    const files = [{ name: "milan.json", text: fixture(milan) }];
    const first = await imported(product, house, files);
    expect(first).toMatchObject({ state: "done", people: { taken: 1 }, belongings: { taken: 8 } });
    expect(first.skippedKinds).toMatchObject({ Observation: 124, Encounter: 15, Claim: 18 });
    const again = await imported(product, house, files);
    expect(again).toMatchObject({
      people: { taken: 0, unchanged: 1 },
      belongings: { taken: 0, unchanged: 8 },
    });
  });

  it("takes the examples of US Core", async () => {
    await product.inside(house, (work) =>
      createPayer(work, { name: "Acme Health Plan", kind: "commercial", electronicId: null }),
    );
    const names = [
      "Patient-example",
      "Patient-child-example",
      "Patient-infant-example",
      "Patient-deceased-example",
      "Patient-example-targeted-provenance",
      "RelatedPerson-shaw-niece",
      "Coverage-coverage-example",
      "Organization-acme-payer",
      "AllergyIntolerance-example",
      "MedicationRequest-self-tylenol",
      "Condition-encounter-diagnosis-example1",
      "Condition-condition-duodenal-ulcer",
    ];
    const text = names
      .map((name) => JSON.stringify(JSON.parse(fixture(`fhir/uscore/examples-6.1.0/${name}.json`))))
      .join("\n");
    const run = await rehearsed(product, house, [{ name: "uscore.ndjson", text }]);
    const { rows } = await reportOf(run.id);
    expect(
      rows.map(({ resourceType, outcome, findings }) => [
        resourceType,
        outcome,
        ...findings.map(({ code }) => code),
      ]),
    ).toEqual([
      ["Patient", "taken"],
      ["Patient", "taken"],
      ["Patient", "taken"],
      ["Patient", "skipped", "has-died"],
      ["Patient", "taken", "address-incomplete"],
      ["RelatedPerson", "taken"],
      ["Coverage", "taken"],
      ["AllergyIntolerance", "taken"],
      ["MedicationRequest", "taken"],
      ["Condition", "taken"],
      ["Condition", "taken"],
    ]);
    expect(run.skippedKinds).toEqual({ Organization: 1 });
  });

  it("takes every file of US Core and Synthea at once, with a reason for whatever it does not take", async () => {
    const files = listFixtures("fhir", ".json");
    expect(files.length).toBeGreaterThan(50);
    const other = await product.addOrganization("Another House");
    const texts = files.map((name) => ({ name, text: fixture(name) }));
    const run = await imported(product, other, texts);
    const { rows } = await product.inside(other, (work) =>
      listImportEntries(work, { importId: run.id, limit: 200 }),
    );
    for (const { outcome, findings } of rows)
      expect(outcome === "taken" || findings.length > 0).toBe(true);
    expect(run.people.taken).toBeGreaterThanOrEqual(6);
  });
});

describe("a hostile file", () => {
  it("a file that makes up a kind for each of its entries is counted under few names", async () => {
    const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(97 + n));
    const kinds = letters.flatMap((one) => letters.map((other) => `X${one}${other}`));
    const text = kinds.map((resourceType) => JSON.stringify({ resourceType })).join("\n");
    const { id: importId } = await product.inside(house, (work) =>
      startImport(work, { kind: "fhir", source: "Elsewhere", label: "restricted" }),
    );
    const { skippedKinds } = await product.inside(house, (work) =>
      receiveFile(work, importId, { name: "kinds.ndjson", bytes: inPieces(text) }),
    );
    expect(Object.keys(skippedKinds)).toHaveLength(201);
    expect(skippedKinds).toMatchObject({ Xaa: 1, "(unknown)": kinds.length - 200 });
  });
});
