import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ProblemWords } from "#web/platform/problem-words.ts";

const bands: Readonly<Record<string, MessageDescriptor>> = {
  minimal: msg`Minimal`,
  mild: msg`Mild`,
  moderate: msg`Moderate`,
  "moderately-severe": msg`Moderately severe`,
  severe: msg`Severe`,
};

/** The name of a band of severity; one that is new to the screens is named as it is. */
export const bandWord = (code: string): MessageDescriptor | string => bands[code] ?? code;

export const measureWords: ProblemWords = {
  completed: msg`This is completed already. What was answered stands.`,
  cancelled: msg`This was taken back.`,
  "nothing-answered": msg`Nothing is answered yet.`,
  "asked-already": msg`It is asked for that day already. It stands in the list and is answered there.`,
  "enrollment-ended": msg`This stay has ended. Measures are asked in a stay that runs.`,
};
