import { i18n as catalogue, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { sayDate } from "#web/platform/dates.ts";
import { waitSentence } from "#web/platform/wait-sentence.ts";
import type { FieldProblem, Problem, ProblemValues } from "#domain/contract/problem.ts";

/** Sentences by problem code. Values of the problem fill `{names}` in the sentence. */
export type ProblemWords = Readonly<Record<string, MessageDescriptor>>;

const problems: ProblemWords = {
  offline: msg`No connection. Nothing is lost; try again when the network is back.`,
  "invalid-input": msg`Something here is not filled in as it should be. See the marked fields.`,
  "signed-out": msg`You are signed out. Sign in to go on.`,
  "confirmation-needed": msg`This needs your password once more. Nothing was changed.`,
  "not-allowed": msg`Your role does not include this. Someone who manages people here can change that.`,
  "not-found": msg`Nothing here, or not yours to see.`,
  "idempotency-key-reused": msg`This was sent once already with other content. Look at what is there, then try again.`,
  "already-sent": msg`You sent this already, and it took effect once. Look at what is there.`,
  "changed-meanwhile": msg`Someone else changed this a moment ago. Look at the new version, then make your change again.`,
  "too-large": msg`This file is too large.`,
  "wrong-media-type": msg`This kind of file cannot be read here.`,
  "too-many-rows": msg`These are more than {most} rows. Search or filter first, then export.`,
  "too-many-tries": msg`Too many tries. Wait a few minutes, then try again.`,
  "not-ready": msg`The server is not ready. Nothing is lost; try again in a moment.`,
};

const unknownProblem = msg`Something went wrong on our side. What you typed is kept. Try again in a moment.`;

const fields: ProblemWords = {
  required: msg`Fill this in.`,
  missing: msg`Fill this in.`,
  "too-long": msg`At most {maximum} characters.`,
  "too-small": msg`This is less than allowed.`,
  "too-big": msg`This is more than allowed.`,
  "not-a-choice": msg`Choose one from the list.`,
  "invalid-email": msg`Write an e-mail address, like name@example.org.`,
  "not-a-date": msg`Write a date, like 11/19/2026.`,
  "date-out-of-range": msg`This date is too far away.`,
  "unknown-time-zone": msg`Choose a time zone from the list.`,
  taken: msg`This is already used.`,
};

const unknownField = msg`This is not filled in as it should be.`;

/** A day as people say it; every other value as it is. */
const sayValue = (value: ProblemValues[string]): ProblemValues[string] =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/u.test(value) ? sayDate(value) : value;

const say = (descriptor: MessageDescriptor, values: ProblemValues): string => {
  const said = Object.entries(values).map(([name, value]) => [name, sayValue(value)] as const);
  return catalogue._({
    ...descriptor,
    values: { ...descriptor.values, ...Object.fromEntries(said) },
  });
};

/** The sentence for a failure: the act's own words first, then those every act shares. */
export const sayProblem = (problem: Problem, own: ProblemWords = {}): string =>
  waitSentence(problem) ??
  say(own[problem.code] ?? problems[problem.code] ?? unknownProblem, problem.values);

/** Of a text the limit is a number of characters, of everything else an amount. */
const codeOf = ({ code, values }: FieldProblem): string =>
  code === "too-big" && values?.["origin"] === "string" ? "too-long" : code;

/** The sentence beside a field that was refused. Looks for `field.code`, then `code`. */
export const sayField = (name: string, field: FieldProblem, own: ProblemWords = {}): string =>
  say(
    own[`${name}.${field.code}`] ?? own[field.code] ?? fields[codeOf(field)] ?? unknownField,
    field.values ?? {},
  );
