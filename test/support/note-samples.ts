import { newId } from "#server/platform/ids.ts";
import type { NoteRecords } from "#test/support/note-records.ts";

const part = (objectiveId: string) => ({
  objectiveId,
  participation: "some",
  response: "shared",
  progress: "up",
  risk: "none-noted",
  nextStep: null,
  sentence: "Another sentence of this very note.",
});

/** An input that each route about notes accepts. */
export const noteSamples = (
  record: NoteRecords,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> => {
  const { noteId, notedPatientId: patientId, notedObjectiveId: objectiveId } = record;
  const sessionId = record.signedSessionId;
  return {
    "GET /sessions/{sessionId}/room": { sessionId },
    "POST /sessions/{sessionId}/writers": { sessionId, at: patientId },
    "PATCH /sessions/{sessionId}/note-draft": {
      sessionId,
      patches: [{ id: newId(), patientId, field: "risk", value: "low", baseRevision: 0 }],
    },
    "POST /sessions/{sessionId}/set-aside": {
      sessionId,
      because: "already-signed",
      device: "Tablet KRX",
      events: [],
      words: [{ patientId, field: "sentence" }],
    },
    "POST /sessions/{sessionId}/signature": {
      sessionId,
      shared: null,
      rows: [{ patientId, ...part(objectiveId), attendanceVersion: 1, revision: 1 }],
    },
    "GET /patients/{patientId}/notes": { patientId },
    "GET /notes/{noteId}": { noteId },
    "POST /notes/{noteId}/addenda": { noteId, words: "More." },
    "POST /notes/{noteId}/correction": { noteId, part: part(objectiveId), reason: "because" },
    "POST /notes/{noteId}/retraction": { noteId, reason: "because" },
    "POST /notes/{noteId}/cosignature": { noteId, words: null },
    "POST /notes/{noteId}/return": { noteId, words: "More." },
    "GET /cosignatures": {},
    "GET /overtaken-notes": {},
  };
};
