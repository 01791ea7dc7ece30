import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { codeEnd, codeRules, codeText } from "#domain/access/sign-in-code.ts";
import { codePause } from "#domain/access/sign-in-pause.ts";
import type { signInWithCode as contract } from "#domain/access/sign-in-code.api.ts";
import { Problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import {
  findAccountByEmail,
  type AccountRow,
  type Belonging,
} from "#server/access/account.queries.ts";
import type { Apart } from "#server/access/apart.ts";
import { mayHaveLetter, workAsOwner } from "#server/access/password.service.ts";
import { lastOrganization } from "#server/access/session.queries.ts";
import { deleteCode, putCode, takeTry } from "#server/access/sign-in-code.queries.ts";
import {
  countedFor,
  openBelongings,
  openSession,
  type SignedIn,
} from "#server/access/sign-in.service.ts";
import { countTry, forgiveTry } from "#server/access/sign-in-tries.ts";
import type { Visitor } from "#server/access/start-session.ts";
import { witnessIn } from "#server/access/witness.ts";
import { enterOrganization, type Tx } from "#server/db/transaction.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import type { OpenWork } from "#server/platform/work.ts";

// Longer than it takes to write down a letter or a refusal, so that writing none takes as long.
const answerMs = 40;

const hashOf = (accountId: string, code: string): Buffer =>
  createHash("sha256").update(`${accountId}\n${code}`).digest();

const homeOf = async (
  tx: Tx,
  accountId: string,
  belongings: readonly Belonging[],
): Promise<Belonging | undefined> => {
  const last = await lastOrganization(tx, accountId);
  return belongings.find((one) => one.organizationId === last) ?? belongings[0];
};

/** Sends the letter with the code, if somebody in care has this address. The answer never tells, nor does its time. */
export const requestSignInCode = async (
  work: OpenWork,
  email: string,
  address: string,
): Promise<void> => {
  const send = async (): Promise<void> => {
    const { tx } = work;
    const account = await findAccountByEmail(tx, email);
    const belongings = await openBelongings(tx, account?.id ?? null, "care");
    const mayHave = await mayHaveLetter(work, `code ${email}`, codePause);
    if (account === undefined || account.disabledAt !== null || !mayHave) return;
    const home = await homeOf(tx, account.id, belongings);
    if (home === undefined) return;
    await enterOrganization(tx, home.organizationId, account.id);
    const owned = workAsOwner(work, account, home.organizationId, "patient");
    await enqueue(owned, { kind: "send-sign-in-code", recordId: account.id });
    const line = { verb: "session.ask-code", outcome: "done", account, address } as const;
    await witnessIn(tx, work, [home.organizationId], { ...line, actorKind: "patient" });
  };
  await Promise.all([delay(answerMs), send()]);
};

/** Makes a code in the place of the one before. It stands in the letter and nowhere else. */
export const writeCode = async (
  work: Pick<OpenWork, "tx" | "now">,
  accountId: string,
): Promise<string> => {
  const code = codeText(randomInt(10 ** codeRules.digits));
  await putCode(work.tx, {
    accountId,
    codeHash: hashOf(accountId, code),
    sentAt: work.now.toString(),
    expiresAt: codeEnd(work.now).toString(),
  });
  return code;
};

// Written down here and not by the mount, which would do it after the time of the answer was made alike.
const refuse = async (
  work: OpenWork,
  apart: Apart,
  account: AccountRow | undefined,
  belongings: readonly Belonging[],
  address: string,
): Promise<never> => {
  const organizationIds = belongings.map((one) => one.organizationId);
  const line = { verb: "session.sign-in-by-code", outcome: "refused", address } as const;
  const told = { ...line, actorKind: "patient" } as const;
  await Promise.all([
    delay(answerMs),
    account && apart((tx) => witnessIn(tx, work, organizationIds, { ...told, account })),
  ]);
  throw new Problem("code-refused", 401);
};

/**
 * Signs somebody in care in. An unknown address, a wrong or old code and one that was tried too often are refused
 * alike. The try is counted before it is looked at and stands whatever becomes of the request.
 */
export const signInWithCode = async (
  work: OpenWork,
  apart: Apart,
  { email, code }: Parsed<typeof contract>,
  visitor: Visitor,
): Promise<SignedIn> => {
  const { tx, now } = work;
  const found = await findAccountByEmail(tx, email);
  const account = found?.disabledAt === null ? found : undefined;
  const belongings = await openBelongings(tx, account?.id ?? null, "care");
  const counted = await countedFor(tx, email, account, visitor);
  await apart((own) => countTry(own, counted, now));
  if (account === undefined) return refuse(work, apart, undefined, belongings, visitor.address);
  const kept = await apart((own) => takeTry(own, account.id, now.toString(), codeRules.tries));
  const given = hashOf(account.id, code);
  const matches =
    kept !== undefined && timingSafeEqual(kept, given) && (await deleteCode(tx, account.id, given));
  const home = matches ? await homeOf(tx, account.id, belongings) : undefined;
  if (home === undefined) return refuse(work, apart, account, belongings, visitor.address);
  await forgiveTry(tx, counted, now);
  return openSession(work, account, belongings, home, visitor);
};
