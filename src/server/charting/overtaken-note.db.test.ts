import { afterAll, beforeAll, expect, test } from "vitest";
import * as api from "#domain/charting/member-note.api.ts";
import { listOvertakenNotes } from "#domain/charting/overtaken-note.api.ts";
import { signSession } from "#domain/charting/session-room.api.ts";
import type { Colleague, Member } from "#test/support/note-ground.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";
import { later } from "#test/support/test-product.ts";

let house: NoteHouse;
let everybody: readonly Member[];
beforeAll(async () => {
  house = await openNoteHouse();
  everybody = await house.group(4);
});
afterAll(() => house.product.close());

/** A session that a colleague led and signed, with people who were there for 90 minutes. */
const signed = async (leader: Colleague, members: readonly Member[]) => {
  const sessionId = await house.session(members);
  await house.program.add("session_facilitator", {
    session_id: sessionId,
    staff_id: leader.staffId,
    role: "lead",
    starts_at: later({ hours: -2 }),
    ends_at: later({ minutes: -30 }),
    state: "ended",
  });
  const { notes } = await house.done(leader, signSession, signatureOf(sessionId, members));
  const [first] = members;
  const noteId = notes.find(({ patientId }) => patientId === first?.patientId)?.id ?? "";
  /** What the attendance of the first of them credits. */
  const putRight = (minutes: number) =>
    house.product.ownerPool.query(
      "update stepwell.attendance set credited_minutes = $1, version = version + 1 where session_id = $2 and patient_id = $3",
      [minutes, sessionId, first?.patientId],
    );
  return { noteId, putRight };
};

const overtaken = async (reader: Colleague) => {
  const { rows } = await house.done(reader, listOvertakenNotes, {});
  return rows.map(({ id, creditedMinutes, attendedMinutes }) => [
    id,
    creditedMinutes,
    attendedMinutes,
  ]);
};

test("the author finds the note whose attendance was put right, until it is corrected", async () => {
  const { noteId, putRight } = await signed(house.therapist, everybody.slice(0, 2));
  expect(await overtaken(house.therapist)).toEqual([]);
  await putRight(55);
  expect(await overtaken(house.therapist)).toEqual([[noteId, 90, 55]]);
  for (const other of [house.supervisor, house.intern, house.stranger])
    expect(await overtaken(other)).toEqual([]);

  const { part } = await house.done(house.therapist, api.readNote, { noteId });
  await house.done(house.therapist, api.correctNote, {
    noteId,
    part,
    reason: "They left before the end.",
    acknowledged: [],
  });
  expect(await overtaken(house.therapist)).toEqual([]);
  // Put right once more, it is the correction that is overtaken.
  await putRight(60);
  const [[again, said, attended] = []] = await overtaken(house.therapist);
  expect(again).not.toBe(noteId);
  expect([said, attended]).toEqual([55, 60]);
});

test("a note of somebody who was not there after all is found until it is retracted", async () => {
  const { noteId, putRight } = await signed(house.supervisor, everybody.slice(2));
  await putRight(0);
  expect(await overtaken(house.supervisor)).toEqual([[noteId, 90, 0]]);
  await house.done(house.supervisor, api.retractNote, { noteId, reason: "They were not there." });
  expect(await overtaken(house.supervisor)).toEqual([]);
});
