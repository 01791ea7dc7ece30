import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Closure, Urgency } from "#domain/tasks/task-kind.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";

/** How a task may end, in words. */
export const closureWords: Readonly<Record<Closure, MessageDescriptor>> = {
  reached: msg`Spoke with the person`,
  "emergency-called": msg`Emergency services called`,
  "handed-on": msg`Handed on`,
  done: msg`Done`,
  "not-needed": msg`No longer needed`,
};

export const urgencyWords: Readonly<Record<Urgency, MessageDescriptor>> = {
  crisis: msg`Crisis`,
  today: msg`Today`,
  soon: msg`Soon`,
};

export const taskWords: ProblemWords = {
  "asked-already": msg`Somebody asked for this already. It stands among everybody’s tasks.`,
  closed: msg`Somebody closed this task already.`,
  "in-the-past": msg`This hour is over. Choose a later one.`,
  taken: msg`Somebody took this a moment ago. Their name stands with it.`,
  "no-staff-record": msg`Your sign-in belongs to no colleague in Staff, so no task can be yours. Ask whoever manages people.`,
};
