import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideImportPerson, listImportMatches } from "#domain/imports/decision.api.ts";
import { listReceivedRecords } from "#domain/imports/received.api.ts";
import { imported } from "#test/support/import-files.ts";
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

describe("somebody who may be here already", () => {
  const waiting = async (id: string, family: string) => {
    await imported(house.product, house.here, linesOf(personOf(`${id}-here`, family)));
    const files = linesOf(personOf(id, family), conditionOf(`${id}-c`, `Patient/${id}`));
    const run = await imported(house.product, house.here, files, { source: "Third" });
    expect(await house.reportOf(run.id)).toMatchObject([
      { outcome: "asked", why: ["likely-same"] },
      { outcome: "asked", why: ["person-asked"] },
    ]);
    return { importId: run.id, number: 1 };
  };

  it("is compared by whoever registers people, and by nobody else", async () => {
    const entry = await waiting("q1", "Asked");
    const { person: theirs, rows } = await house.product.done(
      house.director,
      listImportMatches,
      entry,
    );
    expect(theirs).toMatchObject({ familyName: "Asked" });
    expect(rows).toMatchObject([{ familyName: "Asked", reasons: ["name", "birth-date"] }]);
    const refused = await house.product.refused(house.administrator, listImportMatches, entry);
    expect(refused.status).toBe(403);
  });

  it("is the same: what is theirs goes to the record that is here", async () => {
    const entry = await waiting("q2", "Same");
    const patientId = (await house.found("Same"))[0]?.id ?? "";
    const said = { ...entry, is: "same", patientId } as const;
    const decided = await house.product.done(house.director, decideImportPerson, said);
    expect(decided).toMatchObject({ outcome: "merged", patientId });
    expect(await house.found("Same")).toHaveLength(1);
    expect(
      (await house.product.done(house.director, listReceivedRecords, { patientId })).rows,
    ).toHaveLength(1);
    expect((await house.product.refused(house.director, decideImportPerson, said)).code).toBe(
      "import-entry-not-asked",
    );
  });

  it("is another: both are here", async () => {
    const entry = await waiting("q3", "Another");
    await house.product.done(house.director, decideImportPerson, { ...entry, is: "another" });
    expect(await house.found("Another")).toHaveLength(2);
  });

  it("is left out", async () => {
    const entry = await waiting("q4", "Leftout");
    const left = await house.product.done(house.director, decideImportPerson, {
      ...entry,
      is: "leave",
    });
    expect(left).toMatchObject({ outcome: "skipped", patientId: null });
    expect(await house.found("Leftout")).toHaveLength(1);
  });

  it("twice in one file is found, too", async () => {
    const run = await imported(
      house.product,
      house.here,
      linesOf(personOf("f1", "Twins"), personOf("f2", "Twins")),
    );
    expect(await house.reportOf(run.id)).toMatchObject([
      { outcome: "taken" },
      { outcome: "asked", why: ["likely-same-in-file"] },
    ]);
  });
});
