import { isAllowed, type Actor } from "#domain/access/actor.ts";
import type { NoteConflict } from "#domain/charting/conflict.ts";
import type { NoteState } from "#domain/charting/member-note.ts";

/** What can be done with a signed note. */
export type NoteDeed = "addend" | "correct" | "retract" | "cosign" | "return";

interface Who extends Pick<Actor, "permissions" | "accountId"> {
  readonly staffId: string | null;
}

interface Judged {
  readonly state: NoteState;
  readonly needsCosignature: boolean;
  readonly authorStaffId: string;
  readonly supervisorStaffId: string | null;
  /** The account that signed it. */
  readonly accountId: string;
}

const supervises = (who: Who, note: Judged): NoteConflict | null => {
  if (!note.needsCosignature) return "no-cosignature-needed";
  if (note.state === "cosigned") return "already-cosigned";
  // As whichever colleague they are entered since: what one signed oneself waits for somebody else.
  if (who.accountId === note.accountId) return "not-the-supervisor";
  return who.staffId !== null && who.staffId === note.supervisorStaffId
    ? null
    : "not-the-supervisor";
};

/**
 * Why this person cannot do this with this note, or null. Only its author puts a note right; its author or whoever may cosign
 * retracts it; only the supervisor named in the signature cosigns or returns it. What was replaced or retracted stays as it is.
 */
export const noteRefusal = (
  who: Who,
  deed: NoteDeed,
  note: Judged,
): NoteConflict | "not-allowed" | null => {
  const permission = deed === "cosign" || deed === "return" ? "notes:cosign" : "notes:sign";
  if (!isAllowed(who, permission)) return "not-allowed";
  if (note.state === "retracted") return "note-retracted";
  if (note.state === "superseded") return "note-superseded";
  const isAuthor = who.staffId !== null && who.staffId === note.authorStaffId;
  switch (deed) {
    case "addend":
      return who.staffId === null ? "not-staff" : null;
    case "correct":
      return isAuthor ? null : "not-the-author";
    case "retract":
      return isAuthor || isAllowed(who, "notes:cosign") ? null : "not-the-author";
    case "cosign":
      return supervises(who, note);
    case "return":
      // Two comments would ask the author for two things at once, and the second letter comes to somebody who is at it.
      return supervises(who, note) ?? (note.state === "returned" ? "already-returned" : null);
  }
};

/**
 * Whether somebody is told to whom a note went before it was put right: whoever wrote it or answers for it, for they are to say so
 * to those who rely on it, and whoever reads the accounting anyway. Of an amendment that the patient asked for
 * 45 CFR 164.526(c)(3) wants the same.
 */
export const knowsWhereItWent = (who: Who, note: Omit<Judged, "state">): boolean =>
  isAllowed(who, "disclosures:read") ||
  noteRefusal(who, "retract", { ...note, state: "signed" }) === null ||
  (who.staffId !== null && who.staffId === note.supervisorStaffId);
