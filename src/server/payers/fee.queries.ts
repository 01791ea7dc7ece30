import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellContractFee } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const fees = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.contractFee as fee")
    .leftJoin("stepwell.levelOfCare as level", (join) =>
      join
        .onRef("level.id", "=", "fee.levelOfCareId")
        .on("level.organizationId", "=", organizationId),
    )
    .select([
      "fee.id",
      "fee.contractId",
      "fee.code",
      "fee.revenueCode",
      "fee.levelOfCareId",
      "level.name as levelName",
      "fee.effectiveFrom as from",
      "fee.effectiveTo as to",
      "fee.amountCents",
      "fee.createdAt",
      "fee.createdBy",
      "fee.withdrawnAt",
      "fee.version",
    ])
    .where("fee.organizationId", "=", organizationId);

/** Prices of a contract by what they are for, the newest of each first. */
export const feesOfContract = (work: Work, contractId: string) =>
  fees(work)
    .where("fee.contractId", "=", contractId)
    .orderBy(sql`fee.code is null`)
    .orderBy("fee.code")
    .orderBy(sql`coalesce(fee.revenue_code, '')`)
    .orderBy(sql`coalesce(level.rank, 0)`)
    .orderBy("fee.effectiveFrom", "desc")
    .orderBy("fee.id")
    .execute();

export const findFee = (work: Work, feeId: string) =>
  fees(work).where("fee.id", "=", feeId).executeTakeFirst();

export const insertFee = async (
  { tx, organizationId }: Work,
  fee: Omit<Insertable<StepwellContractFee>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.contractFee")
    .values({ organizationId, ...fee })
    .execute();
};

export const updateFee = async (
  { tx, organizationId }: Work,
  feeId: string,
  changed: Pick<Updateable<StepwellContractFee>, "effectiveTo" | "withdrawnAt">,
): Promise<void> => {
  await tx
    .updateTable("stepwell.contractFee")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", feeId)
    .execute();
};
