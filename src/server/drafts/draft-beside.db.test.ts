import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openVaultKey } from "#domain/access/vault-key.api.ts";
import {
  listAgedDrafts,
  listDrafts,
  readDraftsBeside,
  saveDraft,
} from "#domain/drafts/draft.api.ts";
import { changeSite, createSite } from "#domain/practice/site.api.ts";
import { newId } from "#server/platform/ids.ts";
import { draftNames, openDraftHouse, type DraftHouse } from "#test/support/draft-house.ts";
import { saved, typed } from "#test/support/draft-words.ts";
import { aSite } from "#test/support/practice-house.ts";
import { later, testNow, type TestPerson } from "#test/support/test-product.ts";

let house: DraftHouse;
let director: TestPerson;
let administrator: TestPerson;
let therapist: TestPerson;
let stranger: TestPerson;

const leaverName = "Lea Gone";

beforeAll(async () => {
  house = await openDraftHouse();
});
afterAll(() => house.product.close());
beforeEach(async () => {
  ({ director, administrator, therapist, stranger } = await house.enter());
});

const refused: DraftHouse["refused"] = (...asked) => house.refused(...asked);
const done: DraftHouse["done"] = (...asked) => house.done(...asked);

const oldSite = (siteId: string) => ({
  route: "PATCH /sites/{siteId}",
  form: `site-${siteId}`,
  recordId: siteId,
  place: `/staff/practice/sites/${siteId}`,
});

/** The id of a person in care. */
const somebody = async (): Promise<string> => {
  const id = newId();
  await house.product.ownerPool.query(
    `insert into stepwell.patient (organization_id, id, mrn, given_name, family_name, birth_date, created_at)
     values ($1, $2, $3, 'Ines', 'Carvalho', '1990-04-01', $4)`,
    [house.here.organizationId, id, id.slice(-8), testNow],
  );
  return id;
};

const mine = async (person: TestPerson) => (await done(person, listDrafts, {})).rows;

describe("two people over one record", () => {
  test("see each other's words, and neither writes into the other's", async () => {
    const site = await done(director, createSite, aSite("Shared"));
    const place = oldSite(site.id);
    await done(director, saveDraft, saved(director, [typed("name", "Shared East")], place));
    await done(
      administrator,
      saveDraft,
      saved(administrator, [typed("name", "Shared West")], place),
    );
    const beside = { route: place.route, recordId: site.id };
    expect((await done(administrator, readDraftsBeside, beside)).rows).toMatchObject([
      { name: draftNames.director, fields: { name: { word: { now: "Shared East" } } } },
    ]);
    expect((await done(director, readDraftsBeside, beside)).rows).toMatchObject([
      { name: draftNames.administrator, fields: { name: { word: { now: "Shared West" } } } },
    ]);
    expect(await refused(stranger, readDraftsBeside, beside)).toMatchObject({ code: "not-found" });
    expect(await refused(therapist, readDraftsBeside, beside)).toMatchObject({
      code: "not-allowed",
    });
    const [own] = await mine(director);
    const change = { siteId: site.id, version: site.version, name: "Shared East" };
    await done(director, changeSite, change, { "x-draft-id": own?.id ?? "" });
    expect((await done(administrator, readDraftsBeside, beside)).rows).toEqual([]);
    expect((await done(director, readDraftsBeside, beside)).rows).toHaveLength(1);
  });

  test("of words about people in care only who may read restricted records sees more than the name", async () => {
    const place = {
      route: "PATCH /patients/{patientId}",
      form: "patient",
      recordId: await somebody(),
      place: "/staff/patients",
    };
    const admissions = await house.product.addPerson(house.here, ["admissions"]);
    await done(director, saveDraft, saved(director, [typed("notes", "Spoke of home.")], place));
    const beside = { route: place.route, recordId: place.recordId };
    expect((await done(admissions, readDraftsBeside, beside)).rows).toMatchObject([
      { name: draftNames.director, fields: null },
    ]);
    expect((await done(therapist, readDraftsBeside, beside)).rows).toMatchObject([
      { fields: { notes: { word: { now: "Spoke of home." } } } },
    ]);
  });
});

describe("what lies unsent", () => {
  test("is told after a week, and at once of whoever left: whose and what, not the words", async () => {
    const leaver = await house.product.addPerson(house.here, ["director"], leaverName);
    await done(director, saveDraft, saved(director, [typed("name", "Onyx")]));
    await done(leaver, saveDraft, saved(leaver, [typed("name", "Jade")]));
    const of = async (name: string) =>
      (await done(director, listAgedDrafts, {})).rows.filter(({ ownerName }) => ownerName === name);
    expect(await of(leaverName)).toEqual([]);
    await house.product.ownerPool.query(
      "update stepwell.affiliation set ended_at = $2 where account_id = $1",
      [leaver.accountId, testNow],
    );
    const told = await of(leaverName);
    expect(told).toMatchObject([{ ownerLeft: true, verb: "site.create" }]);
    expect(JSON.stringify(told)).not.toContain("Jade");
    house.product.clock.moveTo(later({ hours: 7 * 24 + 1 }));
    await house.product.ownerPool.query(
      "update global.login_session set expires_at = $1, last_seen_at = $2",
      [later({ hours: 9 * 24 }), later({ hours: 7 * 24 + 1 })],
    );
    expect(await of(draftNames.director)).toContainEqual(
      expect.objectContaining({ ownerLeft: false }),
    );
    expect(await refused(therapist, listAgedDrafts, {})).toMatchObject({ code: "not-allowed" });
  });

  test("leaves one line of the trail for a visit, however often it is saved", async () => {
    const headers = { "x-visit-id": newId() };
    const input = saved(director, []);
    for (const now of ["O", "Op", "Opa", "Opal"])
      await done(director, saveDraft, { ...input, patches: [typed("name", now)] }, headers);
    const { rows } = await house.product.ownerPool.query(
      "select details from stepwell.audit_event where verb = 'draft.save' and record_id = $1",
      [input.draftId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("Opal");
  });
});

test("the key of what a device keeps is one person's in one organization, and stands in no log", async () => {
  const key = await done(director, openVaultKey, {});
  expect(await done(director, openVaultKey, {})).toEqual(key);
  expect((await done(administrator, openVaultKey, {})).secret).not.toBe(key.secret);
  expect(key).toMatchObject({
    accountId: director.accountId,
    organizationId: house.here.organizationId,
    idleMinutes: 30,
  });
  expect(house.product.logLines.join("\n")).not.toContain(key.secret);
  const { rows } = await house.product.ownerPool.query(
    "select (select count(*)::int from stepwell.idempotency_key where response::text like $1) as kept, (select count(*)::int from stepwell.audit_event where details::text like $1) as told",
    [`%${key.secret}%`],
  );
  expect(rows).toEqual([{ kept: 0, told: 0 }]);
});
