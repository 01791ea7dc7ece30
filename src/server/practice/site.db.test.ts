import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRoom } from "#domain/practice/room.api.ts";
import {
  bringBackSite,
  changeSite,
  createSite,
  listSiteRevisions,
  listSites,
  readSite,
  retireSite,
} from "#domain/practice/site.api.ts";
import { newId } from "#server/platform/ids.ts";
import { aSite, openPracticeHouse, type PracticeHouse } from "#test/support/practice-house.ts";

let house: PracticeHouse;
beforeAll(async () => {
  house = await openPracticeHouse();
});
afterAll(() => house.product.close());

const reason = "The lease has ended.";

describe("a site", () => {
  test("is added, read and found by the beginning of its name or city", async () => {
    const site = await house.site("Pearl Street", { npi: "1234567893", phone: "(503) 555-0100" });
    expect(site).toMatchObject({
      name: "Pearl Street",
      npi: "1234567893",
      phone: "5035550100",
      address: { street: "12 Pearl Street", unit: null, city: "Portland", state: "OR" },
      roomCount: 0,
      staffCount: 0,
      retiredAt: null,
      version: 1,
    });
    expect(await house.done(readSite, { siteId: site.id })).toEqual(site);
    for (const q of ["pearl", "PEARL S", "port"]) {
      const { rows } = await house.done(listSites, { q });
      expect(rows.map((row) => row.id)).toContain(site.id);
    }
    expect(await house.done(listSites, { q: "street" })).toMatchObject({ rows: [], total: 0 });
  });

  test("is added once, however often the request arrives", async () => {
    const { product, administrator } = house;
    const key = newId();
    const first = await product.call(administrator, createSite, aSite("Once"), { key });
    const again = await product.call(administrator, createSite, aSite("Once"), { key });
    expect(again).toEqual(first);
    expect(await house.done(listSites, { q: "once" })).toMatchObject({ total: 1 });
  });

  test("has a name of its own among those in use, whatever its capitals", async () => {
    await house.site("Ferry Landing");
    const refusal = await house.refused(createSite, aSite("FERRY landing"));
    expect(refusal).toMatchObject({
      status: 409,
      code: "name-taken",
      fields: { name: { code: "taken" } },
    });
  });

  test("says which field is not filled in as it should be", async () => {
    const refusal = await house.refused(createSite, {
      ...aSite(" "),
      zone: "PST",
      npi: "1234567890",
      address: { ...aSite("").address, postalCode: "9720" },
    });
    expect(refusal).toMatchObject({ status: 400, code: "invalid-input" });
    expect(Object.keys(refusal.fields).toSorted()).toEqual([
      "address.postalCode",
      "name",
      "npi",
      "zone",
    ]);
    expect(refusal.fields["npi"]?.code).toBe("npi-check-digit");
    expect(refusal.fields["zone"]?.code).toBe("unknown-time-zone");
  });
});

describe("changing a site", () => {
  test("touches only what is sent, and keeps its history", async () => {
    const site = await house.site("Before", { phone: "5035550100", crisisPhone: "5035550101" });
    const changed = await house.done(changeSite, {
      siteId: site.id,
      version: 1,
      name: "After",
      phone: null,
    });
    expect(changed).toEqual({ ...site, name: "After", phone: null, version: 2 });
    expect(await house.done(readSite, { siteId: site.id })).toEqual(changed);

    const { rows } = await house.done(listSiteRevisions, { siteId: site.id });
    expect(rows.map(({ version, verb, actorName }) => [version, verb, actorName])).toEqual([
      [2, "change", "Ada Admin"],
      [1, "create", "Ada Admin"],
    ]);
    expect(rows[0]?.changes).toEqual({
      name: { from: "Before", to: "After" },
      phone: { from: "5035550100", to: null },
    });
    expect(rows[1]?.changes).toMatchObject({ city: { from: null, to: "Portland" } });
  });

  test("to what it is already makes no version", async () => {
    const site = await house.site("Same");
    const input = { siteId: site.id, version: 1, name: "Same", address: site.address };
    expect(await house.done(changeSite, input)).toEqual(site);
    const { rows } = await house.done(listSiteRevisions, { siteId: site.id });
    expect(rows).toHaveLength(1);
  });

  test("by somebody who has not seen the newest version is refused, and says who made it and when", async () => {
    const site = await house.site("Contested");
    await house.done(changeSite, { siteId: site.id, version: 1, name: "Theirs" });
    const refusal = await house.refused(changeSite, { siteId: site.id, version: 1, name: "Mine" });
    expect(refusal).toMatchObject({ status: 409, code: "changed-meanwhile" });
    expect(refusal.values).toEqual({ version: 2, by: "Ada Admin", at: "2026-11-19T20:00:00Z" });
    expect(await house.done(readSite, { siteId: site.id })).toMatchObject({ name: "Theirs" });
  });

  test("by two at the same time lets one of them win", async () => {
    const site = await house.site("Race");
    const answers = await Promise.all(
      ["One", "Two"].map((name) =>
        house.product.call(house.administrator, changeSite, { siteId: site.id, version: 1, name }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(1);
  });

  test("to a name in use is refused", async () => {
    await house.site("First come");
    const site = await house.site("Late");
    const input = { siteId: site.id, version: 1, name: "First come" };
    expect(await house.refused(changeSite, input)).toMatchObject({ code: "name-taken" });
  });
});

describe("retiring a site", () => {
  test("is refused while rooms are in use and staff are based there, with their numbers", async () => {
    const site = await house.site("Busy");
    await house.room(site.id, "Lilac");
    await house.room(site.id, "Juniper");
    await house.colleague("Denise", "Okafor", { homeSiteId: site.id });
    const refusal = await house.refused(retireSite, { siteId: site.id, version: 1, reason });
    expect(refusal).toMatchObject({
      status: 409,
      code: "site-in-use",
      values: { rooms: 2, staff: 1 },
    });
    expect(await house.done(readSite, { siteId: site.id })).toMatchObject({ retiredAt: null });
  });

  test("and adding a room to it at the same time lets one of them win", async () => {
    const { id: siteId } = await house.site("Crossing");
    const { product, administrator } = house;
    const room = { siteId, name: "Cedar", seats: 8, hasVideo: false };
    const answers = await Promise.all([
      product.call(administrator, createRoom, room),
      product.call(administrator, retireSite, { siteId, version: 1, reason }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(1);
  });

  test("takes it out of the list, keeps it readable, and frees its name", async () => {
    const site = await house.site("Old Mill");
    const retired = await house.done(retireSite, { siteId: site.id, version: 1, reason });
    expect(retired).toMatchObject({ retiredAt: "2026-11-19T20:00:00Z", version: 2 });
    expect(await house.done(listSites, { q: "old mill" })).toMatchObject({ total: 0 });
    const among = await house.done(listSites, { q: "old mill", state: "retired" });
    expect(among.rows.map((row) => row.id)).toEqual([site.id]);
    const { rows } = await house.done(listSiteRevisions, { siteId: site.id });
    expect(rows[0]).toMatchObject({ verb: "retire", reason, version: 2 });
    expect(await house.site("Old Mill")).toMatchObject({ version: 1 });
  });

  test("leaves it as it was: no change, no second retirement", async () => {
    const { id: siteId } = await house.site("Closed");
    await house.done(retireSite, { siteId, version: 1, reason });
    const change = await house.refused(changeSite, { siteId, version: 2, name: "Open" });
    expect(change).toMatchObject({ status: 409, code: "retired" });
    const again = await house.refused(retireSite, { siteId, version: 2, reason });
    expect(again).toMatchObject({ status: 409, code: "retired" });
  });

  test("needs a reason", async () => {
    const { id: siteId } = await house.site("Unexplained");
    const refusal = await house.refused(retireSite, { siteId, version: 1, reason: " " });
    expect(refusal.fields).toMatchObject({ reason: { code: "missing" } });
  });

  test("can be taken back, unless its name is in use by another", async () => {
    const { id: siteId } = await house.site("Back again");
    expect(await house.refused(bringBackSite, { siteId, version: 1 })).toMatchObject({
      code: "not-retired",
    });
    await house.done(retireSite, { siteId, version: 1, reason });
    const back = await house.done(bringBackSite, { siteId, version: 2 });
    expect(back).toMatchObject({ retiredAt: null, version: 3 });

    await house.done(retireSite, { siteId, version: 3, reason });
    await house.site("Back again");
    expect(await house.refused(bringBackSite, { siteId, version: 4 })).toMatchObject({
      code: "name-taken",
    });
  });
});

describe("the list of sites", () => {
  test("goes page by page through every site once, in either direction", async () => {
    for (const name of ["Page d", "Page a", "Page C", "Page b"]) await house.site(name);
    for (const order of ["asc", "desc"] as const) {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await house.done(listSites, {
          q: "page",
          limit: 3,
          order,
          ...(cursor !== undefined && { cursor }),
        });
        expect(page.total).toBe(4);
        names.push(...page.rows.map((row) => row.name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      const rising = ["Page a", "Page b", "Page C", "Page d"];
      expect(names).toEqual(order === "asc" ? rising : rising.toReversed());
    }
  });

  test("refuses a cursor that is none of its own", async () => {
    const refusal = await house.refused(listSites, { cursor: "nonsense" });
    expect(refusal).toMatchObject({ status: 400, fields: { cursor: { code: "not-a-choice" } } });
  });
});

describe("the walls of a site", () => {
  test("another organization learns nothing of it", async () => {
    const { id: siteId } = await house.site("Hidden");
    const { stranger } = house;
    const asStranger = { siteId, version: 1 };
    for (const refusal of [
      await house.refused(readSite, { siteId }, stranger),
      await house.refused(listSiteRevisions, { siteId }, stranger),
      await house.refused(changeSite, { ...asStranger, name: "Mine now" }, stranger),
      await house.refused(retireSite, { ...asStranger, reason }, stranger),
      await house.refused(bringBackSite, asStranger, stranger),
    ])
      expect(refusal).toMatchObject({ status: 404, code: "not-found" });
    expect(await house.done(listSites, { q: "hidden" }, stranger)).toMatchObject({ total: 0 });
    expect(await house.site("Hidden", {}, stranger)).toMatchObject({ name: "Hidden" });
  });

  test("who may not manage reads and changes nothing; who may not read sees nothing", async () => {
    const { id: siteId } = await house.site("Walled");
    const { therapist, patient } = house;
    expect(await house.done(readSite, { siteId }, therapist)).toMatchObject({ name: "Walled" });
    for (const refusal of [
      await house.refused(createSite, aSite("Mine"), therapist),
      await house.refused(changeSite, { siteId, version: 1, name: "Mine" }, therapist),
      await house.refused(retireSite, { siteId, version: 1, reason }, therapist),
      await house.refused(readSite, { siteId }, patient),
      await house.refused(listSites, {}, patient),
    ])
      expect(refusal).toMatchObject({ status: 403, code: "not-allowed" });
  });

  test("every look and every change stands in the trail", async () => {
    const { id: siteId } = await house.site("Trailed");
    await house.done(readSite, { siteId }, house.therapist);
    await house.refused(changeSite, { siteId, version: 9, name: "No" });
    const { rows } = await house.product.ownerPool.query<{ line: string }>(
      `select verb || ' ' || outcome || ' ' || actor_name as line from stepwell.audit_event
       where organization_id = $1 and record_id = $2 order by id`,
      [house.here.organizationId, siteId],
    );
    expect(rows.map((row) => row.line)).toEqual([
      "site.create done Ada Admin",
      "site.read read Theo Therapist",
      "site.change refused Ada Admin",
    ]);
  });
});
