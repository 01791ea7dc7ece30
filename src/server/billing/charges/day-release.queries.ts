import { sql, type Insertable } from "kysely";
import type { StepwellDayRelease, StepwellDayReleaseTakingBack } from "#server/db/rows.ts";
import type { AskedDay } from "#server/billing/charges/day-facts.queries.ts";
import type { Work } from "#server/platform/work.ts";

type NewRelease = Omit<Insertable<StepwellDayRelease>, "organizationId" | "number">;
type NewTakingBack = Omit<Insertable<StepwellDayReleaseTakingBack>, "organizationId">;

/** Writes somebody's word down, numbered after those that were taken back before. The day is held. */
export const insertRelease = async (
  { tx, organizationId }: Work,
  release: NewRelease,
): Promise<void> => {
  const { enrollmentId, serviceDate, code } = release;
  const number = sql<number>`(select count(*)::integer + 1 from stepwell.day_release r
    where r.organization_id = ${organizationId} and r.enrollment_id = ${enrollmentId} and r.service_date = ${serviceDate} and r.code = ${code})`;
  await tx
    .insertInto("stepwell.dayRelease")
    .values({ organizationId, ...release, number })
    .execute();
};

/** Writes down that a release was taken back. The day is held. */
export const insertTakingBack = async (
  { tx, organizationId }: Work,
  takingBack: NewTakingBack,
): Promise<void> => {
  await tx
    .insertInto("stepwell.dayReleaseTakingBack")
    .values({ organizationId, ...takingBack })
    .execute();
};

/** Days of these stays that go without an authorization on somebody's word, which nobody took back. */
export const selectReleases = ({ tx, organizationId }: Work, enrollmentIds: readonly string[]) =>
  tx
    .selectFrom("stepwell.dayRelease as release")
    .select(["release.enrollmentId", "release.serviceDate"])
    .where("release.organizationId", "=", organizationId)
    .where("release.enrollmentId", "in", enrollmentIds)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("stepwell.dayReleaseTakingBack as back")
            .select("back.id")
            .where("back.organizationId", "=", organizationId)
            .whereRef("back.releaseId", "=", "release.id"),
        ),
      ),
    )
    .execute();

/** Our number of a claim, and whether it is in a file. */
export const findClaimOfDay = ({ tx, organizationId }: Work, claimId: string) =>
  tx
    .selectFrom("stepwell.claim")
    .select(["id", "control"])
    .select(sql<boolean>`state = 'exported'`.as("isSent"))
    .where("organizationId", "=", organizationId)
    .where("id", "=", claimId)
    .executeTakeFirst();

/** Whether it is the hold of a claim of this stay, which is no release of a day. */
export const isHoldOfClaim = async (
  { tx, organizationId }: Work,
  { enrollmentId }: AskedDay,
  id: string,
): Promise<boolean> => {
  const found = await tx
    .selectFrom("stepwell.claimHold as hold")
    .innerJoin("stepwell.claim as claim", (on) =>
      on.on("claim.organizationId", "=", organizationId).onRef("claim.id", "=", "hold.claimId"),
    )
    .select("hold.id")
    .where("hold.organizationId", "=", organizationId)
    .where("hold.id", "=", id)
    .where("claim.enrollmentId", "=", enrollmentId)
    .executeTakeFirst();
  return found !== undefined;
};
