import { afterAll, beforeAll, expect, test } from "vitest";
import { correctNote, readNote } from "#domain/charting/member-note.api.ts";
import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import { listTasks } from "#domain/tasks/task.api.ts";
import { noteRoutes } from "#server/charting/note.routes.ts";
import { newId } from "#server/platform/ids.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";
import { later } from "#test/support/test-product.ts";

let house: NoteHouse;
beforeAll(async () => {
  house = await openNoteHouse({ routes: [...noteRoutes, ...taskRoutes] });
});
afterAll(() => house.product.close());

const tasksOf = async (patientId: string | undefined) => {
  const { rows } = await house.done(house.therapist, listTasks, { whose: "all" });
  return rows.filter((task) => task.patientId === patientId);
};

test("a high risk that is signed is a crisis of the signer, with a clock; any other risk is none", async () => {
  const members = await house.group(2);
  const input = signatureOf(await house.session(members), members);
  const levels = ["high", "moderate"] as const;
  const rows = input.rows.map((row, at) => ({ ...row, risk: levels[at] ?? levels[1] }));
  const { notes } = await house.done(house.therapist, signSession, { ...input, rows });
  expect(await tasksOf(members[0]?.patientId)).toMatchObject([
    {
      kind: "high-risk",
      urgency: "crisis",
      recordKind: "note",
      recordId: notes[0]?.id,
      ownerStaffId: house.therapist.staffId,
      takenAt: null,
      label: "part-2",
    },
  ]);
  expect(await tasksOf(members[1]?.patientId)).toEqual([]);
});

test("a correction to high raises it, a correction of what was high does not raise it again", async () => {
  const [member] = await house.group(1);
  if (member === undefined) throw new Error("nobody");
  const { notes } = await house.done(
    house.therapist,
    signSession,
    signatureOf(await house.session([member]), [member]),
  );
  const correct = async (noteId: string, change: object): Promise<string> => {
    const { part } = await house.done(house.therapist, readNote, { noteId });
    const { id } = await house.done(house.therapist, correctNote, {
      noteId,
      part: { ...part, ...change },
      reason: "Told afterwards.",
      acknowledged: [],
    });
    return id;
  };
  const high = await correct(notes[0]?.id ?? "", { risk: "high" });
  await correct(high, { sentence: "Told me on the stairs what the weekend had been like." });
  expect(await tasksOf(member.patientId)).toMatchObject([{ recordId: high }]);
});

test("a room that is over shows the crises that were open while it ran, and no later one", async () => {
  const [member] = await house.group(1);
  if (member === undefined) throw new Error("nobody");
  const sessionId = await house.session([member]);
  const flags = async () =>
    (await house.done(house.therapist, readSessionRoom, { sessionId })).rows[0]?.flags ?? [];
  const before = await flags();
  const task = {
    kind: "crisis-answer",
    urgency: "crisis",
    patient_id: member.patientId,
    owner_role: "therapist",
    due_at: later({ minutes: 30 }),
    label: "part-2",
  };
  await house.program.add("task", { ...task, id: newId(), created_at: later({ minutes: -5 }) });
  expect(await flags()).toEqual(before);
  await house.program.add("task", {
    ...task,
    id: newId(),
    created_at: later({ hours: -3 }),
    closed_at: later({ hours: -1 }),
    closed_by: "Sasha Castellvi",
    closure: "reached",
  });
  expect(await flags()).toEqual(["phq-item-9", ...before].toSorted());
});
