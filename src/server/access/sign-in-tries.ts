import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { problem } from "#domain/contract/problem.ts";
import {
  accountPause,
  addressPause,
  afterFailure,
  secondsToWait,
  type PauseRule,
} from "#domain/access/sign-in-pause.ts";
import type { Tx } from "#server/db/transaction.ts";
import {
  deleteTries,
  findTries,
  lockKey,
  putTries,
  takeBackTry,
} from "#server/access/sign-in-tries.queries.ts";
import { networkOf } from "#server/platform/http/network-of.ts";

/** What a try is counted under. */
export interface Counted {
  readonly keyHash: Buffer;
  readonly rule: PauseRule;
  /** After a success: forget what was counted, or take back this one try. */
  readonly onSuccess: "forget" | "take-back";
}

const key = (...parts: readonly string[]): Buffer =>
  createHash("sha256").update(parts.join("\n")).digest();

/** A device the account has signed in on is counted by itself: what strangers do elsewhere never pauses it. */
export const fromKnownDevice = (accountId: string, deviceHash: Buffer): readonly Counted[] => [
  {
    keyHash: key("device", accountId, deviceHash.toString("hex")),
    rule: accountPause,
    onSuccess: "forget",
  },
];

/** Any other device is counted by account and network, and by the network over all accounts (`networkOf`). */
export const fromAddress = (email: string, address: string): readonly Counted[] => {
  const network = networkOf(address);
  return [
    { keyHash: key("account", email, network), rule: accountPause, onSuccess: "forget" },
    { keyHash: key("address", network), rule: addressPause, onSuccess: "take-back" },
  ];
};

/** Confirming and changing a password: somebody at an open session guesses against that session alone. */
export const fromSession = (sessionId: string): readonly Counted[] => [
  { keyHash: key("session", sessionId), rule: accountPause, onSuccess: "forget" },
];

/** Letters to one account are counted like tries, so that nobody's mailbox is filled with resets. */
export const letterKey = (email: string): Buffer => key("letter", email);

/** Counting and forgiving take their keys in the same order, so that two of them never wait for each other. */
const inOneOrder = (counted: readonly Counted[]): readonly Counted[] =>
  counted.toSorted((a, b) => Buffer.compare(a.keyHash, b.keyHash));

/**
 * Counts a try as failed before it is looked at, so that tries sent at once cannot all slip through, or throws
 * `too-many-tries` with the seconds to wait. Runs in a transaction that stands whatever becomes of the request.
 */
export const countTry = async (
  tx: Tx,
  counted: readonly Counted[],
  now: Temporal.Instant,
): Promise<void> => {
  const found = [];
  for (const one of inOneOrder(counted)) {
    await lockKey(tx, one.keyHash);
    found.push({ ...one, tries: await findTries(tx, one.keyHash) });
  }
  const seconds = Math.max(...found.map(({ tries }) => secondsToWait(tries, now)));
  if (seconds > 0) throw problem("too-many-tries", { values: { seconds } });
  for (const { keyHash, rule, tries } of found)
    await putTries(tx, keyHash, afterFailure(tries, now, rule));
};

/** Undoes the counting after a success, in the transaction of what succeeded. */
export const forgiveTry = async (
  tx: Tx,
  counted: readonly Counted[],
  now: Temporal.Instant,
): Promise<void> => {
  for (const { keyHash, onSuccess } of inOneOrder(counted)) {
    if (onSuccess === "forget") await deleteTries(tx, keyHash);
    else await takeBackTry(tx, keyHash, now.toString());
  }
};
