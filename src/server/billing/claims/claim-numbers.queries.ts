import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/**
 * Takes so many numbers and answers the first. The row stays locked until the transaction ends: whoever builds or exports
 * at the same time waits, and then sees what this one did.
 */
const take = async (
  { tx, organizationId }: Work,
  column: "lastClaim" | "lastInterchange",
  count: number,
): Promise<number> => {
  const counted = sql.ref(`stepwell.claim_counter.${column}`);
  const { last } = await tx
    .insertInto("stepwell.claimCounter")
    .values({ organizationId, [column]: count })
    .onConflict((taken) =>
      taken.column("organizationId").doUpdateSet({ [column]: sql<number>`${counted} + ${count}` }),
    )
    .returning(sql<number>`${counted}`.as("last"))
    .executeTakeFirstOrThrow();
  return last - count + 1;
};

export const takeClaimNumbers = (work: Work, count: number): Promise<number> =>
  take(work, "lastClaim", count);

export const takeInterchangeNumbers = (work: Work, count: number): Promise<number> =>
  take(work, "lastInterchange", count);
