import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { meetRoomWriters } from "#domain/charting/room-writer.api.ts";
import { startLiveHub, type LiveEvent } from "#server/platform/live/live-hub.ts";
import type { Member } from "#test/support/note-ground.ts";
import { openNoteHouse, type NoteHouse } from "#test/support/note-house.ts";
import type { TestPerson } from "#test/support/test-product.ts";

let house: NoteHouse;
let sessionId: string;
let members: readonly Member[];
beforeAll(async () => {
  house = await openNoteHouse();
  members = await house.group(2);
});
afterAll(() => house.product.close());
beforeEach(async () => {
  sessionId = await house.session(members);
});

const look = async (who: TestPerson, at?: string) =>
  (await house.done(who, meetRoomWriters, { sessionId, ...(at !== undefined && { at }) })).rows;

const pass = (seconds: number): void =>
  house.product.clock.moveTo(house.product.clock.now().add({ seconds }).toString());

const rowOf = (place: number): string => members[place]?.patientId ?? "";

describe("who is writing in a room", () => {
  it("is seen by everybody else there, where they are now, and not by themselves", async () => {
    expect(await look(house.therapist, rowOf(0))).toEqual([]);
    const theo = { name: "Theo Lindqvist", at: rowOf(0) };
    expect(await look(house.supervisor)).toEqual([theo]);
    expect(await look(house.intern, "shared")).toEqual([theo]);
    expect(await look(house.therapist, "shared")).toEqual([
      { name: "Ines Wrenfield", at: "shared" },
    ]);
    expect(await look(house.supervisor)).toEqual([
      { name: "Ines Wrenfield", at: "shared" },
      { name: "Theo Lindqvist", at: "shared" },
    ]);
  });

  it("is over by itself after some seconds, and goes on while it is said again", async () => {
    await look(house.therapist, rowOf(1));
    pass(8);
    await look(house.therapist, rowOf(1));
    pass(8);
    expect(await look(house.supervisor)).toHaveLength(1);
    pass(5);
    expect(await look(house.supervisor)).toEqual([]);
  });

  it("is nobody in a row of nobody's seat, and nobody elsewhere learns of it", async () => {
    const [outsider] = await house.group(1);
    await look(house.therapist, outsider?.patientId);
    expect(await look(house.supervisor)).toEqual([]);
    await look(house.therapist, rowOf(0));
    expect(await house.refused(house.stranger, meetRoomWriters, { sessionId })).toMatchObject({
      status: 404,
    });
    expect(
      await house.refused(house.stranger, meetRoomWriters, { sessionId, at: rowOf(0) }),
    ).toMatchObject({ status: 404 });
    expect(await house.refused(house.biller, meetRoomWriters, { sessionId })).toMatchObject({
      status: 403,
    });
    expect(
      await house.refused(house.therapist, meetRoomWriters, { sessionId, at: "the door" }),
    ).toMatchObject({ status: 400 });
  });

  it("is told to other screens by the session's id alone, and only when somebody begins or moves", async () => {
    const { product, here } = house;
    const live = await startLiveHub({ url: product.database.appUrl, onError: () => {} });
    const heard: LiveEvent[] = [];
    live.subscribe(here.organizationId, (event) => heard.push(event));
    await look(house.therapist, rowOf(0));
    await look(house.therapist, rowOf(0));
    await look(house.supervisor);
    await look(house.therapist, rowOf(1));
    await expect.poll(() => heard.length).toBe(2);
    expect(heard).toEqual([1, 2].map(() => ({ kind: "room-writer", id: sessionId })));
    await live.stop();
  });

  it("leaves one line in the trail for a visit, however often it is said", async () => {
    const lines = async () => {
      const { rows } = await house.product.ownerPool.query<{ n: number }>(
        "select count(*)::integer as n from stepwell.audit_event where organization_id = $1 and verb = 'room-writer.meet'",
        [house.here.organizationId],
      );
      return rows[0]?.n ?? 0;
    };
    const before = await lines();
    for (let beat = 0; beat < 6; beat++) {
      const input = { sessionId, at: rowOf(0) };
      const headers = { "x-visit-id": "one look" };
      await house.product.call(house.therapist, meetRoomWriters, input, { headers });
      pass(5);
    }
    expect(await lines()).toBe(before + 1);
    expect(await house.count("room_writer")).toBeGreaterThan(0);
  });
});
