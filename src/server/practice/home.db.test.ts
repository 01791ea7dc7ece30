import { afterAll, beforeAll, expect, test } from "vitest";
import { readHome } from "#domain/practice/home.api.ts";
import { changeOrganization, readOrganization } from "#domain/practice/organization.api.ts";
import { openPracticeHouse, type PracticeHouse } from "#test/support/practice-house.ts";

let house: PracticeHouse;
beforeAll(async () => {
  house = await openPracticeHouse();
});
afterAll(() => house.product.close());

const stepsDone = async () =>
  (await house.done(readHome, {})).setup.filter((step) => step.done).map((step) => step.step);

test("the set-up steps are done one by one", async () => {
  expect(await stepsDone()).toEqual([]);
  const { version } = await house.done(readOrganization, {});
  const facts = { npi: "1234567893", crisisPhone: "5035550199" };
  await house.done(changeOrganization, { version, ...facts });
  expect(await stepsDone()).toEqual(["organization-npi", "crisis-phone"]);
  const site = await house.site("First");
  await house.room(site.id, "Lilac");
  await house.colleague("Denise", "Okafor");
  expect(await stepsDone()).toHaveLength(5);
  await house.product.addPerson(house.here, ["administrator", "director"]);
  expect(await stepsDone()).toHaveLength(6);
  expect(await house.done(readHome, {}, house.stranger)).toMatchObject({
    setup: [
      { done: false },
      { done: false },
      { done: false },
      { done: false },
      { done: false },
      {},
    ],
  });
});

test("those who manage nothing have nothing to set up", async () => {
  const empty = { credentials: [], credentialCount: 0, withoutSupervisor: [], setup: [] };
  expect(await house.done(readHome, {}, house.therapist)).toEqual(empty);
  expect(await house.done(readHome, {}, house.patient)).toEqual(empty);
});

test("credentials that lapse reach whoever manages staff, a supervisor, and their holder", async () => {
  const boss = await house.colleague("Bea", "Boss");
  const intern = await house.colleague("Ivo", "Intern", { supervisorId: boss.id });
  const other = await house.colleague("Oda", "Other");
  await house.credential(boss.id, { code: "LCSW", expiresOn: "2027-01-01" });
  await house.credential(intern.id, { code: "LMSW", expiresOn: "2026-11-18" });
  await house.credential(other.id, { code: "LPC", expiresOn: "2026-12-01" });
  await house.credential(other.id, { code: "RN", expiresOn: "2028-12-01" });

  const { product, here, administrator, therapist } = house;
  const codes = async (person: typeof administrator) =>
    (await house.done(readHome, {}, person)).credentials.map((one) => one.code);
  expect(await codes(administrator)).toEqual(["LMSW", "LPC", "LCSW"]);
  expect(await codes(therapist)).toEqual([]);

  const supervisor = await product.addPerson(here, ["supervisor"]);
  await product.ownerPool.query(
    "update stepwell.affiliation set staff_id = $1 where account_id = $2",
    [boss.id, supervisor.accountId],
  );
  const { credentials, credentialCount } = await house.done(readHome, {}, supervisor);
  expect(credentialCount).toBe(2);
  expect(credentials).toMatchObject([
    {
      code: "LMSW",
      staffId: intern.id,
      staffName: "Ivo Intern",
      isOwn: false,
      standing: "expired",
      daysLeft: -1,
      path: `/staff/practice/staff/${intern.id}?credential=${credentials[0]?.id}`,
    },
    { code: "LCSW", staffId: boss.id, isOwn: true, standing: "expiring", daysLeft: 43 },
  ]);
});

test("whoever needs a supervisor and has none is shown to those who manage staff", async () => {
  const intern = await house.colleague("Ida", "Alone");
  await house.credential(intern.id, { code: "LMSW", needsSupervision: true });
  expect(await house.done(readHome, {})).toMatchObject({
    withoutSupervisor: [{ staffId: intern.id, staffName: "Ida Alone" }],
  });
  expect(await house.done(readHome, {}, house.therapist)).toMatchObject({ withoutSupervisor: [] });
});
