import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ErrandState } from "#domain/operations/errand.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";

const kinds: Readonly<Record<string, MessageDescriptor>> = {
  "send-invitation": msg`Letter: invitation`,
  "send-password-reset": msg`Letter: way to a new password`,
  "send-password-changed": msg`Letter: password was changed`,
  "send-care-welcome": msg`Letter: welcome to care`,
  "send-sign-in-code": msg`Letter: code to sign in`,
  "send-escalation": msg`Letter: a task was passed on`,
  "service-rendered": msg`Charges of a signed group`,
  "attendance-corrected": msg`Charges after a correction of attendance`,
  "escalate-task": msg`Passing on of a task`,
  "export.organization": msg`Export of the organization`,
  "imports.step": msg`A part of an import`,
};

/** What an errand is to do. A kind without words is named as it is. */
export const sayErrandKind = (kind: string): string => {
  const known = kinds[kind];
  return known === undefined ? kind : i18n._(known);
};

const states: Readonly<Record<ErrandState, MessageDescriptor>> = {
  failed: msg`Failed`,
  retrying: msg`Being retried`,
  waiting: msg`Waiting`,
  delivered: msg`Done`,
};

export const sayErrandState = (state: ErrandState): string => i18n._(states[state]);

const problems: Readonly<Record<string, MessageDescriptor>> = {
  ECONNREFUSED: msg`The mail server does not answer`,
  ESOCKET: msg`The connection to the mail server broke`,
  ECONNECTION: msg`The mail server cannot be reached`,
  ETIMEDOUT: msg`The mail server took too long`,
  EDNS: msg`The name of the mail server is unknown`,
  ENOTFOUND: msg`The name of the mail server is unknown`,
  ETLS: msg`The mail server offers no safe connection`,
  EAUTH: msg`The mail server refused our name or password`,
  EENVELOPE: msg`The mail server refused sender or receiver`,
  EMESSAGE: msg`The mail server refused the letter`,
  "no-handler": msg`This version does not know this kind of errand`,
  unexpected: msg`A fault of the system; the log of the server says more`,
};

/** Why an attempt did not work, from the code that was kept. */
export const sayErrandProblem = (code: string): string => {
  const known = problems[code];
  return known === undefined ? code : i18n._(known);
};

/** Sentences for the refusals of a repetition. */
export const repetitionWords: ProblemWords = {
  "errand-not-stuck": msg`This errand is done or on its way already. Nothing was changed.`,
};
