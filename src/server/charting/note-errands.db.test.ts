import { afterAll, beforeAll, expect, test } from "vitest";
import * as api from "#domain/charting/member-note.api.ts";
import { signSession } from "#domain/charting/session-room.api.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";

let house: NoteHouse;
const told: string[] = [];
beforeAll(async () => {
  house = await openNoteHouse({
    hook: (text, values) => {
      if (text.includes("pg_notify")) told.push(...values.flat().map(String));
    },
  });
});
afterAll(() => house.product.close());

/** What the errands of a session tell, oldest first, and whether each has its place in the queue. */
const errandsOf = async (sessionId: string): Promise<{ act: string; jobs: number }[]> => {
  const { rows } = await house.product.ownerPool.query<{ act: string; jobs: number }>(
    `select o.payload ->> 'act' as act,
       (select count(*) from graphile_worker.jobs j where j.key = o.id::text) as jobs
     from stepwell.outbox o where o.organization_id = $1 and o.payload ->> 'sessionId' = $2 order by o.id`,
    [house.here.organizationId, sessionId],
  );
  return rows;
};

test("every act that changes what was rendered is queued with its commit, and the screens are told", async () => {
  const [member] = await house.group(1);
  if (member === undefined) throw new Error("nobody");
  const sessionId = await house.session([member]);
  const { notes } = await house.done(house.intern, signSession, signatureOf(sessionId, [member]));
  const noteId = notes[0]?.id ?? "";
  const { part } = await house.done(house.intern, api.readNote, { noteId });
  told.length = 0;
  const corrected = await house.done(house.intern, api.correctNote, {
    noteId,
    part: { ...part, progress: "up" },
    reason: "Progress was misread.",
  });
  expect(told.map((word) => word.split(" ").slice(1).join(" ")).toSorted()).toEqual([
    `note ${sessionId}`,
    `session ${sessionId}`,
  ]);
  await house.done(house.supervisor, api.cosignNote, { noteId: corrected.id, words: null });
  await house.done(house.supervisor, api.retractNote, {
    noteId: corrected.id,
    reason: "Written of somebody else.",
  });
  expect(await errandsOf(sessionId)).toEqual(
    ["signed", "corrected", "cosigned", "retracted"].map((act) => ({ act, jobs: 1 })),
  );
});
