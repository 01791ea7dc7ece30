import { Problem } from "#domain/contract/problem.ts";
import { draftLimits } from "#domain/drafts/draft-limits.ts";

export const draftTooLarge = (): Problem => new Problem("draft-too-large", 413);

export const tooManyDrafts = (): Problem =>
  new Problem("too-many-drafts", 409, { values: { count: draftLimits.openDrafts } });

/** The screen shows the work of one person and somebody else is signed in by now: nothing is kept as theirs. */
export const somebodyElse = (): Problem => new Problem("somebody-else", 409);
