import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setAside } from "#domain/charting/set-aside.api.ts";
import type { Input } from "#domain/contract/route.ts";
import { newId } from "#server/platform/ids.ts";
import type { Member } from "#test/support/note-ground.ts";
import { openNoteHouse, type NoteHouse } from "#test/support/note-house.ts";
import { testNow } from "#test/support/test-product.ts";

let house: NoteHouse;
let members: readonly Member[];
let sessionId: string;
beforeAll(async () => {
  house = await openNoteHouse();
  members = await house.group(2);
});
afterAll(() => house.product.close());
beforeEach(async () => {
  sessionId = await house.session(members);
});

const patientOf = (place: number): string => members[place]?.patientId ?? "";

/** An arrival of the first person and a sentence about the second, which a tablet could not bring in any more. */
const asked = (more: Readonly<Record<string, unknown>> = {}): Input<typeof setAside> => ({
  sessionId,
  because: "already-signed",
  device: "Tablet KRX",
  events: [
    {
      id: newId(),
      patientId: patientOf(0),
      kind: "arrive",
      mode: "room",
      occurredAt: testNow,
    },
  ],
  words: [
    { patientId: patientOf(1), field: "sentence" },
    { patientId: null, field: "topic" },
  ],
  ...more,
});

const told = async () => {
  const { rows } = await house.product.ownerPool.query(
    `select e.outcome, e.actor_name, e.record_kind, e.details,
        (select array_agg(s.patient_id::text order by s.patient_id) from stepwell.audit_subject s
          where s.organization_id = e.organization_id and s.audit_id = e.id) as people
       from stepwell.audit_event e
      where e.organization_id = $1 and e.verb = 'session.set-aside' and e.record_id = $2`,
    [house.here.organizationId, sessionId],
  );
  return rows;
};

describe("setting aside what a session could not take", () => {
  test("stands in the trail with whose it was, why and from which device, and changes nothing", async () => {
    const tables = ["attendance_event", "note_draft", "member_note", "revision"];
    const before = await Promise.all(tables.map((table) => house.count(table)));
    await house.done(house.therapist, setAside, asked());
    expect(await told()).toEqual([
      {
        outcome: "done",
        actor_name: "Theo Lindqvist",
        record_kind: "session",
        details: { because: "already-signed", device: "Tablet KRX", events: 1, words: 2 },
        people: [patientOf(0), patientOf(1)].toSorted(),
      },
    ]);
    expect(await Promise.all(tables.map((table) => house.count(table)))).toEqual(before);
  });

  test("is for whoever records attendance there: elsewhere and nowhere are alike, and nonsense is refused", async () => {
    const stranger = await house.refused(house.stranger, setAside, asked());
    const nowhere = await house.refused(house.therapist, setAside, asked({ sessionId: newId() }));
    expect(stranger).toMatchObject({ status: 404, code: "not-found" });
    expect({ ...stranger, requestId: "" }).toEqual({ ...nowhere, requestId: "" });
    expect(await house.refused(house.biller, setAside, asked())).toMatchObject({ status: 403 });
    const wrong = asked({ because: "She said so, twice", device: " " });
    expect(await house.refused(house.therapist, setAside, wrong)).toMatchObject({
      status: 400,
      fields: { because: {}, device: {} },
    });
  });
});
