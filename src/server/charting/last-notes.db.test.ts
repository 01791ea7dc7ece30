import { afterAll, beforeAll, expect, test } from "vitest";
import * as api from "#domain/charting/member-note.api.ts";
import { signSession } from "#domain/charting/session-room.api.ts";
import { addSession, type Member } from "#test/support/note-ground.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";
import { ownSentences } from "#test/support/note-texts.ts";
import { later } from "#test/support/test-product.ts";

let house: NoteHouse;
beforeAll(async () => {
  house = await openNoteHouse();
});
afterAll(() => house.product.close());

const meet = (members: readonly Member[], daysAgo: number): Promise<string> =>
  addSession(
    house.program,
    members,
    {},
    later({ hours: -24 * daysAgo - 2 }),
    later({ hours: -24 * daysAgo - 1 }),
  );

/** Signs the first sentence for the first, the second for the second, … and answers their notes. */
const sign = async (daysAgo: number, members: readonly Member[], sentences: readonly string[]) => {
  const { rows, ...signature } = signatureOf(await meet(members, daysAgo), members);
  const { notes } = await house.done(house.therapist, signSession, {
    ...signature,
    rows: rows.map((row, index) => ({ ...row, sentence: sentences[index] ?? "" })),
  });
  return notes;
};

test("what was replaced or taken back is no earlier note, of whom it was and of nobody else", async () => {
  const members = await house.group(2);
  const [oldest, corrected, retracted, mended, one, two, three] = ownSentences;
  await sign(6, members, [oldest, one]);
  const [wrong] = await sign(5, members, [corrected, two]);
  const [stray] = await sign(4, members, [retracted, three]);
  const { part } = await house.done(house.therapist, api.readNote, { noteId: wrong?.id ?? "" });
  await house.done(house.therapist, api.correctNote, {
    noteId: wrong?.id ?? "",
    part: { ...part, sentence: mended },
    reason: "Wrong words.",
  });
  await house.done(house.therapist, api.retractNote, {
    noteId: stray?.id ?? "",
    reason: "Written of somebody else.",
  });
  const room = await house.room(await meet(members, 1));
  const earlier = new Map(room.rows.map((row) => [row.patientId, row.earlierSentences]));
  expect(earlier.get(members[0]?.patientId ?? "")).toEqual([mended, oldest]);
  expect(earlier.get(members[1]?.patientId ?? "")).toEqual([three, two, one]);
});
