import * as notes from "#domain/charting/member-note.api.ts";
import * as drafts from "#domain/charting/note-draft.api.ts";
import * as overtaken from "#domain/charting/overtaken-note.api.ts";
import * as writers from "#domain/charting/room-writer.api.ts";
import * as rooms from "#domain/charting/session-room.api.ts";
import * as aside from "#domain/charting/set-aside.api.ts";
import * as kept from "#server/charting/member-note.service.ts";
import * as acts from "#server/charting/note-act.service.ts";
import { correctNote } from "#server/charting/note-correction.service.ts";
import { patchNoteDraft } from "#server/charting/note-draft.service.ts";
import { signSession, writeSignatureLast } from "#server/charting/note-signature.service.ts";
import { listOvertakenNotes } from "#server/charting/overtaken-note.service.ts";
import { meetRoomWriters } from "#server/charting/room-writer.service.ts";
import { readSessionRoom } from "#server/charting/session-room.service.ts";
import { setAside } from "#server/charting/set-aside.service.ts";
import { on, type MountedRoute } from "#server/platform/http/on.ts";

export const noteRoutes: readonly MountedRoute[] = [
  on(rooms.readSessionRoom, ({ work, session, input }) =>
    readSessionRoom(work, input.sessionId, session.staffId),
  ),
  on(writers.meetRoomWriters, ({ work, input }) => meetRoomWriters(work, input)),
  on(drafts.patchNoteDraft, ({ work, input }) => patchNoteDraft(work, input)),
  on(aside.setAside, ({ work, input }) => setAside(work, input)),
  on(rooms.signSession, ({ work, session, input }) =>
    signSession(work, session.staffId, input, writeSignatureLast),
  ),
  on(notes.listNotes, ({ work, input }) => kept.listNotes(work, input)),
  on(notes.readNote, ({ work, session, input }) =>
    kept.getNote(work, input.noteId, session.staffId),
  ),
  on(notes.addAddendum, ({ work, session, input }) =>
    acts.addAddendum(work, input, session.staffId),
  ),
  on(notes.correctNote, ({ work, session, input }) => correctNote(work, input, session.staffId)),
  on(notes.retractNote, ({ work, session, input }) =>
    acts.retractNote(work, input, session.staffId),
  ),
  on(notes.cosignNote, ({ work, session, input }) => acts.cosignNote(work, input, session.staffId)),
  on(notes.returnNote, ({ work, session, input }) => acts.returnNote(work, input, session.staffId)),
  on(notes.listCosignatures, ({ work, session, input }) =>
    kept.listCosignatures(work, input, session.staffId),
  ),
  on(overtaken.listOvertakenNotes, ({ work, session }) =>
    listOvertakenNotes(work, session.staffId),
  ),
];
