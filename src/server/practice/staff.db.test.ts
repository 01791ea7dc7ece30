import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retireSite } from "#domain/practice/site.api.ts";
import {
  bringBackStaff,
  changeStaff,
  createStaff,
  listStaff,
  listStaffRevisions,
  readStaff,
  retireStaff,
} from "#domain/practice/staff.api.ts";
import { newId } from "#server/platform/ids.ts";
import { openPracticeHouse, type PracticeHouse } from "#test/support/practice-house.ts";

let house: PracticeHouse;
beforeAll(async () => {
  house = await openPracticeHouse();
});
afterAll(() => house.product.close());

const reason = "Moved away.";
const names = async (input: Parameters<typeof find>[0]) =>
  (await find(input)).rows.map((row) => `${row.givenName} ${row.familyName}`);
const find = (input: {
  q?: string;
  siteId?: string;
  supervisorId?: string;
  position?: "nurse";
  sort?: "name" | "site" | "started";
  order?: "asc" | "desc";
}) => house.done(listStaff, input);

describe("a colleague", () => {
  test("is added with where they are based and who supervises them", async () => {
    const site = await house.site("Pearl");
    const denise = await house.colleague("Denise", "Okafor", { credentialsShown: "LCSW" });
    const ray = await house.colleague("Ray", "Kim", {
      email: "Ray.Kim@Example.org",
      npi: "1245319599",
      homeSiteId: site.id,
      supervisorId: denise.id,
      startedOn: "2026-09-01",
      position: "intern",
    });
    expect(ray).toMatchObject({
      email: "ray.kim@example.org",
      homeSite: { id: site.id, name: "Pearl" },
      supervisor: { id: denise.id, name: "Denise Okafor" },
      supervisees: [],
      account: null,
      nextToLapse: null,
      lacksSupervisor: false,
    });
    expect(await house.done(readStaff, { staffId: denise.id })).toMatchObject({
      superviseeCount: 1,
      supervisees: [{ id: ray.id, name: "Ray Kim" }],
    });
  });

  test("has an e-mail address and an NPI of their own among those who work here", async () => {
    const unique = { email: "one@example.org", npi: "1467857193" };
    const first = await house.colleague("First", "Holder", unique);
    const sameEmail = { givenName: "Second", familyName: "Holder", position: "nurse" } as const;
    expect(await house.refused(createStaff, { ...sameEmail, email: unique.email })).toMatchObject({
      status: 409,
      code: "email-taken",
      fields: { email: { code: "taken" } },
    });
    expect(await house.refused(createStaff, { ...sameEmail, npi: unique.npi })).toMatchObject({
      status: 409,
      code: "npi-taken",
      fields: { npi: { code: "taken" } },
    });
    await house.colleague("Elsewhere", "Holder", unique, house.stranger);
    await house.done(retireStaff, { staffId: first.id, version: 1, reason });
    expect(await house.done(createStaff, { ...sameEmail, ...unique })).toMatchObject(unique);
    const back = await house.refused(bringBackStaff, { staffId: first.id, version: 2 });
    expect(back).toMatchObject({ status: 409 });
  });

  test("shows the sign-in that names them, and how far it is", async () => {
    const { id: staffId } = await house.colleague("Signed", "In");
    const { product, here } = house;
    const { accountId } = await product.addPerson(here, ["therapist"]);
    await product.ownerPool.query(
      "update stepwell.affiliation set staff_id = $1, accepted_at = null where account_id = $2",
      [staffId, accountId],
    );
    expect(await house.done(readStaff, { staffId })).toMatchObject({
      account: { state: "invited" },
    });
    await product.ownerPool.query(
      "update stepwell.affiliation set accepted_at = now() where account_id = $1",
      [accountId],
    );
    expect(await house.done(readStaff, { staffId })).toMatchObject({
      account: { state: "active" },
    });
  });
});

describe("the list of staff", () => {
  test("finds by the beginning of either name, in any capitals", async () => {
    await house.colleague("Mei", "Zielinski");
    await house.colleague("Ziggy", "Moore");
    expect(await names({ q: "zi" })).toEqual(["Ziggy Moore", "Mei Zielinski"]);
    expect(await names({ q: "ZIELINSKI, M" })).toEqual(["Mei Zielinski"]);
    expect(await names({ q: "mei z" })).toEqual(["Mei Zielinski"]);
    expect(await names({ q: "ielinski" })).toEqual([]);
    expect(await names({ q: "zi%" })).toEqual([]);
  });

  test("finds names of the whole world", async () => {
    await house.colleague("Élodie", "Ångström");
    expect(await names({ q: "ång" })).toEqual(["Élodie Ångström"]);
    expect(await names({ q: "éLO" })).toEqual(["Élodie Ångström"]);
    expect(await names({ q: "elodie a" })).toEqual(["Élodie Ångström"]);
    expect(await names({ q: "angstrom" })).toEqual(["Élodie Ångström"]);
  });

  test("filters by site, position and supervisor, and sorts", async () => {
    const site = await house.site("Filtered");
    const lead = await house.colleague("Lena", "Lead", { homeSiteId: site.id });
    const supervised = { homeSiteId: site.id, supervisorId: lead.id, position: "nurse" } as const;
    await house.colleague("Una", "Under", { ...supervised, startedOn: "2026-01-01" });
    await house.colleague("Ann", "Under", { ...supervised, startedOn: "2026-02-01" });
    expect(await names({ siteId: site.id })).toEqual(["Lena Lead", "Ann Under", "Una Under"]);
    expect(await names({ siteId: site.id, position: "nurse", order: "desc" })).toEqual([
      "Una Under",
      "Ann Under",
    ]);
    expect(await names({ supervisorId: lead.id, sort: "started" })).toEqual([
      "Una Under",
      "Ann Under",
    ]);
    expect(await find({ siteId: site.id, q: "under" })).toMatchObject({ total: 2 });
  });
});

describe("changing a colleague", () => {
  test("keeps a history that names sites and people as they were called then", async () => {
    const site = await house.site("Named");
    const boss = await house.colleague("Bea", "Boss");
    const { id: staffId } = await house.colleague("Carl", "Changing", { phone: "5035550100" });
    await house.done(changeStaff, {
      staffId,
      version: 1,
      familyName: "Changed",
      phone: "",
      homeSiteId: site.id,
      supervisorId: boss.id,
    });
    const { rows } = await house.done(listStaffRevisions, { staffId });
    expect(rows[0]?.changes).toEqual({
      familyName: { from: "Changing", to: "Changed" },
      phone: { from: "5035550100", to: null },
      homeSite: { from: null, to: { id: site.id, name: "Named" } },
      supervisor: { from: null, to: { id: boss.id, name: "Bea Boss" } },
    });
    await house.done(changeStaff, { staffId, version: 2, supervisorId: null });
    expect(await house.done(readStaff, { staffId })).toMatchObject({
      familyName: "Changed",
      supervisor: null,
      version: 3,
    });
  });

  test("to what it is already makes no version", async () => {
    const { id: staffId } = await house.colleague("Sam", "Same");
    const same = { staffId, version: 1, givenName: "Sam", supervisorId: null };
    expect(await house.done(changeStaff, same)).toMatchObject({ version: 1 });
  });

  test("refuses a site or a supervisor that is retired or not to be found", async () => {
    const site = await house.site("Left");
    const left = await house.colleague("Lee", "Left");
    await house.done(retireSite, { siteId: site.id, version: 1, reason });
    await house.done(retireStaff, { staffId: left.id, version: 1, reason });
    const { id: staffId } = await house.colleague("Hal", "Here");
    const change = { staffId, version: 1 };
    expect(await house.refused(changeStaff, { ...change, homeSiteId: site.id })).toMatchObject({
      code: "site-retired",
      fields: { homeSiteId: { code: "retired" } },
    });
    expect(await house.refused(changeStaff, { ...change, supervisorId: left.id })).toMatchObject({
      code: "staff-retired",
      fields: { supervisorId: { code: "retired" } },
    });
    const theirs = await house.site("Theirs", {}, house.stranger);
    for (const homeSiteId of [theirs.id, newId()])
      expect(await house.refused(changeStaff, { ...change, homeSiteId })).toMatchObject({
        code: "invalid-input",
        fields: { homeSiteId: { code: "not-a-choice" } },
      });
    expect(await house.refused(changeStaff, { ...change, supervisorId: newId() })).toMatchObject({
      code: "invalid-input",
      fields: { supervisorId: { code: "not-a-choice" } },
    });
  });
});

describe("retiring a colleague", () => {
  test("waits until those they supervise have somebody else", async () => {
    const boss = await house.colleague("Bob", "Boss");
    const { id: staffId } = await house.colleague("Uma", "Under", { supervisorId: boss.id });
    const retirement = { staffId: boss.id, version: 1, reason };
    expect(await house.refused(retireStaff, retirement)).toMatchObject({
      status: 409,
      code: "supervises-others",
      values: { count: 1 },
    });
    await house.done(retireStaff, { staffId, version: 1, reason });
    expect(await house.done(retireStaff, retirement)).toMatchObject({ version: 2 });
  });

  test("and bringing them back leaves out what was retired meanwhile", async () => {
    const site = await house.site("Temporary");
    const boss = await house.colleague("Bud", "Boss");
    const { id: staffId } = await house.colleague("Rita", "Return", {
      homeSiteId: site.id,
      supervisorId: boss.id,
    });
    await house.done(retireStaff, { staffId, version: 1, reason });
    await house.done(retireSite, { siteId: site.id, version: 1, reason });
    await house.done(retireStaff, { staffId: boss.id, version: 1, reason });
    expect(await house.done(bringBackStaff, { staffId, version: 2 })).toMatchObject({
      homeSite: null,
      supervisor: null,
      retiredAt: null,
      version: 3,
    });
    const { rows } = await house.done(listStaffRevisions, { staffId });
    expect(rows[0]).toMatchObject({
      verb: "bring-back",
      changes: { homeSite: { from: { name: "Temporary" }, to: null } },
    });
  });
});

describe("the walls of a colleague's record", () => {
  test("hold against the stale, the wrong role and the wrong organization", async () => {
    const { id: staffId } = await house.colleague("Wally", "Walled");
    const { therapist, patient, stranger } = house;
    await house.done(changeStaff, { staffId, version: 1, givenName: "Wall" });
    const late = await house.refused(changeStaff, { staffId, version: 1, givenName: "W" });
    expect(late).toMatchObject({ status: 409, code: "changed-meanwhile", values: { version: 2 } });
    expect(await house.done(readStaff, { staffId }, therapist)).toMatchObject({ version: 2 });
    for (const refusal of [
      await house.refused(changeStaff, { staffId, version: 2, givenName: "W" }, therapist),
      await house.refused(retireStaff, { staffId, version: 2, reason }, therapist),
      await house.refused(readStaff, { staffId }, patient),
    ])
      expect(refusal).toMatchObject({ status: 403, code: "not-allowed" });
    for (const refusal of [
      await house.refused(readStaff, { staffId }, stranger),
      await house.refused(changeStaff, { staffId, version: 2, givenName: "W" }, stranger),
      await house.refused(retireStaff, { staffId, version: 2, reason }, stranger),
      await house.refused(bringBackStaff, { staffId, version: 2 }, stranger),
      await house.refused(listStaffRevisions, { staffId }, stranger),
    ])
      expect(refusal).toMatchObject({ status: 404, code: "not-found" });
    expect(await house.done(listStaff, { q: "wall" }, stranger)).toMatchObject({ total: 0 });
  });
});
