import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about the organization and its records. */
export const practiceDeeds: DeedWords = {
  "home.read": {
    did: msg`opened their start page`,
    todo: msg({ context: "tried to", message: "open their start page" }),
  },
  "my-program.read": {
    did: msg`read about their program`,
    todo: msg({ context: "tried to", message: "read about their program" }),
  },
  "organization.change": {
    did: msg`changed the organization`,
    todo: msg({ context: "tried to", message: "change the organization" }),
  },
  "organization.history": {
    did: msg`read the history of the organization`,
    todo: msg({ context: "tried to", message: "read the history of the organization" }),
  },
  "organization.read": {
    did: msg`read the organization`,
    todo: msg({ context: "tried to", message: "read the organization" }),
  },
  "site.bring-back": {
    did: msg`brought back a site`,
    todo: msg({ context: "tried to", message: "bring back a site" }),
  },
  "site.change": {
    did: msg`changed a site`,
    todo: msg({ context: "tried to", message: "change a site" }),
  },
  "site.create": {
    did: msg`added a site`,
    todo: msg({ context: "tried to", message: "add a site" }),
  },
  "site.history": {
    did: msg`read the history of a site`,
    todo: msg({ context: "tried to", message: "read the history of a site" }),
  },
  "site.list": {
    did: msg`looked at sites`,
    todo: msg({ context: "tried to", message: "look at sites" }),
  },
  "site.read": {
    did: msg`read a site`,
    todo: msg({ context: "tried to", message: "read a site" }),
  },
  "site.retire": {
    did: msg`retired a site`,
    todo: msg({ context: "tried to", message: "retire a site" }),
  },
  "room.bring-back": {
    did: msg`brought back a room`,
    todo: msg({ context: "tried to", message: "bring back a room" }),
  },
  "room.change": {
    did: msg`changed a room`,
    todo: msg({ context: "tried to", message: "change a room" }),
  },
  "room.create": {
    did: msg`added a room`,
    todo: msg({ context: "tried to", message: "add a room" }),
  },
  "room.history": {
    did: msg`read the history of a room`,
    todo: msg({ context: "tried to", message: "read the history of a room" }),
  },
  "room.list": {
    did: msg`looked at rooms`,
    todo: msg({ context: "tried to", message: "look at rooms" }),
  },
  "room.read": {
    did: msg`read a room`,
    todo: msg({ context: "tried to", message: "read a room" }),
  },
  "room.retire": {
    did: msg`retired a room`,
    todo: msg({ context: "tried to", message: "retire a room" }),
  },
  "staff.bring-back": {
    did: msg`brought back a colleague`,
    todo: msg({ context: "tried to", message: "bring back a colleague" }),
  },
  "staff.change": {
    did: msg`changed a colleague`,
    todo: msg({ context: "tried to", message: "change a colleague" }),
  },
  "staff.create": {
    did: msg`added a colleague`,
    todo: msg({ context: "tried to", message: "add a colleague" }),
  },
  "staff.history": {
    did: msg`read the history of a colleague`,
    todo: msg({ context: "tried to", message: "read the history of a colleague" }),
  },
  "staff.list": {
    did: msg`looked at colleagues`,
    todo: msg({ context: "tried to", message: "look at colleagues" }),
  },
  "staff.read": {
    did: msg`read a colleague`,
    todo: msg({ context: "tried to", message: "read a colleague" }),
  },
  "staff.retire": {
    did: msg`retired a colleague`,
    todo: msg({ context: "tried to", message: "retire a colleague" }),
  },
  "credential.bring-back": {
    did: msg`brought back a credential`,
    todo: msg({ context: "tried to", message: "bring back a credential" }),
  },
  "credential.change": {
    did: msg`changed a credential`,
    todo: msg({ context: "tried to", message: "change a credential" }),
  },
  "credential.create": {
    did: msg`added a credential`,
    todo: msg({ context: "tried to", message: "add a credential" }),
  },
  "credential.history": {
    did: msg`read the history of a credential`,
    todo: msg({ context: "tried to", message: "read the history of a credential" }),
  },
  "credential.list": {
    did: msg`looked at credentials`,
    todo: msg({ context: "tried to", message: "look at credentials" }),
  },
  "credential.read": {
    did: msg`read a credential`,
    todo: msg({ context: "tried to", message: "read a credential" }),
  },
  "credential.retire": {
    did: msg`retired a credential`,
    todo: msg({ context: "tried to", message: "retire a credential" }),
  },
};
