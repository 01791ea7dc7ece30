import type pg from "pg";
import type { Tx } from "#server/db/transaction.ts";

/** The head of a chain of seals. */
export interface SealHead {
  readonly number: number;
  readonly hash: Buffer;
  /** ISO 8601, UTC. */
  readonly sealedAt: string;
}

/** Organizations in which events wait for the sealer. */
export const selectOrganizationsToSeal = async (pool: pg.Pool): Promise<string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    "select id from stepwell.organizations_to_seal() as waiting(id)",
  );
  return rows.map((row) => row.id);
};

export const selectOrganizationIds = async (pool: pg.Pool): Promise<string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    "select id from stepwell.organization_ids() as every(id)",
  );
  return rows.map((row) => row.id);
};

/** Seals one batch; undefined when nothing waits or another sealer is at work in this organization. */
export const sealBatch = async (
  pool: pg.Pool,
  seal: { organizationId: string; id: string; sealedAt: string; most: number },
): Promise<(SealHead & { readonly events: number }) | undefined> => {
  const { rows } = await pool.query<{ number: number | null; hash: Buffer; events: number }>(
    "select number, hash, events from stepwell.seal_audit($1, $2, $3, $4)",
    [seal.organizationId, seal.id, seal.sealedAt, seal.most],
  );
  const [row] = rows;
  if (row === undefined || row.number === null) return undefined;
  return { number: row.number, hash: row.hash, sealedAt: seal.sealedAt, events: row.events };
};

/** Seals of an organization with numbers above `after`, in their order. */
export const selectHeadsAfter = (
  tx: Tx,
  organizationId: string,
  after: number,
  most: number,
): Promise<SealHead[]> =>
  tx
    .selectFrom("stepwell.auditSeal")
    .select(["number", "hash", "sealedAt"])
    .where("organizationId", "=", organizationId)
    .where("number", ">", after)
    .orderBy("number")
    .limit(most)
    .execute();

/** The newest seal of an organization. */
export const selectLastSeal = (tx: Tx, organizationId: string): Promise<SealHead | undefined> =>
  tx
    .selectFrom("stepwell.auditSeal")
    .select(["number", "hash", "sealedAt"])
    .where("organizationId", "=", organizationId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
