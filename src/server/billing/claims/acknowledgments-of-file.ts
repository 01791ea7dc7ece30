import {
  acknowledgmentSchema,
  faultSchema,
  type Acknowledgment,
} from "#domain/billing/claims/acknowledgment.ts";
import * as queries from "#server/billing/claims/acknowledgment.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** What was answered to a file, newest first, each with everything it found wrong. */
export const acknowledgmentsOf = async (
  work: Work,
  claimFileId: string,
): Promise<Acknowledgment[]> => {
  const rows = await queries.listAcknowledgments(work, claimFileId);
  const faults = Map.groupBy(
    await queries.listClaimFaults(
      work,
      rows.map(({ id }) => id),
    ),
    ({ acknowledgmentId }) => acknowledgmentId,
  );
  return rows.map((row) =>
    acknowledgmentSchema.parse({
      ...row,
      faults: [
        ...faultSchema.array().parse(row.faults),
        ...(faults.get(row.id) ?? []).flatMap((one) => faultSchema.array().parse(one.faults)),
      ],
    }),
  );
};
