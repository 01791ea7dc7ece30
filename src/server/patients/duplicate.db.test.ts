import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listDuplicates, markDuplicate, unmarkDuplicate } from "#domain/patients/duplicate.api.ts";
import {
  bringBackPatient,
  changePatient,
  listPatientRevisions,
  readPatient,
  registerPatient,
  searchPatients,
} from "#domain/patients/patient.api.ts";
import { newId } from "#server/platform/ids.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

const reason = "The same identity card.";
const two = async () => {
  const kept = await house.register("Rosalind", "Quintanar");
  const second = await house.register("Rosalinda", "Quintanar");
  return { kept, second };
};
const mark = (patientId: string, keptId: string, version = 1) => ({
  patientId,
  keptId,
  version,
  reason,
});
const found = async (): Promise<string[]> =>
  (await house.done(searchPatients, { q: "Quintanar" })).rows.map(({ id }) => id);
const verbsOf = async (patientId: string): Promise<string[]> =>
  (await house.done(listPatientRevisions, { patientId })).rows.map(({ verb }) => verb);

/** A stay of somebody, put in by the owner of the database. */
const stayOf = async (patientId: string): Promise<void> => {
  const program = await house.program(`Evening ${newId()}`);
  const { organizationId } = house.here;
  const track = newId();
  const { ownerPool } = house.product;
  const at = house.product.clock.now().toString();
  await ownerPool.query(
    "insert into stepwell.track (organization_id, id, program_id, name, kind, label, created_at) values ($1, $2, $3, 'Any', 'trauma', 'mental-health', $4)",
    [organizationId, track, program.id, at],
  );
  await ownerPool.query(
    "insert into stepwell.enrollment (organization_id, id, patient_id, program_id, track_id, level_of_care_id, population, label, admitted_on, admission_type, admission_source, patient_status, created_at) values ($1, $2, $3, $4, $5, $6, 'adult', 'mental-health', '2026-11-02', 'elective', 'self', 'still-in-care', $7)",
    [organizationId, newId(), patientId, program.id, track, program.levels[0]?.id, at],
  );
};

describe("a record that turns out to be the second of one person", () => {
  test("is found no more, says so as the kept one does, and keeps its history; taken back, all is as before", async () => {
    const { kept, second } = await two();
    expect(await found()).toEqual(expect.arrayContaining([kept.id, second.id]));
    const marked = await house.done(markDuplicate, mark(second.id, kept.id));
    expect(marked).toMatchObject({
      duplicateOfId: kept.id,
      retiredAt: expect.any(String),
      version: 2,
    });
    expect(await found()).not.toContain(second.id);
    expect(await house.done(readPatient, { patientId: second.id })).toMatchObject({
      mrn: second.mrn,
    });
    const onSecond = await house.done(listDuplicates, { patientId: second.id });
    expect(onSecond).toMatchObject({ keptAs: { id: kept.id }, duplicates: [] });
    const onKept = await house.done(listDuplicates, { patientId: kept.id });
    expect(onKept).toMatchObject({ keptAs: null, duplicates: [{ id: second.id }] });
    expect(await verbsOf(second.id)).toEqual(["mark-duplicate", "register"]);
    expect(await verbsOf(kept.id)).toEqual(["find-duplicate", "register"]);
    expect(
      await house.refused(changePatient, { patientId: second.id, version: 2, pronouns: "x" }),
    ).toMatchObject({ code: "retired" });
    expect(
      await house.refused(bringBackPatient, { patientId: second.id, version: 2 }),
    ).toMatchObject({ code: "is-duplicate" });
    const undone = await house.done(unmarkDuplicate, { patientId: second.id, version: 2 });
    expect(undone).toMatchObject({ duplicateOfId: null, retiredAt: null, version: 3 });
    expect(await found()).toContain(second.id);
    expect(await verbsOf(kept.id)).toEqual(["lose-duplicate", "find-duplicate", "register"]);
    expect(
      await house.refused(unmarkDuplicate, { patientId: second.id, version: 3 }),
    ).toMatchObject({ code: "not-a-duplicate" });
  });

  test("is not hidden with stays in it, and where both have some neither is", async () => {
    const { kept, second } = await two();
    await stayOf(second.id);
    expect(await house.refused(markDuplicate, mark(second.id, kept.id))).toMatchObject({
      status: 409,
      code: "has-stays",
    });
    await house.done(markDuplicate, mark(kept.id, second.id));
    await house.done(unmarkDuplicate, { patientId: kept.id, version: 2 });
    await stayOf(kept.id);
    expect(await house.refused(markDuplicate, mark(kept.id, second.id, 3))).toMatchObject({
      code: "both-have-stays",
    });
  });

  test("is not its own second, not of one out of use, and not of several at once", async () => {
    const { kept, second } = await two();
    const third = await house.register("Rosa", "Quintanar");
    expect(await house.refused(markDuplicate, mark(second.id, second.id))).toMatchObject({
      status: 400,
      fields: { keptId: { code: "same-record" } },
    });
    await house.done(markDuplicate, mark(second.id, kept.id));
    expect(await house.refused(markDuplicate, mark(third.id, second.id))).toMatchObject({
      code: "kept-not-in-use",
    });
    expect(await house.refused(markDuplicate, mark(kept.id, third.id, 2))).toMatchObject({
      code: "has-duplicates",
    });
    expect(await house.refused(markDuplicate, mark(kept.id, third.id))).toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test("marked crosswise at the same time, one of them is kept", async () => {
    const { kept, second } = await two();
    const answers = await Promise.all([
      house.product.call(house.director, markDuplicate, mark(second.id, kept.id)),
      house.product.call(house.director, markDuplicate, mark(kept.id, second.id)),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("stands behind the walls: another organization 404, whoever may not register 403", async () => {
    const { kept, second } = await two();
    const { stranger, biller } = house;
    expect((await house.refused(markDuplicate, mark(second.id, kept.id), stranger)).status).toBe(
      404,
    );
    expect((await house.refused(listDuplicates, { patientId: kept.id }, stranger)).status).toBe(
      404,
    );
    expect((await house.refused(markDuplicate, mark(second.id, kept.id), biller)).status).toBe(403);
    const theirs = (
      await house.done(
        registerPatient,
        { givenName: "Other", familyName: "House", birthDate: "1990-04-01", sureItIsNew: true },
        stranger,
      )
    ).id;
    expect((await house.refused(markDuplicate, mark(second.id, theirs))).status).toBe(404);
  });
});
