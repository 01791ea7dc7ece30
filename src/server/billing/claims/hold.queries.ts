import type { Insertable } from "kysely";
import type { StepwellClaimHold } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

export type NewHold = Omit<Insertable<StepwellClaimHold>, "organizationId">;

/** Raises holds; one that is open for the same reason stays as it is. */
export const insertHolds = async (
  { tx, organizationId }: Work,
  holds: readonly NewHold[],
): Promise<void> => {
  if (holds.length === 0) return;
  await tx
    .insertInto("stepwell.claimHold")
    .values(holds.map((row) => ({ organizationId, ...row })))
    .onConflict((open) => open.doNothing())
    .execute();
};

/** Ends open holds of a claim: all of these codes. */
export const releaseHolds = async (
  { tx, organizationId, now, actor }: Work,
  claimId: string,
  { codes, reason }: { readonly codes: readonly string[]; readonly reason: string | null },
): Promise<void> => {
  if (codes.length === 0) return;
  await tx
    .updateTable("stepwell.claimHold")
    .set({ releasedAt: now.toString(), releasedBy: actor.name, releaseReason: reason })
    .where("organizationId", "=", organizationId)
    .where("claimId", "=", claimId)
    .where("code", "in", codes)
    .where("releasedAt", "is", null)
    .execute();
};

/** Codes of every hold that a claim ever had, and which of them are open. */
export const holdsOfClaim = ({ tx, organizationId }: Work, claimId: string) =>
  tx
    .selectFrom("stepwell.claimHold")
    .select(["id", "code", "releasedAt", "releaseReason"])
    .where("organizationId", "=", organizationId)
    .where("claimId", "=", claimId)
    .execute();

/** One hold. Holds change with their claim locked. */
export const findHold = ({ tx, organizationId }: Work, holdId: string) =>
  tx
    .selectFrom("stepwell.claimHold")
    .select(["id", "claimId", "code"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", holdId)
    .executeTakeFirst();
