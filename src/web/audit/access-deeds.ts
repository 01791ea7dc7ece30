import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about accounts, sessions and people's access. */
export const accessDeeds: DeedWords = {
  "account.change": {
    did: msg`changed their own account`,
    todo: msg({ context: "tried to", message: "change their own account" }),
  },
  "affiliation.change-roles": {
    did: msg`changed a person’s roles`,
    todo: msg({ context: "tried to", message: "change a person’s roles" }),
  },
  "affiliation.end": {
    did: msg`ended a person’s access`,
    todo: msg({ context: "tried to", message: "end a person’s access" }),
  },
  "affiliation.invite": {
    did: msg`invited a person`,
    todo: msg({ context: "tried to", message: "invite a person" }),
  },
  "affiliation.invite-again": {
    did: msg`sent an invitation again`,
    todo: msg({ context: "tried to", message: "send an invitation again" }),
  },
  "affiliation.list": {
    did: msg`looked at who may sign in`,
    todo: msg({ context: "tried to", message: "look at who may sign in" }),
  },
  "affiliation.read": {
    did: msg`read a person’s access`,
    todo: msg({ context: "tried to", message: "read a person’s access" }),
  },
  "invitation.accept": {
    did: msg`accepted an invitation`,
    todo: msg({ context: "tried to", message: "accept an invitation" }),
  },
  "invitation.read": {
    did: msg`opened an invitation`,
    todo: msg({ context: "tried to", message: "open an invitation" }),
  },
  "password.ask-reset": {
    did: msg`asked for a new password`,
    todo: msg({ context: "tried to", message: "ask for a new password" }),
  },
  "password.change": {
    did: msg`changed their password`,
    todo: msg({ context: "tried to", message: "change their password" }),
  },
  "password.read-reset": {
    did: msg`opened a letter for a new password`,
    todo: msg({ context: "tried to", message: "open a letter for a new password" }),
  },
  "password.reset": {
    did: msg`set a new password from a letter`,
    todo: msg({ context: "tried to", message: "set a new password from a letter" }),
  },
  "session.change-organization": {
    did: msg`changed the organization they work in`,
    todo: msg({ context: "tried to", message: "change the organization they work in" }),
  },
  "session.confirm": {
    did: msg`confirmed who they are`,
    todo: msg({ context: "tried to", message: "confirm who they are" }),
  },
  "session.end": {
    did: msg`ended a session on another device`,
    todo: msg({ context: "tried to", message: "end a session on another device" }),
  },
  "session.end-confirmation": {
    did: msg`ended their confirmation`,
    todo: msg({ context: "tried to", message: "end their confirmation" }),
  },
  "session.list": {
    did: msg`looked at their sessions`,
    todo: msg({ context: "tried to", message: "look at their sessions" }),
  },
  "session.open-vault": {
    did: msg`opened what this device keeps of their work`,
    todo: msg({ context: "tried to", message: "open what this device keeps of their work" }),
  },
  "session.read": {
    did: msg`opened Stepwell`,
    todo: msg({ context: "tried to", message: "open Stepwell" }),
  },
  "session.sign-in": {
    did: msg`signed in`,
    todo: msg({ context: "tried to", message: "sign in" }),
  },
  "session.sign-out": {
    did: msg`signed out`,
    todo: msg({ context: "tried to", message: "sign out" }),
  },
};
