import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about the trail itself, errands and the running of it all. */
export const operationsDeeds: DeedWords = {
  "audit.export": {
    did: msg`exported the audit trail`,
    todo: msg({ context: "tried to", message: "export the audit trail" }),
  },
  "audit.list-lookers": {
    did: msg`looked at who looked at a record, day by day`,
    todo: msg({
      context: "tried to",
      message: "look at who looked at a record, day by day",
    }),
  },
  "audit.list-people": {
    did: msg`looked at who appears in the audit trail`,
    todo: msg({ context: "tried to", message: "look at who appears in the audit trail" }),
  },
  "audit.read": {
    did: msg`read a line of the audit trail`,
    todo: msg({ context: "tried to", message: "read a line of the audit trail" }),
  },
  "audit.search": {
    did: msg`searched the audit trail`,
    todo: msg({ context: "tried to", message: "search the audit trail" }),
  },
  "audit.verify": {
    did: msg`verified the audit trail`,
    todo: msg({ context: "tried to", message: "verify the audit trail" }),
  },
  "list.take-out": {
    did: msg`took a list out as a file`,
    todo: msg({ context: "tried to", message: "take a list out as a file" }),
  },
  "report.at-risk": {
    did: msg`looked at who is worth a look`,
    todo: msg({ context: "tried to", message: "look at who is worth a look" }),
  },
  "report.census": {
    did: msg`looked at who is in care, came or left`,
    todo: msg({ context: "tried to", message: "look at who is in care, came or left" }),
  },
  "report.coverage": {
    did: msg`looked at days that no payer covers`,
    todo: msg({ context: "tried to", message: "look at days that no payer covers" }),
  },
  "report.ended-stays": {
    did: msg`looked at stays that ended`,
    todo: msg({ context: "tried to", message: "look at stays that ended" }),
  },
  "report.groups": {
    did: msg`looked at how the groups were attended`,
    todo: msg({ context: "tried to", message: "look at how the groups were attended" }),
  },
  "report.late-notes": {
    did: msg`looked at the notes that are not signed`,
    todo: msg({ context: "tried to", message: "look at the notes that are not signed" }),
  },
  "report.privacy": {
    did: msg`looked at consents that end or are missing`,
    todo: msg({ context: "tried to", message: "look at consents that end or are missing" }),
  },
  "report.program": {
    did: msg`looked at how the program stands`,
    todo: msg({ context: "tried to", message: "look at how the program stands" }),
  },
  "report.what-left": {
    did: msg`looked at what left in the last thirty days`,
    todo: msg({ context: "tried to", message: "look at what left in the last thirty days" }),
  },
  "backup.restore": {
    did: msg`restored a backup`,
    todo: msg({ context: "tried to", message: "restore a backup" }),
  },
  "backup.take": {
    did: msg`took a backup`,
    todo: msg({ context: "tried to", message: "take a backup" }),
  },
  "draft.discard": {
    did: msg`threw away what they had not sent`,
    todo: msg({ context: "tried to", message: "throw away what they had not sent" }),
  },
  "draft.list": {
    did: msg`looked at their unfinished work`,
    todo: msg({ context: "tried to", message: "look at their unfinished work" }),
  },
  "draft.list-aged": {
    did: msg`looked at whose work lies unfinished`,
    todo: msg({ context: "tried to", message: "look at whose work lies unfinished" }),
  },
  "draft.save": {
    did: msg`wrote in a form`,
    todo: msg({ context: "tried to", message: "keep what they wrote in a form" }),
  },
  "draft-words.read": {
    did: msg`saw who else writes in a form`,
    todo: msg({ context: "tried to", message: "see who else writes in a form" }),
  },
  "errand.list": {
    did: msg`looked at errands`,
    todo: msg({ context: "tried to", message: "look at errands" }),
  },
  "errand.repeat": {
    did: msg`sent an errand again`,
    todo: msg({ context: "tried to", message: "send an errand again" }),
  },
  "errand.repeat-failed": {
    did: msg`sent all failed errands again`,
    todo: msg({ context: "tried to", message: "send all failed errands again" }),
  },
  "events.listen": {
    did: msg`had a screen kept up to date`,
    todo: msg({ context: "tried to", message: "have a screen kept up to date" }),
  },
  "organization.create": {
    did: msg`made an organization`,
    todo: msg({ context: "tried to", message: "make an organization" }),
  },
  "person.add": {
    did: msg`added a person who may sign in`,
    todo: msg({ context: "tried to", message: "add a person who may sign in" }),
  },
  "operations.read": {
    did: msg`opened the operations page`,
    todo: msg({ context: "tried to", message: "open the operations page" }),
  },
};
