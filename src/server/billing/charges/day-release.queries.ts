import type { Insertable } from "kysely";
import type { StepwellDayRelease } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

type NewRelease = Omit<Insertable<StepwellDayRelease>, "organizationId">;

/** Writes somebody's word down; who says the same of the same day a second time adds nothing. */
export const insertRelease = async (
  { tx, organizationId }: Work,
  release: NewRelease,
): Promise<void> => {
  await tx
    .insertInto("stepwell.dayRelease")
    .values({ organizationId, ...release })
    .onConflict((said) =>
      said.columns(["organizationId", "enrollmentId", "serviceDate", "code"]).doNothing(),
    )
    .execute();
};

/** Days of these stays that go without an authorization on somebody's word. */
export const selectReleases = ({ tx, organizationId }: Work, enrollmentIds: readonly string[]) =>
  tx
    .selectFrom("stepwell.dayRelease")
    .select(["enrollmentId", "serviceDate"])
    .where("organizationId", "=", organizationId)
    .where("enrollmentId", "in", enrollmentIds)
    .execute();
