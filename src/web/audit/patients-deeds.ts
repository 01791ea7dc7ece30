import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about the people in care: their facts, those around them, their consents, and what was told of them. */
export const patientDeeds: DeedWords = {
  "patient.search": {
    did: msg`looked for patients`,
    todo: msg({ context: "tried to", message: "look for patients" }),
  },
  "patient.read": {
    did: msg`read the facts of a patient`,
    todo: msg({ context: "tried to", message: "read the facts of a patient" }),
  },
  "patient.duplicates": {
    did: msg`looked for likely duplicates`,
    todo: msg({ context: "tried to", message: "look for likely duplicates" }),
  },
  "patient.register": {
    did: msg`registered a patient`,
    todo: msg({ context: "tried to", message: "register a patient" }),
  },
  "patient.change": {
    did: msg`changed the facts of a patient`,
    todo: msg({ context: "tried to", message: "change the facts of a patient" }),
  },
  "patient.history": {
    did: msg`read the history of a patient`,
    todo: msg({ context: "tried to", message: "read the history of a patient" }),
  },
  "patient.retire": {
    did: msg`took a patient’s record out of use`,
    todo: msg({ context: "tried to", message: "take a patient’s record out of use" }),
  },
  "patient.bring-back": {
    did: msg`took a patient’s record into use again`,
    todo: msg({ context: "tried to", message: "take a patient’s record into use again" }),
  },
  "patient-contact.list": {
    did: msg`looked at the people around a patient`,
    todo: msg({ context: "tried to", message: "look at the people around a patient" }),
  },
  "patient-contact.create": {
    did: msg`added somebody around a patient`,
    todo: msg({ context: "tried to", message: "add somebody around a patient" }),
  },
  "patient-contact.change": {
    did: msg`changed somebody around a patient`,
    todo: msg({ context: "tried to", message: "change somebody around a patient" }),
  },
  "patient-contact.history": {
    did: msg`read the history of somebody around a patient`,
    todo: msg({ context: "tried to", message: "read the history of somebody around a patient" }),
  },
  "patient-contact.retire": {
    did: msg`retired somebody around a patient`,
    todo: msg({ context: "tried to", message: "retire somebody around a patient" }),
  },
  "patient-contact.bring-back": {
    did: msg`brought back somebody around a patient`,
    todo: msg({ context: "tried to", message: "bring back somebody around a patient" }),
  },
  "consent.list": {
    did: msg`looked at the consents of a patient`,
    todo: msg({ context: "tried to", message: "look at the consents of a patient" }),
  },
  "consent.create": {
    did: msg`wrote down a consent`,
    todo: msg({ context: "tried to", message: "write down a consent" }),
  },
  "consent.change": {
    did: msg`changed a consent`,
    todo: msg({ context: "tried to", message: "change a consent" }),
  },
  "consent.revoke": {
    did: msg`wrote down that a consent is revoked`,
    todo: msg({ context: "tried to", message: "write down that a consent is revoked" }),
  },
  "consent.end": {
    did: msg`wrote down that a consent has ended`,
    todo: msg({ context: "tried to", message: "write down that a consent has ended" }),
  },
  "consent.history": {
    did: msg`read the history of a consent`,
    todo: msg({ context: "tried to", message: "read the history of a consent" }),
  },
  "patient.list-duplicates": {
    did: msg`looked which records are of one person`,
    todo: msg({ context: "tried to", message: "look which records are of one person" }),
  },
  "patient.mark-duplicate": {
    did: msg`marked a patient’s record as a duplicate`,
    todo: msg({ context: "tried to", message: "mark a patient’s record as a duplicate" }),
  },
  "patient.unmark-duplicate": {
    did: msg`took back that a patient’s record is a duplicate`,
    todo: msg({
      context: "tried to",
      message: "take back that a patient’s record is a duplicate",
    }),
  },
  "court-order.list": {
    did: msg`looked at the papers of courts about a patient`,
    todo: msg({ context: "tried to", message: "look at the papers of courts about a patient" }),
  },
  "court-order.create": {
    did: msg`wrote down a paper of a court`,
    todo: msg({ context: "tried to", message: "write down a paper of a court" }),
  },
  "court-order.end": {
    did: msg`ended an order of a court`,
    todo: msg({ context: "tried to", message: "end an order of a court" }),
  },
  "court-order.history": {
    did: msg`read the history of a paper of a court`,
    todo: msg({ context: "tried to", message: "read the history of a paper of a court" }),
  },
  "disclosure.tell-parent": {
    did: msg`told a minor’s parent of a threat to life`,
    todo: msg({ context: "tried to", message: "tell a minor’s parent of a threat to life" }),
  },
  "record-review.list": {
    did: msg`looked at the audits of records by others`,
    todo: msg({ context: "tried to", message: "look at the audits of records by others" }),
  },
  "record-review.create": {
    did: msg`wrote down an audit of records by somebody else`,
    todo: msg({ context: "tried to", message: "write down an audit of records by somebody else" }),
  },
  "record-review.end": {
    did: msg`ended an audit of records by somebody else`,
    todo: msg({ context: "tried to", message: "end an audit of records by somebody else" }),
  },
  "record-review.history": {
    did: msg`read the history of an audit of records`,
    todo: msg({ context: "tried to", message: "read the history of an audit of records" }),
  },
  "restriction.list": {
    did: msg`looked at what a patient asked to be kept back`,
    todo: msg({ context: "tried to", message: "look at what a patient asked to be kept back" }),
  },
  "restriction.create": {
    did: msg`wrote down what a patient asks to be kept back`,
    todo: msg({ context: "tried to", message: "write down what a patient asks to be kept back" }),
  },
  "restriction.answer": {
    did: msg`answered what a patient asks to be kept back`,
    todo: msg({ context: "tried to", message: "answer what a patient asks to be kept back" }),
  },
  "restriction.end": {
    did: msg`wrote down that nothing more is to be kept back`,
    todo: msg({ context: "tried to", message: "write down that nothing more is to be kept back" }),
  },
  "restriction.history": {
    did: msg`read the history of what was to be kept back`,
    todo: msg({ context: "tried to", message: "read the history of what was to be kept back" }),
  },
  "disclosure.tell-in-emergency": {
    did: msg`wrote down what was told in an emergency`,
    todo: msg({ context: "tried to", message: "write down what was told in an emergency" }),
  },
  "disclosure.list": {
    did: msg`read what was told of a patient`,
    todo: msg({ context: "tried to", message: "read what was told of a patient" }),
  },
  "disclosure.make": {
    did: msg`told somebody about a patient`,
    todo: msg({ context: "tried to", message: "tell somebody about a patient" }),
  },
};
