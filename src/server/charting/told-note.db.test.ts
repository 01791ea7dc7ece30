import { afterAll, beforeAll, expect, test } from "vitest";
import * as api from "#domain/charting/member-note.api.ts";
import { signSession } from "#domain/charting/session-room.api.ts";
import { listTasks } from "#domain/tasks/task.api.ts";
import { noteRoutes } from "#server/charting/note.routes.ts";
import { newId } from "#server/platform/ids.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import type { Colleague } from "#test/support/note-ground.ts";
import { openNoteHouse, signatureOf, type NoteHouse } from "#test/support/note-house.ts";
import { later, testNow, type TestPerson } from "#test/support/test-product.ts";

let house: NoteHouse;
let director: TestPerson;
beforeAll(async () => {
  house = await openNoteHouse({ routes: [...noteRoutes, ...taskRoutes] });
  director = await house.product.addPerson(house.here, ["director"]);
});
afterAll(() => house.product.close());

const signed = async (author: Colleague = house.intern) => {
  const [member] = await house.group(1);
  if (member === undefined) throw new Error("nobody");
  const sessionId = await house.session([member]);
  const { notes } = await house.done(author, signSession, signatureOf(sessionId, [member]));
  return { noteId: notes[0]?.id ?? "", patientId: member.patientId };
};

/** A line of the accounting, as each way out writes it. */
const tell = async (
  patientId: string,
  at: string,
  recipient: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  house.program.add("disclosure", {
    id: newId(),
    patient_id: patientId,
    at,
    recipient,
    purpose: "treatment",
    information: ["presence", "session-notes"],
    record_kind: "patient",
    record_id: patientId,
    label: "part-2",
    basis: "patient-request",
    channel: "fax",
    actor_name: "Test",
    ...more,
  });

/** What a hand-over of these days leaves. */
const handOver = async (patientId: string, recipient: string, from: string, to: string) => {
  const id = newId();
  await house.program.add("export_run", {
    id,
    kind: "person",
    patient_id: patientId,
    state: "ready",
    format: "pdf",
    recipient: JSON.stringify({ name: recipient, isPatient: false, classes: [] }),
    purpose: "treatment",
    reason: "Asked for",
    parts: ["notes"],
    from_date: from,
    to_date: to,
    requested_at: testNow,
    touched_at: testNow,
    actor_name: "Test",
    finished_at: testNow,
    expires_at: later({ hours: 24 }),
    label: "part-2",
  });
  await tell(patientId, later({ minutes: 2 }), recipient, { record_kind: "export", record_id: id });
};

const toldTo = async (reader: TestPerson, noteId: string): Promise<string[]> => {
  const note = await house.done(reader, api.readNote, { noteId });
  return note.toldTo.map(({ recipient }) => recipient);
};

test("a note names whoever was told of it while it stood, and nobody who was not", async () => {
  const { noteId, patientId } = await signed();
  await tell(patientId, later({ hours: -1 }), "Told before it was written");
  await tell(patientId, later({ minutes: 1 }), "Larkspur Clinic");
  await tell(patientId, later({ minutes: 1 }), "Told of attendance", { information: ["presence"] });
  await handOver(patientId, "Given other days", "2026-10-01", "2026-10-31");
  await handOver(patientId, "Given these days", "2026-11-01", "2026-11-30");
  const other = await signed();
  await tell(other.patientId, later({ minutes: 1 }), "Told of somebody else");
  const expected = ["Larkspur Clinic", "Given these days"];
  expect(await toldTo(house.intern, noteId)).toEqual(expected);
  expect(await toldTo(house.supervisor, noteId)).toEqual(expected);
  expect(await toldTo(director, noteId)).toEqual(expected);
  // A colleague who reads the note does not need to know where it went.
  expect(await toldTo(house.therapist, noteId)).toEqual([]);
});

test("retracting what has left keeps who has it before one's eyes, and is somebody's task until they know", async () => {
  const { noteId, patientId } = await signed();
  await tell(patientId, testNow, "Larkspur Clinic");
  const retract = { noteId, reason: "Written of somebody else." };
  house.product.clock.moveTo(later({ minutes: 5 }));
  const note = await house.done(house.supervisor, api.retractNote, retract);
  expect(note).toMatchObject({ state: "retracted", toldTo: [{ recipient: "Larkspur Clinic" }] });
  // Whoever is told from now on gets it with its retraction.
  await tell(patientId, later({ minutes: 6 }), "Told as retracted");
  expect(await toldTo(house.intern, noteId)).toEqual(["Larkspur Clinic"]);
  const tasks = async () => {
    const { rows } = await house.done(director, listTasks, { whose: "all" });
    return rows.filter((task) => task.recordId === noteId);
  };
  expect(await tasks()).toMatchObject([
    {
      kind: "tell-of-retraction",
      patientId,
      ownerRole: "director",
      label: "part-2",
      details: { recipients: 1 },
    },
  ]);
  expect(await house.refused(house.supervisor, api.retractNote, retract)).toMatchObject({
    code: "note-retracted",
  });
  expect(await tasks()).toHaveLength(1);
  house.product.clock.moveTo(testNow);
});

test("retracting what nobody has leaves no task", async () => {
  const { noteId, patientId } = await signed();
  await tell(patientId, later({ hours: -1 }), "Told before it was written");
  await house.done(house.intern, api.retractNote, { noteId, reason: "Written twice." });
  const { rows } = await house.done(director, listTasks, { whose: "all" });
  expect(rows.filter((task) => task.patientId === patientId)).toEqual([]);
});

test("what was corrected after it had left says so, too", async () => {
  const { noteId, patientId } = await signed();
  await tell(patientId, testNow, "Larkspur Clinic");
  const { part } = await house.done(house.intern, api.readNote, { noteId });
  house.product.clock.moveTo(later({ minutes: 5 }));
  const corrected = await house.done(house.intern, api.correctNote, {
    noteId,
    part: { ...part, progress: "up" },
    reason: "Progress was misread.",
  });
  expect(corrected.toldTo).toEqual([]);
  expect(await toldTo(house.intern, noteId)).toEqual(["Larkspur Clinic"]);
  house.product.clock.moveTo(testNow);
});
