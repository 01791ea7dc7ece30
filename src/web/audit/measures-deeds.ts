import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about tasks, measures, and what people in care do themselves. */
export const measureDeeds: DeedWords = {
  "session.ask-code": {
    did: msg`asked for a sign-in code`,
    todo: msg({ context: "tried to", message: "ask for a sign-in code" }),
  },
  "session.sign-in-by-code": {
    did: msg`signed in with a code`,
    todo: msg({ context: "tried to", message: "sign in with a code" }),
  },
  "patient-account.read": {
    did: msg`looked whether somebody can sign in`,
    todo: msg({ context: "tried to", message: "look whether somebody can sign in" }),
  },
  "patient-account.open": {
    did: msg`opened an account for somebody in care`,
    todo: msg({ context: "tried to", message: "open an account for somebody in care" }),
  },
  "patient-account.end": {
    did: msg`ended the account of somebody in care`,
    todo: msg({ context: "tried to", message: "end the account of somebody in care" }),
  },
  "task.list": {
    did: msg`looked at tasks`,
    todo: msg({ context: "tried to", message: "look at tasks" }),
  },
  "task.read": {
    did: msg`read a task`,
    todo: msg({ context: "tried to", message: "read a task" }),
  },
  "task.history": {
    did: msg`read the history of a task`,
    todo: msg({ context: "tried to", message: "read the history of a task" }),
  },
  "task.create": {
    did: msg`wrote down a task`,
    todo: msg({ context: "tried to", message: "write down a task" }),
  },
  "task.take": {
    did: msg`took a task`,
    todo: msg({ context: "tried to", message: "take a task" }),
  },
  "task.close": {
    did: msg`closed a task`,
    todo: msg({ context: "tried to", message: "close a task" }),
  },
  "measure.list": {
    did: msg`looked at measures`,
    todo: msg({ context: "tried to", message: "look at measures" }),
  },
  "measure.read": {
    did: msg`read a measure`,
    todo: msg({ context: "tried to", message: "read a measure" }),
  },
  "measure.ask": {
    did: msg`asked a measure`,
    todo: msg({ context: "tried to", message: "ask a measure" }),
  },
  "measure.cancel": {
    did: msg`took a measure back`,
    todo: msg({ context: "tried to", message: "take a measure back" }),
  },
  "measure.answer": {
    did: msg`saved an answer of a measure`,
    todo: msg({ context: "tried to", message: "save an answer of a measure" }),
  },
  "measure.complete": {
    did: msg`completed a measure`,
    todo: msg({ context: "tried to", message: "complete a measure" }),
  },
  "my-measure.list": {
    did: msg`looked at the check-ins they had sent`,
    todo: msg({ context: "tried to", message: "look at the check-ins they had sent" }),
  },
  "my-measure.read": {
    did: msg`read their own check-in`,
    todo: msg({ context: "tried to", message: "read their own check-in" }),
  },
  "my-measure.answer": {
    did: msg`answered a question of their check-in`,
    todo: msg({ context: "tried to", message: "answer a question of their check-in" }),
  },
  "my-measure.complete": {
    did: msg`sent their check-in`,
    todo: msg({ context: "tried to", message: "send their check-in" }),
  },
  "my-today.read": {
    did: msg`looked at their day`,
    todo: msg({ context: "tried to", message: "look at their day" }),
  },
};
