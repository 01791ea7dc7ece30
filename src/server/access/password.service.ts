import { setTimeout as delay } from "node:timers/promises";
import {
  letterPause,
  afterFailure,
  secondsToWait,
  type PauseRule,
} from "#domain/access/sign-in-pause.ts";
import type { changePassword as changeContract } from "#domain/access/password.api.ts";
import { Problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import {
  findAccountByEmail,
  getAccount,
  type AccountRow,
  type Belonging,
} from "#server/access/account.queries.ts";
import type { Apart } from "#server/access/apart.ts";
import { choosePassword } from "#server/access/choose-password.ts";
import { openLink } from "#server/access/link.ts";
import { closeLinks } from "#server/access/link.queries.ts";
import { lastOrganization, replaceToken, revokeSessions } from "#server/access/session.queries.ts";
import { provePassword } from "#server/access/session.service.ts";
import { openBelongings } from "#server/access/sign-in.service.ts";
import { letterKey } from "#server/access/sign-in-tries.ts";
import { findTries, lockKey, putTries } from "#server/access/sign-in-tries.queries.ts";
import { witnessIn } from "#server/access/witness.ts";
import { enterOrganization } from "#server/db/transaction.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import { hashToken, newToken, type Session } from "#server/platform/session.ts";
import type { OpenWork, Work } from "#server/platform/work.ts";

// Longer than it takes to write down a letter, so that writing none takes as long.
const answerMs = 40;

/** The owner of an account at work on it, before or without a session. */
export const workAsOwner = (
  work: OpenWork,
  account: Pick<AccountRow, "id" | "name">,
  organizationId: string,
  kind: "staff" | "patient" = "staff",
): Work => ({
  ...work,
  organizationId,
  actor: {
    kind,
    accountId: account.id,
    sessionId: null,
    name: account.name,
    permissions: new Set(),
    signingUntil: null,
  },
});

/** Counts a letter to this address; false while it had too many of late. */
export const mayHaveLetter = async (
  work: OpenWork,
  email: string,
  rule: PauseRule = letterPause,
): Promise<boolean> => {
  const key = letterKey(email);
  await lockKey(work.tx, key);
  const asked = await findTries(work.tx, key);
  if (secondsToWait(asked, work.now) > 0) return false;
  await putTries(work.tx, key, afterFailure(asked, work.now, rule));
  return true;
};

const sendReset = async (
  work: OpenWork,
  account: AccountRow,
  belongings: readonly Belonging[],
  address: string,
): Promise<void> => {
  const { tx } = work;
  const last = await lastOrganization(tx, account.id);
  const home = belongings.find((one) => one.organizationId === last) ?? belongings[0];
  if (home === undefined) return;
  await enterOrganization(tx, home.organizationId, account.id);
  const owned = workAsOwner(work, account, home.organizationId);
  await enqueue(owned, { kind: "send-password-reset", recordId: account.id });
  await witnessIn(
    tx,
    work,
    belongings.map((one) => one.organizationId),
    { verb: "password.ask-reset", outcome: "done", account, address },
  );
};

/** Sends the letter with the link, if the address has an account here. The answer never tells, nor does its time. */
export const askPasswordReset = async (
  work: OpenWork,
  email: string,
  address: string,
): Promise<void> => {
  const send = async (): Promise<void> => {
    const account = await findAccountByEmail(work.tx, email);
    const belongings = await openBelongings(work.tx, account?.id ?? null, "staff");
    const mayHave = await mayHaveLetter(work, email);
    if (account === undefined || account.disabledAt !== null || !mayHave) return;
    await sendReset(work, account, belongings, address);
  };
  await Promise.all([delay(answerMs), send()]);
};

/** The address whose password a link is for, so that a password manager files it under the right name. */
export const readPasswordReset = async (
  work: OpenWork,
  token: string,
): Promise<{ email: string }> => {
  const { accountId } = await openLink(work, token, "password-reset");
  const { email } = await getAccount(work.tx, accountId);
  return { email };
};

const namesOf = (belongings: readonly Belonging[]): readonly string[] =>
  belongings.map((one) => one.organizationName);

/** Sets the password that the holder of a link chose, and ends every session of the account. */
export const resetPassword = async (
  work: OpenWork,
  input: { readonly token: string; readonly password: string },
  address: string,
): Promise<void> => {
  const { tx, now } = work;
  const at = now.toString();
  const { accountId, organizationId } = await openLink(work, input.token, "password-reset");
  const account = await getAccount(tx, accountId);
  if (account.disabledAt !== null) throw new Problem("link-over", 410);
  const belongings = await openBelongings(tx, accountId);
  const owner = { ...account, organizationNames: namesOf(belongings) };
  await choosePassword(tx, accountId, input.password, owner, at);
  await closeLinks(tx, { accountId, purpose: "password-reset" }, at);
  await revokeSessions(tx, accountId, at);
  await enterOrganization(tx, organizationId, accountId);
  const owned = workAsOwner(work, account, organizationId);
  await enqueue(owned, { kind: "send-password-changed", recordId: accountId });
  await witnessIn(
    tx,
    work,
    belongings.map((one) => one.organizationId),
    { verb: "password.reset", outcome: "done", account, address },
  );
};

/** Changes one's own password. This session goes on under a new token, every other one ends. Answers the token. */
export const changePassword = async (
  work: Work,
  apart: Apart,
  session: Session,
  input: Parsed<typeof changeContract>,
): Promise<string> => {
  const { tx } = work;
  const at = work.now.toString();
  const { accountId, sessionId } = session.actor;
  await provePassword(work, apart, session, input.currentPassword, "currentPassword");
  const organizationNames = namesOf(await openBelongings(tx, accountId));
  const owner = { email: session.email, name: session.actor.name, organizationNames };
  await choosePassword(tx, accountId, input.password, owner, at);
  await closeLinks(tx, { accountId, purpose: "password-reset" }, at);
  await revokeSessions(tx, accountId, at, { except: sessionId });
  const token = newToken();
  await replaceToken(tx, sessionId, hashToken(token));
  await enqueue(work, { kind: "send-password-changed", recordId: accountId });
  return token;
};
