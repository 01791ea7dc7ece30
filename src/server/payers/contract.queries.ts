import { sql, type Insertable, type Updateable } from "kysely";
import type { RecordState } from "#domain/practice/record-state.ts";
import type { StepwellContract } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const contracts = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.contract as contract")
    .innerJoin("stepwell.payer as payer", (join) =>
      join
        .onRef("payer.id", "=", "contract.payerId")
        .on("payer.organizationId", "=", organizationId),
    )
    .leftJoin("stepwell.site as site", (join) =>
      join.onRef("site.id", "=", "contract.siteId").on("site.organizationId", "=", organizationId),
    )
    .leftJoin("stepwell.program as program", (join) =>
      join
        .onRef("program.id", "=", "contract.programId")
        .on("program.organizationId", "=", organizationId),
    )
    .leftJoin("stepwell.levelOfCare as level", (join) =>
      join
        .onRef("level.id", "=", "contract.levelOfCareId")
        .on("level.organizationId", "=", organizationId),
    )
    .select([
      "contract.id",
      "contract.payerId",
      "payer.name as payerName",
      "contract.name",
      "contract.planName",
      "contract.siteId",
      "site.name as siteName",
      "contract.programId",
      "program.name as programName",
      "contract.levelOfCareId",
      "level.name as levelName",
      "contract.createdAt",
      "contract.retiredAt",
      "contract.version",
    ])
    .where("contract.organizationId", "=", organizationId);

/** Contracts by payer and name, each with how many prices hold on a day. */
export const listContracts = (work: Work, state: RecordState, today: string) =>
  contracts(work)
    .select(
      sql<number>`(select count(*) from stepwell.contract_fee fee
        where fee.organization_id = ${work.organizationId} and fee.contract_id = contract.id and fee.withdrawn_at is null
          and fee.effective_from <= ${today}::date and (fee.effective_to is null or fee.effective_to >= ${today}::date))`.as(
        "feeCount",
      ),
    )
    .$if(state === "active", (all) => all.where("contract.retiredAt", "is", null))
    .$if(state === "retired", (all) => all.where("contract.retiredAt", "is not", null))
    .orderBy(sql`stepwell.folded(payer.name)`)
    .orderBy(sql`stepwell.folded(contract.name)`)
    .orderBy("contract.id")
    .execute();

export const findContract = (work: Work, contractId: string) =>
  contracts(work).where("contract.id", "=", contractId).executeTakeFirst();

/** The contract, held until the transaction ends: whatever is said of its versions and prices waits its turn. */
export const lockContract = (work: Work, contractId: string) =>
  contracts(work).where("contract.id", "=", contractId).forUpdate("contract").executeTakeFirst();

export type ContractRow = NonNullable<Awaited<ReturnType<typeof findContract>>>;

export const insertContract = async (
  { tx, organizationId }: Work,
  contract: Omit<Insertable<StepwellContract>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.contract")
    .values({ organizationId, ...contract })
    .execute();
};

export const updateContract = async (
  { tx, organizationId }: Work,
  contractId: string,
  changed: Updateable<StepwellContract>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.contract")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", contractId)
    .execute();
};
