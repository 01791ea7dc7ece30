import { Problem, type ProblemDetails } from "#domain/contract/problem.ts";

/** Every refusal of notes and signatures, with what it means to HTTP. */
const refusals = {
  "findings-stand": 409,
  "attendance-changed": 409,
  "draft-changed": 409,
  "already-signed": 409,
  "objective-not-open": 409,
  "not-on-roster": 409,
  "session-not-over": 409,
  "session-cancelled": 409,
  "shared-missing": 409,
  "no-supervisor": 409,
  "not-staff": 409,
  "note-superseded": 409,
  "note-retracted": 409,
  "already-cosigned": 409,
  "already-returned": 409,
  "no-cosignature-needed": 409,
  "nothing-corrected": 409,
  "not-the-author": 403,
  "not-the-supervisor": 403,
} as const;
export type NoteConflict = keyof typeof refusals;

/** A refusal to be thrown. `fields` names what the person has to mend. */
export const noteConflict = (code: NoteConflict, details: ProblemDetails = {}): Problem =>
  new Problem(code, refusals[code], details);
