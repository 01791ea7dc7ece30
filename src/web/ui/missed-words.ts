import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

const taken = msg`That session is made up for already. Choose another, or none.`;
const notMissed = msg`That session was not missed in this stay. Choose another, or none.`;

/** Why a make-up cannot be for the session that was chosen. */
export const missedWords: ProblemWords = {
  "made-up-already": taken,
  "makesUpFor.taken": taken,
  "nothing-missed": notMissed,
  "not-missed": notMissed,
};
