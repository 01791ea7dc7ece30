import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about what the organization offers. */
export const programDeeds: DeedWords = {
  "program.list": {
    did: msg`looked at programs`,
    todo: msg({ context: "tried to", message: "look at programs" }),
  },
  "program.read": {
    did: msg`read a program`,
    todo: msg({ context: "tried to", message: "read a program" }),
  },
  "program.create": {
    did: msg`added a program`,
    todo: msg({ context: "tried to", message: "add a program" }),
  },
  "program.change": {
    did: msg`changed a program`,
    todo: msg({ context: "tried to", message: "change a program" }),
  },
  "program.history": {
    did: msg`read the history of a program`,
    todo: msg({ context: "tried to", message: "read the history of a program" }),
  },
  "program.retire": {
    did: msg`retired a program`,
    todo: msg({ context: "tried to", message: "retire a program" }),
  },
  "program.bring-back": {
    did: msg`brought back a program`,
    todo: msg({ context: "tried to", message: "bring back a program" }),
  },
  "track.create": {
    did: msg`added a track`,
    todo: msg({ context: "tried to", message: "add a track" }),
  },
  "track.change": {
    did: msg`changed a track`,
    todo: msg({ context: "tried to", message: "change a track" }),
  },
  "track.history": {
    did: msg`read the history of a track`,
    todo: msg({ context: "tried to", message: "read the history of a track" }),
  },
  "track.retire": {
    did: msg`retired a track`,
    todo: msg({ context: "tried to", message: "retire a track" }),
  },
  "track.bring-back": {
    did: msg`brought back a track`,
    todo: msg({ context: "tried to", message: "bring back a track" }),
  },
  "activity-type.list": {
    did: msg`looked at types of activity`,
    todo: msg({ context: "tried to", message: "look at types of activity" }),
  },
  "activity-type.read": {
    did: msg`read a type of activity`,
    todo: msg({ context: "tried to", message: "read a type of activity" }),
  },
  "activity-type.create": {
    did: msg`added a type of activity`,
    todo: msg({ context: "tried to", message: "add a type of activity" }),
  },
  "activity-type.change": {
    did: msg`changed a type of activity`,
    todo: msg({ context: "tried to", message: "change a type of activity" }),
  },
  "activity-type.history": {
    did: msg`read the history of a type of activity`,
    todo: msg({ context: "tried to", message: "read the history of a type of activity" }),
  },
  "activity-type.retire": {
    did: msg`retired a type of activity`,
    todo: msg({ context: "tried to", message: "retire a type of activity" }),
  },
  "activity-type.bring-back": {
    did: msg`brought back a type of activity`,
    todo: msg({ context: "tried to", message: "bring back a type of activity" }),
  },
  "level-of-care.list": {
    did: msg`looked at the levels of care`,
    todo: msg({ context: "tried to", message: "look at the levels of care" }),
  },
  "level-of-care.change": {
    did: msg`changed a level of care`,
    todo: msg({ context: "tried to", message: "change a level of care" }),
  },
  "level-of-care.history": {
    did: msg`read the history of a level of care`,
    todo: msg({ context: "tried to", message: "read the history of a level of care" }),
  },
  "level-of-care.use": {
    did: msg`looked at who has a level of care`,
    todo: msg({ context: "tried to", message: "look at who has a level of care" }),
  },
  "level-of-care.retire": {
    did: msg`retired a level of care`,
    todo: msg({ context: "tried to", message: "retire a level of care" }),
  },
  "level-of-care.bring-back": {
    did: msg`brought back a level of care`,
    todo: msg({ context: "tried to", message: "bring back a level of care" }),
  },
};
