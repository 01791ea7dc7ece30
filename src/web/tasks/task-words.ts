import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Urgency } from "#domain/tasks/task-kind.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";

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
