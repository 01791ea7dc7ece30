import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import type { AuditEventView, AuditOutcome } from "#domain/audit/audit-event.ts";
import { deedWords } from "#web/audit/deed-words.ts";

type Said = Pick<AuditEventView, "actorName" | "verb" | "outcome">;

/** A line of the trail as a sentence: `Denise Okafor read a site`. A verb without words is named as it is. */
export const sayEvent = ({ actorName, verb, outcome }: Said): string => {
  const deed = deedWords[verb];
  const hasHappened = outcome === "done" || outcome === "read";
  if (deed === undefined)
    return hasHappened ? t`${actorName} did ${verb}` : t`${actorName} tried ${verb}`;
  const did = i18n._(deed.did);
  const todo = i18n._(deed.todo);
  return hasHappened ? t`${actorName} ${did}` : t`${actorName} tried to ${todo}`;
};

/** What happened in a list of choices: `Read a site`. */
export const sayDeed = (verb: string): string => {
  const deed = deedWords[verb];
  if (deed === undefined) return verb;
  const did = i18n._(deed.did);
  return did.charAt(0).toLocaleUpperCase() + did.slice(1);
};

/** Every verb with words, for a list of choices. */
export const knownVerbs: readonly string[] = Object.keys(deedWords);

const details: Readonly<Record<string, MessageDescriptor>> = {
  accountId: msg`Narrowed to the person`,
  recordId: msg`Narrowed to the record`,
  verb: msg`Narrowed to the verb`,
  outcome: msg`Narrowed to how it ended`,
  from: msg`From`,
  to: msg`Up to`,
  list: msg`List`,
  rows: msg`Rows`,
  isNarrowed: msg`Searched or filtered`,
};

/** What a further fact of a line is called; one without words is named as it is. */
export const sayDetail = (name: string): string => {
  const words = details[name];
  return words === undefined ? name : i18n._(words);
};

const outcomes: Readonly<Record<AuditOutcome, MessageDescriptor>> = {
  done: msg`Done`,
  read: msg`Read`,
  refused: msg`Refused`,
  failed: msg`Failed`,
};

export const sayOutcome = (outcome: AuditOutcome): string => i18n._(outcomes[outcome]);

const purposes: Readonly<Record<string, MessageDescriptor>> = {
  treatment: msg`Treatment`,
  payment: msg`Payment`,
  operations: msg`Health care operations`,
  "own-account": msg`Their own account`,
  public: msg`Public`,
};

export const sayPurpose = (purpose: string): string => {
  const known = purposes[purpose];
  return known === undefined ? purpose : i18n._(known);
};

const actorKinds: Readonly<Record<string, MessageDescriptor>> = {
  staff: msg`Staff`,
  patient: msg`Patient or family`,
  system: msg`The system by itself`,
  "command-line": msg`At the command line`,
};

export const sayActorKind = (kind: string): string => {
  const known = actorKinds[kind];
  return known === undefined ? kind : i18n._(known);
};

const recordKinds: Readonly<Record<string, MessageDescriptor>> = {
  affiliation: msg`A person’s access`,
  audit: msg`A line of the audit trail`,
  credential: msg`A credential`,
  errand: msg`An errand`,
  organization: msg`The organization`,
  room: msg`A room`,
  session: msg`A session`,
  series: msg`A weekly group`,
  membership: msg`A membership of a group`,
  closure: msg`Closed days`,
  "hour-rule": msg`An hour rule`,
  "attendance-rule": msg`An attendance rule`,
  site: msg`A site`,
  staff: msg`A colleague`,
};

export const sayRecordKind = (kind: string): string => {
  const known = recordKinds[kind];
  return known === undefined ? kind : i18n._(known);
};
