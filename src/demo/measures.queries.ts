import type { Insertable } from "kysely";
import type { StepwellMeasureRequest, StepwellMeasureResponse } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

/** Weeks that lie behind, as they would stand in the tables: through the services it would take minutes. */
export const insertPast = async (
  { tx, organizationId }: Work,
  requests: readonly Omit<Insertable<StepwellMeasureRequest>, "organizationId">[],
  responses: readonly Omit<Insertable<StepwellMeasureResponse>, "organizationId">[],
): Promise<void> => {
  if (requests.length === 0) return;
  await tx
    .insertInto("stepwell.measureRequest")
    .values(requests.map((row) => ({ organizationId, ...row })))
    .execute();
  await tx
    .insertInto("stepwell.measureResponse")
    .values(responses.map((row) => ({ organizationId, ...row })))
    .execute();
};

/** The label of each stay, which its answers take over. */
export const labelsOf = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.enrollment")
    .select(["id", "label"])
    .where("organizationId", "=", organizationId)
    .execute();
