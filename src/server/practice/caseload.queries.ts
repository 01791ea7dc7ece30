import { sql, type RawBuilder } from "kysely";
import { isAllowed } from "#domain/access/actor.ts";
import { isSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** The day of the organization: the first and the last day of a stay belong to it, as in the census. */
const today = ({ organizationId, now }: Work): RawBuilder<unknown> => sql`
  (select (${now.toString()}::timestamptz at time zone o.zone)::date from stepwell.organization o where o.organization_id = ${organizationId})`;

/** The people in care of each therapist: the rows that the census has for them. A stay that whoever asks does not see counts as none. */
export const caseloads = (work: Work) => {
  const { tx, organizationId } = work;
  return tx
    .selectFrom("stepwell.enrollment as stay")
    .where("stay.organizationId", "=", organizationId)
    .where("stay.therapistStaffId", "is not", null)
    .where(sql<boolean>`(stay.ended_on is null or stay.ended_on >= ${today(work)})`)
    .where(sql<boolean>`stay.admitted_on <= ${today(work)}`)
    .where(isSeen(work, { label: sql`stay.label`, enrollmentId: sql`stay.id` }))
    .groupBy("stay.therapistStaffId")
    .select([
      "stay.therapistStaffId as staffId",
      sql<number>`count(distinct stay.patient_id)::integer`.as("members"),
    ]);
};

/** How many are in care of a colleague, beside `caseloads` as `load`; null for whoever may read no stays. */
export const memberCount = ({ actor }: Pick<Work, "actor">): RawBuilder<number | null> =>
  isAllowed(actor, "enrollments:read")
    ? sql<number>`coalesce(load.members, 0)`
    : sql<null>`null::integer`;
