import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  bringBackCredential,
  changeCredential,
  createCredential,
  listCredentialRevisions,
  listCredentials,
  readCredential,
  retireCredential,
} from "#domain/practice/credential.api.ts";
import { readStaff, retireStaff } from "#domain/practice/staff.api.ts";
import { newId } from "#server/platform/ids.ts";
import { aLicense, openPracticeHouse, type PracticeHouse } from "#test/support/practice-house.ts";
import { testNow } from "#test/support/test-product.ts";

let house: PracticeHouse;
beforeAll(async () => {
  house = await openPracticeHouse();
});
afterAll(() => house.product.close());

const reason = "Entered by mistake.";

describe("a credential", () => {
  test("stands where its dates put it on the wall of the organization", async () => {
    const { id: staffId } = await house.colleague("Denise", "Okafor");
    // Tests stand at 1 PM of November 19, 2026 in Denver.
    const license = await house.credential(staffId);
    expect(license).toMatchObject({
      staff: { id: staffId, name: "Denise Okafor" },
      standing: { code: "valid", daysLeft: 376 },
    });
    const soon = await house.credential(staffId, { expiresOn: "2027-01-18" });
    expect(soon.standing).toEqual({ code: "expiring", daysLeft: 60 });
    const last = await house.credential(staffId, { issuedOn: null, expiresOn: "2026-11-19" });
    expect(last.standing).toEqual({ code: "expiring", daysLeft: 0 });
    const lapsed = await house.credential(staffId, { issuedOn: null, expiresOn: "2026-11-18" });
    expect(lapsed.standing).toEqual({ code: "expired", daysLeft: -1 });
    const coming = await house.credential(staffId, { issuedOn: "2026-12-01" });
    expect(coming.standing.code).toBe("not-yet-valid");
  });

  test("lapses at midnight where the organization is, not at Greenwich", async () => {
    const { id: staffId } = await house.colleague("Mia", "Midnight");
    const credential = { issuedOn: null, expiresOn: "2026-11-19" };
    const { id: credentialId } = await house.credential(staffId, credential);
    const { product, administrator, here } = house;
    const standingAt = async (instant: string) => {
      product.clock.moveTo(instant);
      const session = await product.signIn(administrator.accountId, here);
      const person = { ...administrator, ...session };
      return (await house.done(readCredential, { credentialId }, person)).standing.code;
    };
    expect(await standingAt("2026-11-20T06:59:59Z")).toBe("expiring");
    expect(await standingAt("2026-11-20T07:00:00Z")).toBe("expired");
    product.clock.moveTo(testNow);
  });

  test("is listed by its last day, those without one at the end, those due by themselves", async () => {
    const { id: staffId } = await house.colleague("Lista", "Lister");
    const make = (code: string, expiresOn: string | null) =>
      house.credential(staffId, { code, kind: "certification", expiresOn });
    await make("LATE", "2028-01-01");
    await make("NONE", null);
    await make("SOON", "2026-12-01");
    await make("PAST", "2026-11-01");
    const codes = async (show: "all" | "due") =>
      (await house.done(listCredentials, { staffId, show })).rows.map((row) => row.code);
    expect(await codes("all")).toEqual(["PAST", "SOON", "LATE", "NONE"]);
    expect(await codes("due")).toEqual(["PAST", "SOON"]);
    expect(await house.done(readStaff, { staffId })).toMatchObject({
      nextToLapse: { code: "PAST", standing: { code: "expired" } },
    });
  });

  test("of somebody who has left is due to nobody", async () => {
    const { id: staffId } = await house.colleague("Left", "Behind");
    await house.credential(staffId, { expiresOn: "2026-12-01" });
    const due = () => house.done(listCredentials, { staffId, show: "due" });
    expect(await due()).toMatchObject({ total: 1 });
    await house.done(retireStaff, { staffId, version: 1, reason });
    expect(await due()).toMatchObject({ total: 0 });
  });

  test("that is only valid under supervision shows who lacks a supervisor", async () => {
    const boss = await house.colleague("Bea", "Boss");
    const without = await house.colleague("Ida", "Intern", { position: "intern" });
    const withOne = await house.colleague("Ivo", "Intern", { supervisorId: boss.id });
    for (const { id } of [without, withOne])
      await house.credential(id, { code: "LMSW", needsSupervision: true });
    const lacks = async (staffId: string) =>
      (await house.done(readStaff, { staffId })).lacksSupervisor;
    expect(await lacks(without.id)).toBe(true);
    expect(await lacks(withOne.id)).toBe(false);
    expect(await lacks(boss.id)).toBe(false);
  });

  test("that cannot be checked is refused field by field", async () => {
    const { id: staffId } = await house.colleague("Careless", "Clerk");
    const refusal = await house.refused(createCredential, {
      ...aLicense,
      staffId,
      state: null,
      number: "",
      expiresOn: "2025-11-30",
    });
    expect(refusal).toMatchObject({ status: 400, code: "invalid-input" });
    expect(refusal.fields).toEqual({
      state: { code: "missing" },
      number: { code: "missing" },
      expiresOn: { code: "before-issued" },
    });
    const { id: credentialId } = await house.credential(staffId);
    expect(
      await house.refused(changeCredential, { credentialId, version: 1, number: null }),
    ).toMatchObject({ code: "invalid-input", fields: { number: { code: "missing" } } });
  });

  test("is renewed by a later last day, and its history keeps the days before", async () => {
    const { id: staffId } = await house.colleague("Renata", "Renewed");
    const { id: credentialId } = await house.credential(staffId, { expiresOn: "2026-12-01" });
    const renewed = await house.done(changeCredential, {
      credentialId,
      version: 1,
      expiresOn: "2028-12-01",
    });
    expect(renewed).toMatchObject({ version: 2, standing: { code: "valid" } });
    const { rows } = await house.done(listCredentialRevisions, { credentialId });
    expect(rows[0]?.changes).toEqual({ expiresOn: { from: "2026-12-01", to: "2028-12-01" } });
    expect(rows[1]?.changes).toMatchObject({
      staff: { to: { id: staffId, name: "Renata Renewed" } },
      code: { from: null, to: "LCSW" },
    });
  });

  test("is retired with a reason and taken back, while its holder is here", async () => {
    const { id: staffId } = await house.colleague("Rex", "Retired");
    const { id: credentialId } = await house.credential(staffId);
    await house.done(retireCredential, { credentialId, version: 1, reason });
    expect(await house.done(listCredentials, { staffId })).toMatchObject({ total: 0 });
    expect(await house.done(bringBackCredential, { credentialId, version: 2 })).toMatchObject({
      retiredAt: null,
      version: 3,
    });
    await house.done(retireCredential, { credentialId, version: 3, reason });
    await house.done(retireStaff, { staffId, version: 1, reason });
    expect(await house.refused(bringBackCredential, { credentialId, version: 4 })).toMatchObject({
      code: "staff-retired",
    });
    expect(await house.refused(createCredential, { staffId, ...aLicense })).toMatchObject({
      code: "staff-retired",
    });
  });

  test("is refused to the stale, the wrong role and the wrong organization", async () => {
    const { id: staffId } = await house.colleague("Gus", "Guarded");
    const { id: credentialId } = await house.credential(staffId);
    await house.done(changeCredential, { credentialId, version: 1, number: "L2" });
    const { therapist, stranger } = house;
    const change = { credentialId, version: 1, number: "L3" };
    expect(await house.refused(changeCredential, change)).toMatchObject({
      status: 409,
      code: "changed-meanwhile",
      values: { version: 2, by: "Ada Admin" },
    });
    expect(await house.refused(changeCredential, change, therapist)).toMatchObject({ status: 403 });
    for (const refusal of [
      await house.refused(readCredential, { credentialId }, stranger),
      await house.refused(changeCredential, change, stranger),
      await house.refused(retireCredential, { credentialId, version: 2, reason }, stranger),
      await house.refused(bringBackCredential, { credentialId, version: 2 }, stranger),
      await house.refused(listCredentialRevisions, { credentialId }, stranger),
      await house.refused(createCredential, { staffId, ...aLicense }, stranger),
      await house.refused(createCredential, { staffId: newId(), ...aLicense }),
    ])
      expect(refusal).toMatchObject({ status: 404, code: "not-found" });
    expect(await house.done(listCredentials, { staffId }, stranger)).toMatchObject({ total: 0 });
  });
});
