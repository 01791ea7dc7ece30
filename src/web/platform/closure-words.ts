import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Closure } from "#domain/tasks/task-kind.ts";

/** How a task may end, in words. */
export const closureWords: Readonly<Record<Closure, MessageDescriptor>> = {
  reached: msg`Spoke with the person`,
  "emergency-called": msg`Emergency services called`,
  "handed-on": msg`Handed on`,
  done: msg`Done`,
  "not-needed": msg`No longer needed`,
};
