import { sql, type Insertable, type Updateable } from "kysely";
import type { Delivered } from "#domain/coverage/authorization.ts";
import type { StepwellAuthorization } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";
import { isSeen, labelOfStay } from "#server/platform/sight.queries.ts";

const authorizations = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.authorization as allowed")
    .innerJoin("stepwell.coverage as coverage", (on) =>
      on
        .on("coverage.organizationId", "=", organizationId)
        .onRef("coverage.id", "=", "allowed.coverageId"),
    )
    .innerJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "coverage.payerId"),
    )
    .select([
      "allowed.id",
      "allowed.patientId",
      "allowed.enrollmentId",
      "allowed.coverageId",
      "payer.name as payerName",
      "allowed.number",
      "allowed.startsOn",
      "allowed.endsOn",
      "allowed.units",
      "allowed.unit",
      "allowed.createdAt",
      "allowed.retiredAt",
      "allowed.version",
    ])
    // What the ledger delivered within the span: read beside, so that a list stays one statement.
    .select((row) => [
      sql<Delivered>`(select json_build_object('days', count(distinct a.service_date), 'sessions', count(*), 'minutes', coalesce(sum(a.credited_minutes), 0))
        from stepwell.attendance a
        where a.organization_id = ${organizationId} and a.enrollment_id = ${row.ref("allowed.enrollmentId")}
          and a.credited_minutes > 0
          and a.service_date between ${row.ref("allowed.startsOn")} and ${row.ref("allowed.endsOn")})`.as(
        "delivered",
      ),
    ])
    .where("allowed.organizationId", "=", organizationId);

const isOfSeenStay = (work: Work, enrollmentId = sql`allowed.enrollment_id`) =>
  isSeen(work, { label: labelOfStay(work, enrollmentId), enrollmentId }, "payment");

export const listAuthorizations = (work: Work, patientId: string) =>
  authorizations(work)
    .where("allowed.patientId", "=", patientId)
    .where(isOfSeenStay(work))
    .where("allowed.retiredAt", "is", null)
    .orderBy("allowed.endsOn", "desc")
    .orderBy("allowed.id", "desc")
    .execute();

export const findAuthorization = (work: Work, authorizationId: string) =>
  authorizations(work).where("allowed.id", "=", authorizationId).executeTakeFirst();

/** The authorization of a stay that whoever asks sees. */
export const findSeenAuthorization = (work: Work, authorizationId: string) =>
  authorizations(work)
    .where("allowed.id", "=", authorizationId)
    .where(isOfSeenStay(work))
    .executeTakeFirst();

/** The same, held until the transaction ends. */
export const lockAuthorization = (work: Work, authorizationId: string) =>
  authorizations(work)
    .where("allowed.id", "=", authorizationId)
    .where(isOfSeenStay(work))
    .forUpdate("allowed")
    .executeTakeFirst();

export type AuthorizationRow = Awaited<ReturnType<typeof listAuthorizations>>[number];

/** Whose stay it is, or undefined: an authorization is written for a stay that whoever writes it sees. */
export const patientOfEnrollment = async (
  work: Work,
  enrollmentId: string,
): Promise<string | undefined> => {
  const row = await work.tx
    .selectFrom("stepwell.enrollment as stay")
    .select("patientId")
    .where("organizationId", "=", work.organizationId)
    .where("id", "=", enrollmentId)
    .where(isSeen(work, { label: sql`stay.label`, enrollmentId: sql`stay.id` }, "payment"))
    .forShare()
    .executeTakeFirst();
  return row?.patientId;
};

export const insertAuthorization = async (
  { tx, organizationId }: Work,
  authorization: Omit<Insertable<StepwellAuthorization>, "organizationId">,
): Promise<void> => {
  await tx
    .insertInto("stepwell.authorization")
    .values({ organizationId, ...authorization })
    .execute();
};

export const updateAuthorization = async (
  { tx, organizationId }: Work,
  authorizationId: string,
  changed: Updateable<StepwellAuthorization>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.authorization")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", authorizationId)
    .execute();
};
