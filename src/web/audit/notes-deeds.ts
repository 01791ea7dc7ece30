import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about the notes of sessions. */
export const noteDeeds: DeedWords = {
  "room-writer.meet": {
    did: msg`was in a session room where others may be writing`,
    todo: msg({ context: "tried to", message: "see who is writing in a session room" }),
  },
  "session.enter-room": {
    did: msg`opened a session room`,
    todo: msg({ context: "tried to", message: "open a session room" }),
  },
  "session.set-aside": {
    did: msg`set aside what a device had recorded and the session could not take`,
    todo: msg({
      context: "tried to",
      message: "set aside what a device had recorded and the session could not take",
    }),
  },
  "note-draft.write": {
    did: msg`wrote in the draft of a note`,
    todo: msg({ context: "tried to", message: "write in the draft of a note" }),
  },
  "note.sign": {
    did: msg`signed the notes of a session`,
    todo: msg({ context: "tried to", message: "sign the notes of a session" }),
  },
  "note.list": {
    did: msg`looked at the notes of a person`,
    todo: msg({ context: "tried to", message: "look at the notes of a person" }),
  },
  "note.read": {
    did: msg`read a note`,
    todo: msg({ context: "tried to", message: "read a note" }),
  },
  "note.queue": {
    did: msg`looked at notes that wait for a cosignature`,
    todo: msg({ context: "tried to", message: "look at notes that wait for a cosignature" }),
  },
  "note.overtaken": {
    did: msg`looked at notes that the attendance overtook`,
    todo: msg({ context: "tried to", message: "look at notes that the attendance overtook" }),
  },
  "note.cosign": {
    did: msg`cosigned a note`,
    todo: msg({ context: "tried to", message: "cosign a note" }),
  },
  "note.return": {
    did: msg`returned a note to its author`,
    todo: msg({ context: "tried to", message: "return a note to its author" }),
  },
  "note.addend": {
    did: msg`added to a signed note`,
    todo: msg({ context: "tried to", message: "add to a signed note" }),
  },
  "note.correct": {
    did: msg`corrected a signed note`,
    todo: msg({ context: "tried to", message: "correct a signed note" }),
  },
  "note.retract": {
    did: msg`retracted a note`,
    todo: msg({ context: "tried to", message: "retract a note" }),
  },
};
