import { msg } from "@lingui/core/macro";
import type { DeedWords } from "#web/audit/deed.ts";

/** Deeds about what is billed: days, claims, holds and files. */
export const billingDeeds: DeedWords = {
  "day-charge.list": {
    did: msg`read the charges of days`,
    todo: msg({ context: "tried to", message: "read the charges of days" }),
  },
  "day-charge.bills": {
    did: msg`looked at which bills the days that are ready go into`,
    todo: msg({
      context: "tried to",
      message: "look at which bills the days that are ready go into",
    }),
  },
  "day-charge.explain": {
    did: msg`looked at what a day would bill`,
    todo: msg({ context: "tried to", message: "look at what a day would bill" }),
  },
  "day-charge.preview": {
    did: msg`looked at what a date would bill`,
    todo: msg({ context: "tried to", message: "look at what a date would bill" }),
  },
  "day-charge.session": {
    did: msg`looked at what a session would bill`,
    todo: msg({ context: "tried to", message: "look at what a session would bill" }),
  },
  "day-charge.recompute": {
    did: msg`reckoned the charges of days anew`,
    todo: msg({ context: "tried to", message: "reckon the charges of days anew" }),
  },
  "day-charge.release": {
    did: msg`let a day be billed without an authorization`,
    todo: msg({
      context: "tried to",
      message: "let a day be billed without an authorization",
    }),
  },
  "day-charge.take-back": {
    did: msg`took back that a day is billed without an authorization`,
    todo: msg({
      context: "tried to",
      message: "take back that a day is billed without an authorization",
    }),
  },
  "contract.trial": {
    did: msg`tried a contract out on a day`,
    todo: msg({ context: "tried to", message: "try a contract out on a day" }),
  },
  "claim.list": {
    did: msg`read the list of claims`,
    todo: msg({ context: "tried to", message: "read the list of claims" }),
  },
  "claim.find": {
    did: msg`looked for a claim, a file or a payer`,
    todo: msg({ context: "tried to", message: "look for a claim, a file or a payer" }),
  },
  "claim.sum": {
    did: msg`looked at what claims come to`,
    todo: msg({ context: "tried to", message: "look at what claims come to" }),
  },
  "claim.read": {
    did: msg`read a claim`,
    todo: msg({ context: "tried to", message: "read a claim" }),
  },
  "claim.history": {
    did: msg`read the history of a claim`,
    todo: msg({ context: "tried to", message: "read the history of a claim" }),
  },
  "claim.build": {
    did: msg`built claims`,
    todo: msg({ context: "tried to", message: "build claims" }),
  },
  "claim.rehearse": {
    did: msg`looked at what claims the ready days would become`,
    todo: msg({ context: "tried to", message: "look at what claims the ready days would become" }),
  },
  "claim.scrub": {
    did: msg`checked a claim again`,
    todo: msg({ context: "tried to", message: "check a claim again" }),
  },
  "claim.release": {
    did: msg`released a claim`,
    todo: msg({ context: "tried to", message: "release a claim" }),
  },
  "claim.correct": {
    did: msg`corrected a claim`,
    todo: msg({ context: "tried to", message: "correct a claim" }),
  },
  "claim.build-alike": {
    did: msg`built claims anew that waited for the same`,
    todo: msg({ context: "tried to", message: "build claims anew that waited for the same" }),
  },
  "claim.rehearse-correction": {
    did: msg`looked at what a correction of a claim would say otherwise`,
    todo: msg({
      context: "tried to",
      message: "look at what a correction of a claim would say otherwise",
    }),
  },
  "claim.void": {
    did: msg`voided a claim`,
    todo: msg({ context: "tried to", message: "void a claim" }),
  },
  "claim.withdraw": {
    did: msg`withdrew a claim`,
    todo: msg({ context: "tried to", message: "withdraw a claim" }),
  },
  "claim-file.create": {
    did: msg`made files of claims`,
    todo: msg({ context: "tried to", message: "make files of claims" }),
  },
  "claim-file.rehearse": {
    did: msg`looked at what files of claims would hold`,
    todo: msg({ context: "tried to", message: "look at what files of claims would hold" }),
  },
  "claim-file.sum": {
    did: msg`looked at how many claims could be sent`,
    todo: msg({ context: "tried to", message: "look at how many claims could be sent" }),
  },
  "claim-file.list": {
    did: msg`read the list of claim files`,
    todo: msg({ context: "tried to", message: "read the list of claim files" }),
  },
  "claim-file.read": {
    did: msg`read a claim file`,
    todo: msg({ context: "tried to", message: "read a claim file" }),
  },
  "claim-file.download": {
    did: msg`downloaded a claim file`,
    todo: msg({ context: "tried to", message: "download a claim file" }),
  },
  "claim-file.hand-over": {
    did: msg`handed a claim file over`,
    todo: msg({ context: "tried to", message: "hand a claim file over" }),
  },
  "claim-file.take-back": {
    did: msg`took back a claim file that had not left`,
    todo: msg({ context: "tried to", message: "take back a claim file" }),
  },
  "claim-file.sum-unanswered": {
    did: msg`looked at how many claim files wait for an answer`,
    todo: msg({
      context: "tried to",
      message: "look at how many claim files wait for an answer",
    }),
  },
  "claim-file.send-again": {
    did: msg`billed the rejected claims of a file again`,
    todo: msg({ context: "tried to", message: "bill the rejected claims of a file again" }),
  },
  "acknowledgment.take-in": {
    did: msg`took in what a receiver answered to claim files`,
    todo: msg({
      context: "tried to",
      message: "take in what a receiver answered to claim files",
    }),
  },
  "acknowledgment.note": {
    did: msg`noted what a receiver said of a claim file`,
    todo: msg({ context: "tried to", message: "note what a receiver said of a claim file" }),
  },
  "hold.list": {
    did: msg`read what is held from billing`,
    todo: msg({ context: "tried to", message: "read what is held from billing" }),
  },
  "hold.release": {
    did: msg`released a hold`,
    todo: msg({ context: "tried to", message: "release a hold" }),
  },
};
