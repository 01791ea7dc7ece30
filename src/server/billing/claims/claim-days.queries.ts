import type { Work } from "#server/platform/work.ts";

/** The days that a claim bills. */
export const daysOfClaim = async (
  { tx, organizationId }: Work,
  claimId: string,
): Promise<string[]> => {
  const rows = await tx
    .selectFrom("stepwell.dayCharge")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("claimId", "=", claimId)
    .orderBy("serviceDate")
    .execute();
  return rows.map(({ id }) => id);
};

/** How many of these days wait for something. */
export const countHeldDays = async (
  { tx, organizationId }: Work,
  dayIds: readonly string[],
): Promise<number> => {
  if (dayIds.length === 0) return 0;
  const { held } = await tx
    .selectFrom("stepwell.dayCharge")
    .select((eb) => eb.fn.countAll<number>().as("held"))
    .where("organizationId", "=", organizationId)
    .where("id", "in", dayIds)
    .where("state", "in", ["open", "held"])
    .executeTakeFirstOrThrow();
  return held;
};
