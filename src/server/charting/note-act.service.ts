import { labelOf } from "#domain/basics/label.ts";
import { serviceRenderedKind, type ServiceRendered } from "#domain/charting/charting.events.ts";
import { noteConflict } from "#domain/charting/conflict.ts";
import type { MemberNote, NoteActKind } from "#domain/charting/member-note.ts";
import { noteRefusal, type NoteDeed } from "#domain/charting/note.policy.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import { contentHash } from "#server/charting/note-hash.ts";
import * as queries from "#server/charting/member-note.queries.ts";
import { getNote, judgedOf, toldToOf } from "#server/charting/member-note.service.ts";
import { announce } from "#server/platform/live/announce.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import type { Work } from "#server/platform/work.ts";
import { raiseTask } from "#server/tasks/task.service.ts";

/** The note, held for this act, when it is there and this person may do this with it. */
export const holdFor = async (
  work: Work,
  deed: NoteDeed,
  noteId: string,
  staffId: string | null,
): Promise<queries.NoteRead> => {
  await queries.holdNote(work, noteId);
  const row = await queries.findNote(work, noteId);
  if (row === undefined) throw notFound();
  const who = { ...work.actor, staffId };
  const refusal = noteRefusal(who, deed, judgedOf(row));
  if (refusal === "not-allowed") throw problem("not-allowed");
  if (refusal !== null) throw noteConflict(refusal);
  return row;
};

/** Tells whoever listens that what was rendered is now signed otherwise, and the open screens that a note changed. */
export const tellRendered = async (
  work: Work,
  act: ServiceRendered["act"],
  { sessionId, noteId }: { readonly sessionId: string; readonly noteId: string },
): Promise<void> => {
  // `enqueue` takes flat payloads: the note is named by the record, the session beside it.
  await enqueue(work, {
    kind: serviceRenderedKind,
    recordId: sessionId,
    payload: { act, sessionId, noteIds: noteId },
  });
};

const addAct = async (
  work: Work,
  deed: NoteDeed,
  kind: NoteActKind,
  input: {
    readonly noteId: string;
    readonly words: string | null;
    readonly staffId: string | null;
  },
): Promise<queries.NoteRead> => {
  const { noteId, words, staffId } = input;
  const row = await holdFor(work, deed, noteId, staffId);
  const id = work.newId();
  const staffName = staffId === null ? undefined : await queries.findStaffName(work, staffId);
  const actorName = staffName ?? work.actor.name;
  const content = {
    id,
    noteId,
    kind,
    words,
    actorName,
    staffId,
    at: work.now.toString(),
    accountId: work.actor.accountId,
    noteHash: row.contentSha256.toString("hex"),
  };
  const hash = contentHash("act", content);
  const { patientId } = row;
  await queries.insertAct(work, { id, noteId, patientId, kind, words, staffId, actorName, hash });
  announce(work, "note", noteId);
  return row;
};

/** Adds to a signed note. What was signed stays as it was. */
export const addAddendum = async (
  work: Work,
  input: { readonly noteId: string; readonly words: string },
  staffId: string | null,
): Promise<MemberNote> => {
  await addAct(work, "addend", "addendum", { ...input, staffId });
  return getNote(work, input.noteId, staffId);
};

/** A supervisor's signature under the note of somebody they supervise; from now on a payer may rely on it. */
export const cosignNote = async (
  work: Work,
  input: { readonly noteId: string; readonly words: string | null },
  staffId: string | null,
): Promise<MemberNote> => {
  const { sessionId } = await addAct(work, "cosign", "cosign", { ...input, staffId });
  await tellRendered(work, "cosigned", { sessionId, noteId: input.noteId });
  return getNote(work, input.noteId, staffId);
};

/** Gives a note back to its author, with what is to be put right. */
export const returnNote = async (
  work: Work,
  input: { readonly noteId: string; readonly words: string },
  staffId: string | null,
): Promise<MemberNote> => {
  await addAct(work, "return", "return", { ...input, staffId });
  return getNote(work, input.noteId, staffId);
};

/** What had left the house with a note is not called back by retracting it: somebody has to tell whoever has it. */
const leaveToTell = async (work: Work, row: queries.NoteRead): Promise<void> => {
  const recipients = toldToOf(row).length;
  if (recipients === 0) return;
  await raiseTask(work, {
    kind: "tell-of-retraction",
    patientId: row.patientId,
    label: labelOf(row.label),
    record: { kind: "note", id: row.id },
    details: { recipients },
    ownerStaffId: null,
  });
};

/** Says that a note was written in error. It is kept, with who said so, when and why. */
export const retractNote = async (
  work: Work,
  { noteId, reason }: { readonly noteId: string; readonly reason: string },
  staffId: string | null,
): Promise<MemberNote> => {
  const row = await addAct(work, "retract", "retract", { noteId, words: reason, staffId });
  await tellRendered(work, "retracted", { sessionId: row.sessionId, noteId });
  await leaveToTell(work, row);
  return getNote(work, noteId, staffId);
};
