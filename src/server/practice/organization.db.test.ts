import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readMyProgram } from "#domain/practice/my-program.api.ts";
import {
  changeOrganization,
  listOrganizationRevisions,
  readOrganization,
} from "#domain/practice/organization.api.ts";
import { retireSite } from "#domain/practice/site.api.ts";
import { openPracticeHouse, type PracticeHouse } from "#test/support/practice-house.ts";

let house: PracticeHouse;
beforeAll(async () => {
  house = await openPracticeHouse();
});
afterAll(() => house.product.close());

describe("the organization", () => {
  test("is the one of the session, and nobody else's", async () => {
    const { here, elsewhere, therapist, stranger, patient } = house;
    const name = async (person: typeof stranger) =>
      (await house.done(readOrganization, {}, person)).name;
    expect(await name(therapist)).toBe(here.name);
    expect(await name(stranger)).toBe(elsewhere.name);
    expect(await house.refused(readOrganization, {}, patient)).toMatchObject({ status: 403 });
  });

  test("is changed by those who manage it, with a history", async () => {
    const before = await house.done(readOrganization, {});
    const change = { version: before.version, taxId: "93-1234567", patientWord: "member" } as const;
    const after = await house.done(changeOrganization, change);
    expect(after).toEqual({
      ...before,
      taxId: "931234567",
      patientWord: "member",
      version: before.version + 1,
    });
    const { rows } = await house.done(listOrganizationRevisions, {});
    expect(rows[0]).toMatchObject({
      verb: "change",
      actorName: "Ada Admin",
      changes: {
        taxId: { from: null, to: "931234567" },
        patientWord: { from: "patient", to: "member" },
      },
    });
    expect(await house.refused(changeOrganization, change)).toMatchObject({
      status: 409,
      code: "changed-meanwhile",
      values: { by: "Ada Admin" },
    });
    expect(await house.refused(changeOrganization, change, house.therapist)).toMatchObject({
      status: 403,
    });
    expect(await house.done(listOrganizationRevisions, {}, house.stranger)).toEqual({ rows: [] });
  });

  test("is listed for the public only with a line to call and one for a crisis", async () => {
    const { version } = await house.done(readOrganization, {});
    const list = { version, isListed: true };
    expect(await house.refused(changeOrganization, list)).toMatchObject({
      status: 400,
      fields: {
        phone: { code: "needed-for-listing" },
        crisisPhone: { code: "needed-for-listing" },
      },
    });
    const phones = { phone: "5035550100", crisisPhone: "5035550199" };
    const listed = await house.done(changeOrganization, { ...list, ...phones });
    expect(listed).toMatchObject({ isListed: true, ...phones });
    const without = { version: listed.version, crisisPhone: null };
    expect(await house.refused(changeOrganization, without)).toMatchObject({ status: 400 });
  });
});

describe("the program as its patients see it", () => {
  test("has its crisis line and the sites in use, and nothing else", async () => {
    const site = await house.site("Pearl", { npi: "1234567893", phone: "5035550123" });
    const { id: siteId } = await house.site("Closed");
    await house.done(retireSite, { siteId, version: 1, reason: "The lease has ended." });
    expect(await house.done(readMyProgram, {}, house.patient)).toEqual({
      name: "Stillwater",
      crisisPhone: "5035550199",
      sites: [
        {
          id: site.id,
          name: "Pearl",
          address: site.address,
          phone: "5035550123",
          zone: "America/Los_Angeles",
        },
      ],
    });
    expect(await house.refused(readMyProgram, {}, house.therapist)).toMatchObject({ status: 403 });
  });

  test("stands before its first site does", async () => {
    const { product, elsewhere } = house;
    const patient = await product.addPerson(elsewhere, ["patient"]);
    expect(await house.done(readMyProgram, {}, patient)).toEqual({
      name: "Harrow Creek",
      crisisPhone: null,
      sites: [],
    });
  });
});
