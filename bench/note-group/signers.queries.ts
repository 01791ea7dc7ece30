import type pg from "pg";
import { newId } from "#server/platform/ids.ts";
import { hashToken, newToken } from "#server/platform/session.ts";

/** A clinician who is signed in and may sign. */
export interface Signer {
  readonly accountId: string;
  readonly staffId: string;
  readonly token: string;
}

/** As many clinicians as a clinic of the bench's size has on an evening. */
const signers = 12;

/** Whoever signs at the same time is somebody else: four who share one record would wait for each other's hold on it. */
export const openSigners = async (
  owner: pg.Pool,
  { organizationId, accountId: known }: { organizationId: string; accountId: string },
): Promise<readonly [Signer, ...Signer[]]> => {
  const open = async (): Promise<Signer> => {
    const signer = { accountId: newId(), staffId: newId(), token: newToken() };
    const { accountId, staffId, token } = signer;
    await owner.query(
      "insert into global.account (id, email, name, created_at) values ($1, $2, 'Maya Torres', now())",
      [accountId, `${accountId}@riverbend.example`],
    );
    await owner.query(
      "insert into stepwell.staff (organization_id, id, given_name, family_name, position, created_at) values ($1, $2, 'Maya', 'Torres', 'therapist', now())",
      [organizationId, staffId],
    );
    await owner.query(
      `insert into stepwell.affiliation (organization_id, id, account_id, staff_id, roles, invited_at, invited_by, accepted_at)
       select organization_id, $2, $3, $4, roles, now(), 'bench', now() from stepwell.affiliation
        where organization_id = $1 and account_id = $5`,
      [organizationId, newId(), accountId, staffId, known],
    );
    await owner.query(
      `insert into global.login_session (id, account_id, organization_id, token_hash, device, address, created_at, last_seen_at, expires_at, signing_until)
       values ($1, $2, $3, $4, 'bench', '127.0.0.1', now(), now(), now() + interval '12 hours', now() + interval '12 hours')`,
      [newId(), accountId, organizationId, hashToken(token)],
    );
    return signer;
  };
  const first = await open();
  const others: Signer[] = [];
  while (others.length < signers - 1) others.push(await open());
  return [first, ...others];
};

/** The signer of a turn. */
export const signerOf = (all: readonly [Signer, ...Signer[]], turn: number): Signer =>
  all[turn % all.length] ?? all[0];
