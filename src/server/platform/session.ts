import { hash, randomBytes } from "node:crypto";
import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import type { Actor } from "#domain/access/actor.ts";
import { permissionsOf, sideOf } from "#domain/access/roles.ts";
import type { Outcome, Step } from "#server/db/exchange.ts";
import {
  foresee,
  foreseeChange,
  type ForeseenTransaction,
} from "#server/db/foreseen-transaction.ts";
import { openTransaction, type OpenTransaction } from "#server/db/transaction.ts";

/** Twelve hours from sign-in, whatever happens; thirty minutes without a request. Tablets are shared. */
export const sessionLimits = { absoluteHours: 12, idleMinutes: 30, signingMinutes: 10 } as const;

/** The living session behind a request: who, in which organization, allowed what. */
export interface Session {
  readonly actor: Actor & { readonly accountId: string; readonly sessionId: string };
  readonly email: string;
  readonly locale: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly zone: string;
  readonly patientWord: string;
  readonly staffId: string | null;
  readonly roles: readonly string[];
  readonly expiresAt: string;
}

/** A secret of 256 bits for a cookie or a letter. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const hashToken = (token: string): Buffer => hash("sha256", token, "buffer");

interface EnterRow {
  readonly session_id: string | null;
  readonly account_id: string;
  readonly account_name: string;
  readonly account_email: string;
  readonly locale: string;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly organization_zone: string;
  readonly patient_word: string;
  readonly staff_id: string | null;
  readonly roles: string[];
  readonly signing_until: string | null;
  readonly expires_at: string;
}

const kindOf = (roles: readonly string[]): Actor["kind"] =>
  sideOf(roles) === "care" ? "patient" : "staff";

const sessionOf = (row: EnterRow & { session_id: string }): Session => ({
  actor: {
    kind: kindOf(row.roles),
    accountId: row.account_id,
    sessionId: row.session_id,
    name: row.account_name,
    permissions: permissionsOf(row.roles),
    signingUntil: row.signing_until === null ? null : Temporal.Instant.from(row.signing_until),
  },
  email: row.account_email,
  locale: row.locale,
  organizationId: row.organization_id,
  organizationName: row.organization_name,
  zone: row.organization_zone,
  patientWord: row.patient_word,
  staffId: row.staff_id,
  roles: row.roles,
  expiresAt: row.expires_at,
});

const idle = `${sessionLimits.idleMinutes} minutes`;

const lookUp = (tokenHash: Buffer, now: Temporal.Instant): Step => ({
  text: "select * from global.enter($1, $2, $3)",
  values: [tokenHash, now.toString(), idle],
});

type Found = EnterRow & { readonly session_id: string };

const isFound = (row: EnterRow | undefined): row is Found =>
  row !== undefined && row.session_id !== null;

/** What a session was when it was last looked up. */
interface Recalled {
  readonly facts: string;
  readonly session: Session;
}

const mostRecalled = 5000;
const recalledBy = new WeakMap<pg.Pool, Map<string, Recalled>>();

const memoryOf = (pool: pg.Pool): Map<string, Recalled> => {
  const known = recalledBy.get(pool) ?? new Map<string, Recalled>();
  recalledBy.set(pool, known);
  return known;
};

const keyOf = (tokenHash: Buffer): string => tokenHash.toString("base64");

const remember = (pool: pg.Pool, tokenHash: Buffer, row: Found): Session => {
  const memory = memoryOf(pool);
  if (memory.size >= mostRecalled) memory.clear();
  const session = sessionOf(row);
  memory.set(keyOf(tokenHash), { facts: JSON.stringify(row), session });
  return session;
};

/** A transaction with the session it was opened for. */
export interface Entered extends OpenTransaction {
  readonly session: Session;
  /** What the statement answered that was sent along. */
  readonly along: Outcome | undefined;
}

/**
 * Opens the transaction of a request and finds its session in the same round trip (`global.enter`). Without a
 * living session nothing stays open and null is answered. `along` goes with it: a statement of the organization that was just
 * entered, which must do nothing where none was.
 */
export const enter = async (
  pool: pg.Pool,
  token: string,
  now: Temporal.Instant,
  along: readonly Step[] = [],
): Promise<Entered | null> => {
  const tokenHash = hashToken(token);
  const transaction = await openTransaction(pool, [lookUp(tokenHash, now), ...along]);
  const [found, answered] = transaction.opened;
  const row = found?.rows[0] as EnterRow | undefined;
  if (!isFound(row)) {
    await transaction.rollback();
    return null;
  }
  return { ...transaction, session: remember(pool, tokenHash, row), along: answered };
};

/** A transaction that was opened for a session as it was when it was seen last. */
export interface EnteredAhead extends ForeseenTransaction {
  readonly session: Session;
}

/**
 * The same without a round trip of its own, for a session that was seen before: the look-up travels with the first statement
 * of the request, and that statement's rows are handed over only if the session lives and is to the letter what it was.
 * Otherwise the transaction is refused and nothing has happened; undefined where the session was never seen. Without `claim` for
 * reads alone. With it, a statement that goes along and must change one row, for changes.
 */
export const enterAhead = async (
  pool: pg.Pool,
  token: string,
  now: Temporal.Instant,
  claim?: Step,
): Promise<EnteredAhead | undefined> => {
  const tokenHash = hashToken(token);
  const key = keyOf(tokenHash);
  const memory = memoryOf(pool);
  const recalled = memory.get(key);
  if (recalled === undefined) return undefined;
  const look = lookUp(tokenHash, now);
  const accept = ([found, claimed]: readonly Outcome[]): void => {
    if (JSON.stringify(found?.rows[0]) !== recalled.facts) {
      memory.delete(key);
      throw new Error("the session is not what it was");
    }
    if (claim !== undefined && claimed?.rowCount !== 1) throw new Error("asked before");
  };
  const transaction = await (claim === undefined
    ? foresee(pool, look, accept)
    : foreseeChange(pool, [look, claim], accept));
  return { ...transaction, session: recalled.session };
};
