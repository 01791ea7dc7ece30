import { Problem, type FieldProblem, type ProblemValues } from "#domain/contract/problem.ts";

/** Refusals of this noun's own (409): what is asked for and what is there do not fit. */
export type AdmissionConflict =
  | "already-enrolled"
  | "level-not-offered"
  | "track-retired"
  | "staff-retired"
  | "stay-ended"
  | "stay-running";

export const conflict = (
  code: AdmissionConflict,
  details: { values?: ProblemValues; fields?: Readonly<Record<string, FieldProblem>> } = {},
): Problem => new Problem(code, 409, details);
