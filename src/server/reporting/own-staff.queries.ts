import type { Work } from "#server/platform/work.ts";

/** The record of staff of whoever asks; null where they have none. */
export const ownStaffId = async ({ tx, organizationId, actor }: Work): Promise<string | null> => {
  const row = await tx
    .selectFrom("stepwell.affiliation")
    .select("staffId")
    .where("organizationId", "=", organizationId)
    .where("accountId", "=", actor.accountId)
    .where("side", "=", "staff")
    .where("endedAt", "is", null)
    .executeTakeFirst();
  return row?.staffId ?? null;
};
