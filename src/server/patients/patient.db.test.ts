import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  bringBackContact,
  changeContact,
  createContact,
  listContactRevisions,
  listContacts,
  retireContact,
} from "#domain/patients/contact.api.ts";
import {
  bringBackPatient,
  changePatient,
  listLikelyDuplicates,
  listPatientRevisions,
  readPatient,
  registerPatient,
  retirePatient,
  searchPatients,
} from "#domain/patients/patient.api.ts";
import { newId } from "#server/platform/ids.ts";
import { openCareHouse, type CareHouse } from "#test/support/care-house.ts";

let house: CareHouse;
beforeAll(async () => {
  house = await openCareHouse();
});
afterAll(() => house.product.close());

const reason = "Registered twice.";
const birthDate = "1988-07-02";

describe("registering", () => {
  test("gives the next record number and keeps every fact", async () => {
    const one = await house.register("Juniper", "Ellsworth", {
      preferredName: "June",
      pronouns: "she/her",
      phone: "(303) 555-0142",
      phoneMayBeTexted: true,
      email: "June@Member.example",
      formerNames: ["Brightwater"],
      address: { street: "5 Alder St", city: "Denver", state: "CO", postalCode: "80203" },
    });
    const other = await house.register("Tomás", "Quintanar");
    expect(Number(other.mrn)).toBe(Number(one.mrn) + 1);
    expect(one).toMatchObject({
      givenName: "Juniper",
      preferredName: "June",
      phone: "3035550142",
      phoneMayBeTexted: true,
      voicemailMayBeLeft: false,
      email: "june@member.example",
      address: { street: "5 Alder St", unit: null },
      language: "en",
      version: 1,
    });
    expect(await house.done(readPatient, { patientId: one.id }, house.therapist)).toEqual(one);
  });

  test.each([
    "O’Brien",
    "D'Angelo",
    "Nguyễn",
    "ʻAlohilani",
    "محمد",
    "渡辺",
    "Fontaine-Díaz",
    "x".repeat(100),
  ])("takes the name %s as it is", async (familyName) => {
    const made = await house.register("Ana", familyName);
    expect(made.familyName).toBe(familyName);
    const { rows } = await house.done(searchPatients, { q: familyName });
    expect(rows.map((row) => row.id)).toContain(made.id);
  });

  test.each([
    ["Sam 🌻", "not-a-name"],
    ["x".repeat(200), "too-big"],
    ["a\u202eb", "invisible-characters"],
    ["  ", "missing"],
  ])("says what is wrong with the name %j", async (givenName, code) => {
    const refusal = await house.refused(registerPatient, {
      givenName,
      familyName: "Any",
      birthDate,
    });
    expect(refusal).toMatchObject({ status: 400, fields: { givenName: { code } } });
  });

  test.each([
    ["2026-11-20", "born-in-future"],
    ["1890-01-01", "born-too-long-ago"],
    ["2026-02-30", "invalid-date"],
  ])("refuses the birthday %s", async (born, code) => {
    const refusal = await house.refused(registerPatient, {
      givenName: "A",
      familyName: "B",
      birthDate: born,
    });
    expect(refusal).toMatchObject({ status: 400, fields: { birthDate: { code } } });
  });

  test("warns of whoever may be the same person, and believes who looked", async () => {
    const first = await house.register("Marguerite", "Oyelaran", {
      birthDate,
      phone: "7205550111",
    });
    const again = { givenName: "Margaret", familyName: "Oyelaren", birthDate } as const;
    expect(await house.done(registerPatient, again)).toMatchObject({ version: 1 });
    const same = { givenName: "Marguerite", familyName: "Oyelaren", birthDate } as const;
    expect(await house.refused(registerPatient, same)).toMatchObject({
      status: 409,
      code: "likely-duplicates",
      values: { count: expect.any(Number) },
      fields: { sureItIsNew: { code: "look-first" } },
    });
    const { rows } = await house.done(listLikelyDuplicates, { ...same, phone: "720-555-0111" });
    expect(rows[0]).toMatchObject({ id: first.id, reasons: ["name", "birth-date", "phone"] });
    expect(await house.done(registerPatient, { ...same, sureItIsNew: true })).toMatchObject({
      version: 1,
    });
  });

  test("says whose telephone it is, whatever their name, and refuses nothing for that", async () => {
    const first = await house.register("Holder", "Ofphone", { phone: "3035550177" });
    const typed = { givenName: "Odalys", familyName: "Brightwater", birthDate } as const;
    const { rows } = await house.done(listLikelyDuplicates, { ...typed, phone: "(303) 555-0177" });
    expect(rows.find(({ id }) => id === first.id)?.reasons).toContain("phone");
    expect(rows.flatMap(({ reasons }) => reasons)).not.toContain("name");
    const registered = await house.done(registerPatient, { ...typed, phone: "3035550177" });
    expect(registered).toMatchObject({ version: 1 });
  });

  test("lets a family share a telephone and an address", async () => {
    const shared = { phone: "7205550177", email: "home@oduya.example" } as const;
    await house.done(registerPatient, {
      givenName: "Ada",
      familyName: "Oduya",
      birthDate,
      ...shared,
    });
    const child = { givenName: "Femi", familyName: "Oduya", birthDate: "2010-02-03", ...shared };
    expect(await house.done(registerPatient, child)).toMatchObject(shared);
  });

  test("of one person by two at the same time lets one through", async () => {
    const input = { givenName: "Simone", familyName: "Twice", birthDate } as const;
    const answers = await Promise.all([
      house.product.call(house.director, registerPatient, input),
      house.product.call(house.therapist, registerPatient, input),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
  });

  test("happens once, however often the request arrives", async () => {
    const input = { givenName: "Only", familyName: "Once", birthDate };
    const key = newId();
    const first = await house.product.call(house.director, registerPatient, input, { key });
    expect(await house.product.call(house.director, registerPatient, input, { key })).toEqual(
      first,
    );
  });
});

describe("changing", () => {
  test("keeps the history, and a legal name that changed as a former one", async () => {
    const { id: patientId } = await house.register("Rosa", "Villanueva", { phone: "3035550166" });
    const changed = await house.done(changePatient, {
      patientId,
      version: 1,
      familyName: "Itoh",
      phone: null,
    });
    expect(changed).toMatchObject({
      familyName: "Itoh",
      formerNames: ["Rosa Villanueva"],
      phone: null,
      version: 2,
    });
    const { rows } = await house.done(listPatientRevisions, { patientId });
    expect(rows[0]?.changes).toMatchObject({
      familyName: { from: "Villanueva", to: "Itoh" },
      phone: { from: "3035550166", to: null },
    });
    for (const q of ["villanueva", "itoh", "rosa v"]) {
      const found = await house.done(searchPatients, { q });
      expect(found.rows.map((row) => row.id)).toContain(patientId);
    }
  });

  test("to what it is already makes no version", async () => {
    const patient = await house.register("Same", "Person");
    const input = { patientId: patient.id, version: 1, givenName: "Same" };
    expect(await house.done(changePatient, input)).toEqual(patient);
  });

  test("by two at the same time lets one of them win", async () => {
    const { id: patientId } = await house.register("Race", "Person");
    const answers = await Promise.all(
      ["One", "Two"].map((preferredName) =>
        house.product.call(house.director, changePatient, { patientId, version: 1, preferredName }),
      ),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  });

  test("a record made by mistake goes out of use and may come back", async () => {
    const { id: patientId } = await house.register("Mistaken", "Entryman");
    await house.done(retirePatient, { patientId, version: 1, reason });
    expect(await house.done(searchPatients, { q: "entryman" })).toMatchObject({ rows: [] });
    expect(await house.done(searchPatients, { q: "entryman", state: "all" })).toMatchObject({
      total: 1,
    });
    expect(
      await house.refused(changePatient, { patientId, version: 2, givenName: "X" }),
    ).toMatchObject({ code: "retired" });
    expect(
      await house.refused(createContact, { patientId, name: "No One", relation: "friend" }),
    ).toMatchObject({ code: "retired" });
    await house.done(bringBackPatient, { patientId, version: 2 });
    expect(await house.done(searchPatients, { q: "entryman" })).toMatchObject({ total: 1 });
  });
});

describe("the people around a patient", () => {
  test("are added, changed, taken out and brought back, with their history", async () => {
    const { id: patientId } = await house.register("Center", "Person");
    const contact = await house.done(createContact, {
      patientId,
      name: "Ines Person",
      relation: "sibling",
      roles: ["emergency"],
      phone: "3035550199",
    });
    const { id: contactId } = contact;
    const input = { contactId, version: 1, roles: ["emergency", "takes-part-in-care"] } as const;
    const changed = await house.done(changeContact, { ...input, roles: [...input.roles] });
    expect(changed).toMatchObject({ phone: "3035550199", version: 2, patientId });
    await house.done(retireContact, { contactId, version: 2, reason });
    await house.done(bringBackContact, { contactId, version: 3 });
    expect(await house.done(listContacts, { patientId })).toMatchObject({
      rows: [{ id: contactId, version: 4 }],
    });
    const { rows } = await house.done(listContactRevisions, { contactId });
    expect(rows.map((row) => row.verb)).toEqual(["bring-back", "retire", "change", "create"]);
    expect(await house.refused(listContacts, { patientId }, house.stranger)).toMatchObject({
      status: 404,
    });
  });
});

describe("the walls", () => {
  test("another organization learns nothing, and who may not register changes nothing", async () => {
    const { id: patientId } = await house.register("Walled", "Gardener");
    const { stranger, biller, patient } = house;
    for (const refusal of [
      await house.refused(readPatient, { patientId }, stranger),
      await house.refused(listPatientRevisions, { patientId }, stranger),
      await house.refused(changePatient, { patientId, version: 1, givenName: "No" }, stranger),
      await house.refused(retirePatient, { patientId, version: 1, reason }, stranger),
    ])
      expect(refusal).toMatchObject({ status: 404, code: "not-found" });
    expect(await house.done(searchPatients, { q: "gardener" }, stranger)).toMatchObject({
      rows: [],
    });
    expect(await house.done(searchPatients, { q: "gardner" }, stranger)).toMatchObject({
      rows: [],
    });
    expect(await house.done(readPatient, { patientId }, biller)).toMatchObject({ version: 1 });
    for (const refusal of [
      await house.refused(changePatient, { patientId, version: 1, givenName: "No" }, biller),
      await house.refused(readPatient, { patientId }, patient),
      await house.refused(searchPatients, {}, patient),
    ])
      expect(refusal).toMatchObject({ status: 403, code: "not-allowed" });
  });

  test("the trail names whom a search showed", async () => {
    const { id } = await house.register("Trailed", "Unmistakable");
    await house.done(searchPatients, { q: "unmistakable" }, house.therapist);
    const { rows } = await house.product.ownerPool.query<{ verb: string }>(
      `select e.verb from stepwell.audit_subject s join stepwell.audit_event e
           on e.organization_id = s.organization_id and e.id = s.audit_id
        where s.organization_id = $1 and s.patient_id = $2 order by e.id`,
      [house.here.organizationId, id],
    );
    expect(rows.map((row) => row.verb)).toEqual(["patient.register", "patient.search"]);
  });
});
