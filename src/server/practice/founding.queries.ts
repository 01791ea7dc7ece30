import type { Tx } from "#server/db/transaction.ts";

export const insertOrganization = async (
  tx: Tx,
  row: { organizationId: string; name: string; slug: string; zone: string; createdAt: string },
): Promise<void> => {
  await tx.insertInto("stepwell.organization").values(row).execute();
};
