import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { NoteActKind, NoteState } from "#domain/charting/member-note.ts";
import { roomWords } from "#web/charting/room-words.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import type { Meaning } from "#web/ui/chip.tsx";

export const noteStateWords: Readonly<Record<NoteState, MessageDescriptor>> = {
  signed: msg`Signed`,
  waiting: msg`Waits for cosignature`,
  returned: msg`Returned`,
  cosigned: msg`Cosigned`,
  superseded: msg`Corrected`,
  retracted: msg`Retracted`,
};

/** Signed and cosigned notes are as they should be, the others wait or count no more. */
export const noteStateMeanings: Readonly<Record<NoteState, Meaning | undefined>> = {
  signed: "ontime",
  waiting: "short",
  returned: "held",
  cosigned: "ontime",
  superseded: undefined,
  retracted: undefined,
};

export const noteActWords: Readonly<Record<NoteActKind, MessageDescriptor>> = {
  cosign: msg`Cosigned`,
  return: msg`Returned with comments`,
  addendum: msg`Addendum`,
  retract: msg`Retracted`,
};

/** What acts on a signed note may be answered with. */
export const noteWords: ProblemWords = {
  ...roomWords,
  "findings-stand": msg`Not signed yet: look at what is marked, then sign again.`,
  "not-the-supervisor": msg`Only the supervisor named in the signature does this.`,
  "already-cosigned": msg`This was cosigned already.`,
  "already-returned": msg`This was returned already; its author has it to put right.`,
  "no-cosignature-needed": msg`This note needs no cosignature.`,
};
