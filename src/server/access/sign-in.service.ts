import { setTimeout as delay } from "node:timers/promises";
import type { z } from "zod";
import { Problem } from "#domain/contract/problem.ts";
import type { signIn as contract, signInAnswerSchema } from "#domain/access/session.api.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type { Side } from "#domain/access/roles.ts";
import {
  belongingsOf,
  findAccountByEmail,
  putPassword,
  type AccountRow,
  type Belonging,
} from "#server/access/account.queries.ts";
import type { Apart } from "#server/access/apart.ts";
import { hashPassword, verifyPassword } from "#server/access/password-hash.ts";
import { isKnownDevice, lastOrganization, revokeToken } from "#server/access/session.queries.ts";
import {
  countTry,
  forgiveTry,
  fromAddress,
  fromKnownDevice,
  type Counted,
} from "#server/access/sign-in-tries.ts";
import {
  deviceHashOf,
  rememberDevice,
  startSession,
  type Visitor,
} from "#server/access/start-session.ts";
import { witnessIn } from "#server/access/witness.ts";
import type { Tx } from "#server/db/transaction.ts";
import { hashToken } from "#server/platform/session.ts";
import type { OpenWork } from "#server/platform/work.ts";

/** What a sign-in leaves behind for the request that asked for it. */
export interface SignedIn {
  readonly answer: z.input<typeof signInAnswerSchema>;
  readonly account: Pick<AccountRow, "id" | "name">;
  readonly organizationId: string;
  readonly side: Side;
  readonly sessionId: string;
  readonly token: string;
  readonly deviceToken: string;
}

// Longer than it takes to write down a refusal, so that writing nothing takes as long.
const refusalMs = 40;

const choiceOf = (belonging: Belonging) => ({
  id: belonging.organizationId,
  name: belonging.organizationName,
});

/** The organizations somebody belongs to, on one side or on both: invited is not enough. */
export const openBelongings = async (
  tx: Tx,
  accountId: string | null,
  side?: Side,
): Promise<Belonging[]> =>
  (await belongingsOf(tx, accountId)).filter(
    (one) => one.acceptedAt !== null && (side === undefined || one.side === side),
  );

/** Under which keys a try of this account from this visitor is counted. */
export const countedFor = async (
  tx: Tx,
  email: string,
  account: AccountRow | undefined,
  visitor: Visitor,
): Promise<readonly Counted[]> => {
  const deviceHash = deviceHashOf(visitor);
  const isKnown =
    deviceHash !== undefined && (await isKnownDevice(tx, account?.id ?? null, deviceHash));
  return isKnown && account !== undefined
    ? fromKnownDevice(account.id, deviceHash)
    : fromAddress(email, visitor.address);
};

/** Opens a session for an account that has proved itself, and makes its device a known one. */
export const openSession = async (
  work: OpenWork,
  account: Pick<AccountRow, "id" | "name">,
  belongings: readonly Belonging[],
  organization: Belonging,
  visitor: Visitor,
): Promise<SignedIn> => {
  const { tx, now } = work;
  const { organizationId } = organization;
  const { device, address, sessionToken } = visitor;
  // The browser forgets the session it had, so nobody could end it any more.
  if (sessionToken !== undefined) await revokeToken(tx, hashToken(sessionToken), now.toString());
  const place = { accountId: account.id, organizationId, side: organization.side, device, address };
  const session = { id: work.newId(), ...place, now };
  const { sessionId, token } = await startSession(tx, session);
  const deviceToken = await rememberDevice(tx, account.id, visitor, now);
  const answer = {
    step: "signed-in",
    organization: choiceOf(organization),
    organizations: belongings.map(choiceOf),
  } as const;
  return {
    answer,
    account,
    organizationId,
    side: organization.side,
    sessionId,
    token,
    deviceToken,
  };
};

// Written down here and not by the mount, which would do it after the time of the answer was made alike.
const refuse = async (
  work: OpenWork,
  apart: Apart,
  account: AccountRow | undefined,
  belongings: readonly Belonging[],
  visitor: Visitor,
): Promise<never> => {
  const organizationIds = belongings.map((one) => one.organizationId);
  const { address } = visitor;
  const line = { verb: "session.sign-in", outcome: "refused", address } as const;
  await Promise.all([
    delay(refusalMs),
    account && apart((tx) => witnessIn(tx, work, organizationIds, { ...line, account })),
  ]);
  throw new Problem("sign-in-refused", 401);
};

/**
 * Signs somebody who works here in for the organization they used last. Whether the address is unknown, the password wrong or the
 * access ended, the refusal is the same and takes as long.
 */
export const signIn = async (
  work: OpenWork,
  apart: Apart,
  input: Parsed<typeof contract>,
  visitor: Visitor,
): Promise<SignedIn> => {
  const { tx, now } = work;
  const found = await findAccountByEmail(tx, input.email);
  const account = found?.disabledAt === null ? found : undefined;
  const belongings = await openBelongings(tx, account?.id ?? null, "staff");
  const counted = await countedFor(tx, input.email, account, visitor);
  await apart((own) => countTry(own, counted, now));
  const { matches, isOutdated } = await verifyPassword(input.password, account?.secret);
  if (account === undefined || !matches || belongings.length === 0)
    return refuse(work, apart, account, belongings, visitor);
  if (isOutdated)
    await putPassword(tx, account.id, await hashPassword(input.password), now.toString());
  await forgiveTry(tx, counted, now);
  const last = await lastOrganization(tx, account.id);
  const organization = belongings.find((one) => one.organizationId === last) ?? belongings[0];
  if (organization === undefined) throw new Problem("sign-in-refused", 401);
  return openSession(work, account, belongings, organization, visitor);
};
