import { hash, randomBytes } from "node:crypto";
import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import type { Actor } from "#domain/access/actor.ts";
import { permissionsOf, sideOf } from "#domain/access/roles.ts";
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

/**
 * Opens the transaction of a request and finds its session in the same round trip (`global.enter`). Without a
 * living session nothing stays open and null is answered.
 */
export const enter = async (
  pool: pg.Pool,
  token: string,
  now: Temporal.Instant,
): Promise<(OpenTransaction & { readonly session: Session }) | null> => {
  const transaction = await openTransaction(pool, {
    text: "select * from global.enter($1, $2, $3)",
    values: [hashToken(token), now.toString(), idle],
  });
  const row = transaction.row as EnterRow | undefined;
  if (row === undefined || row.session_id === null) {
    await transaction.rollback();
    return null;
  }
  return { ...transaction, session: sessionOf({ ...row, session_id: row.session_id }) };
};
