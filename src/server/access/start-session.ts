import type { Temporal } from "temporal-polyfill";
import type { Side } from "#domain/access/roles.ts";
import { insertSession, putKnownDevice } from "#server/access/session.queries.ts";
import type { Tx } from "#server/db/transaction.ts";
import { hashToken, newToken, sessionLimits } from "#server/platform/session.ts";

/** Where a request comes from, as far as signing in needs it. */
export interface Visitor {
  readonly address: string;
  readonly device: string;
  readonly deviceToken: string | undefined;
  /** Of the session this browser holds already. */
  readonly sessionToken: string | undefined;
}

export interface StartedSession {
  readonly sessionId: string;
  readonly token: string;
}

/** A new session under a new token: one that somebody planted before cannot become a session. */
export const startSession = async (
  tx: Tx,
  session: {
    readonly id: string;
    readonly accountId: string;
    readonly organizationId: string;
    readonly side: Side;
    readonly device: string;
    readonly address: string;
    readonly now: Temporal.Instant;
    /** Of the session this one continues; else the absolute limit from now. */
    readonly expiresAt?: string;
  },
): Promise<StartedSession> => {
  const token = newToken();
  const now = session.now.toString();
  await insertSession(tx, {
    id: session.id,
    accountId: session.accountId,
    organizationId: session.organizationId,
    side: session.side,
    tokenHash: hashToken(token),
    device: session.device,
    address: session.address,
    createdAt: now,
    lastSeenAt: now,
    expiresAt:
      session.expiresAt ?? session.now.add({ hours: sessionLimits.absoluteHours }).toString(),
  });
  return { sessionId: session.id, token };
};

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** The hash of the cookie that tells a browser again, if it is one of ours. */
export const deviceHashOf = (visitor: Visitor): Buffer | undefined =>
  visitor.deviceToken !== undefined && tokenPattern.test(visitor.deviceToken)
    ? hashToken(visitor.deviceToken)
    : undefined;

/** Makes the device one that this account has signed in on; answers its token, new where it had none. */
export const rememberDevice = async (
  tx: Tx,
  accountId: string,
  visitor: Visitor,
  now: Temporal.Instant,
): Promise<string> => {
  const known = deviceHashOf(visitor) === undefined ? undefined : visitor.deviceToken;
  const token = known ?? newToken();
  const deviceHash = hashToken(token);
  await putKnownDevice(tx, { accountId, deviceHash, lastSeenAt: now.toString() });
  return token;
};
