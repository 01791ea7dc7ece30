import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellPayer } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const payers = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.payer")
    .select(["id", "name", "kind", "electronicId", "createdAt", "retiredAt", "version"])
    .where("organizationId", "=", organizationId);

export const listPayers = (work: Work) =>
  payers(work)
    .where("retiredAt", "is", null)
    .orderBy(sql`stepwell.folded(name)`)
    .execute();

/** The payer, held until the transaction ends. */
export const lockPayer = (work: Work, payerId: string) =>
  payers(work).where("id", "=", payerId).forUpdate().executeTakeFirst();

/** The payer, kept from being changed by others until the transaction ends. */
export const holdPayer = (work: Work, payerId: string) =>
  payers(work).where("id", "=", payerId).forShare().executeTakeFirst();

export type PayerRow = NonNullable<Awaited<ReturnType<typeof lockPayer>>>;

export const insertPayer = async (
  { tx, organizationId }: Work,
  payer: Omit<Insertable<StepwellPayer>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.payer")
    .values({ organizationId, ...payer })
    .execute();
};

export const updatePayer = async (
  { tx, organizationId }: Work,
  payerId: string,
  changed: Updateable<StepwellPayer>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.payer")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", payerId)
    .execute();
};

/** Payers whose name has this in it, retired ones too: what they were billed stays theirs. */
export const listPayersCalled = async (
  { tx, organizationId }: Work,
  typed: string,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select payer.id from stepwell.payer payer
     where payer.organization_id = ${organizationId}
       and strpos(stepwell.folded(payer.name), stepwell.folded(${typed}::text)) > 0`.execute(tx);
  return rows.map(({ id }) => id);
};
