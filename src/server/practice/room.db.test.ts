import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  bringBackRoom,
  changeRoom,
  createRoom,
  listRoomRevisions,
  listRooms,
  readRoom,
  retireRoom,
} from "#domain/practice/room.api.ts";
import { retireSite } from "#domain/practice/site.api.ts";
import { newId } from "#server/platform/ids.ts";
import { openPracticeHouse, type PracticeHouse } from "#test/support/practice-house.ts";

let house: PracticeHouse;
beforeAll(async () => {
  house = await openPracticeHouse();
});
afterAll(() => house.product.close());

const reason = "Turned into an office.";

describe("a room", () => {
  test("belongs to a site, and is listed with it and among all", async () => {
    const site = await house.site("North");
    const lilac = await house.room(site.id, "Lilac");
    await house.room((await house.site("South")).id, "Juniper");
    expect(lilac).toMatchObject({
      site: { id: site.id, name: "North" },
      name: "Lilac",
      seats: 12,
      version: 1,
    });
    expect(await house.done(readRoom, { roomId: lilac.id })).toEqual(lilac);
    expect(await house.done(listRooms, { siteId: site.id })).toMatchObject({
      rows: [lilac],
      total: 1,
    });
    const all = await house.done(listRooms, { sort: "site", order: "desc" });
    expect(all.rows.map((room) => room.site.name)).toEqual(["South", "North"]);
    expect((await house.done(listRooms, { q: "lil" })).rows).toEqual([lilac]);
  });

  test("has a name of its own within its site, not beyond", async () => {
    const here = await house.site("Here");
    const there = await house.site("There");
    await house.room(here.id, "Maple");
    const twin = { siteId: here.id, name: "maple", seats: 5, hasVideo: false };
    expect(await house.refused(createRoom, twin)).toMatchObject({
      status: 409,
      code: "name-taken",
      fields: { name: { code: "taken" } },
    });
    expect(await house.room(there.id, "Maple")).toMatchObject({ name: "Maple" });
  });

  test("is not added to a site that is retired, unknown or of another organization", async () => {
    const { id: siteId } = await house.site("Gone");
    await house.done(retireSite, { siteId, version: 1, reason });
    const room = { siteId, name: "Cedar", seats: 8, hasVideo: false };
    expect(await house.refused(createRoom, room)).toMatchObject({ code: "site-retired" });
    const unknown = { ...room, siteId: newId() };
    expect(await house.refused(createRoom, unknown)).toMatchObject({ status: 404 });
    const theirs = await house.site("Theirs", {}, house.stranger);
    const foreign = { ...room, siteId: theirs.id };
    expect(await house.refused(createRoom, foreign)).toMatchObject({ status: 404 });
  });

  test("holds at least one person", async () => {
    const { id: siteId } = await house.site("Small");
    const room = { siteId, name: "Closet", seats: 0, hasVideo: false };
    expect(await house.refused(createRoom, room)).toMatchObject({
      code: "invalid-input",
      fields: { seats: { code: "too-small", values: { minimum: 1 } } },
    });
  });

  test("is changed, retired and taken back, and its history tells it", async () => {
    const { id: siteId } = await house.site("Storied");
    const { id: roomId } = await house.room(siteId, "Willow");
    await house.done(changeRoom, { roomId, version: 1, seats: 14, hasVideo: true });
    await house.done(retireRoom, { roomId, version: 2, reason });
    const late = await house.refused(changeRoom, { roomId, version: 3, seats: 15 });
    expect(late).toMatchObject({ code: "retired" });
    const back = await house.done(bringBackRoom, { roomId, version: 3 });
    expect(back).toMatchObject({ seats: 14, retiredAt: null, version: 4 });
    const { rows } = await house.done(listRoomRevisions, { roomId });
    expect(rows.map(({ verb, reason: why, changes }) => [verb, why, changes])).toEqual([
      ["bring-back", null, {}],
      ["retire", reason, {}],
      ["change", null, { seats: { from: 12, to: 14 }, hasVideo: { from: false, to: true } }],
      [
        "create",
        null,
        {
          site: { from: null, to: { id: siteId, name: "Storied" } },
          name: { from: null, to: "Willow" },
          seats: { from: null, to: 12 },
          hasVideo: { from: null, to: false },
        },
      ],
    ]);
  });

  test("is not taken back into a retired site", async () => {
    const { id: siteId } = await house.site("Closing");
    const { id: roomId } = await house.room(siteId, "Birch");
    await house.done(retireRoom, { roomId, version: 1, reason });
    await house.done(retireSite, { siteId, version: 1, reason });
    expect(await house.refused(bringBackRoom, { roomId, version: 2 })).toMatchObject({
      code: "site-retired",
    });
  });

  test("is refused to the stale, the wrong role and the wrong organization", async () => {
    const { id: roomId } = await house.room((await house.site("Guarded")).id, "Oak");
    await house.done(changeRoom, { roomId, version: 1, seats: 9 });
    const stale = await house.refused(changeRoom, { roomId, version: 1, seats: 10 });
    expect(stale).toMatchObject({ status: 409, code: "changed-meanwhile", values: { version: 2 } });
    const { therapist, stranger } = house;
    expect(
      await house.refused(changeRoom, { roomId, version: 2, seats: 10 }, therapist),
    ).toMatchObject({ status: 403 });
    for (const refusal of [
      await house.refused(readRoom, { roomId }, stranger),
      await house.refused(changeRoom, { roomId, version: 2, seats: 10 }, stranger),
      await house.refused(retireRoom, { roomId, version: 2, reason }, stranger),
      await house.refused(bringBackRoom, { roomId, version: 2 }, stranger),
      await house.refused(listRoomRevisions, { roomId }, stranger),
    ])
      expect(refusal).toMatchObject({ status: 404, code: "not-found" });
  });
});
