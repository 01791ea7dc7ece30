import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** Those of these ids that are patients here. */
export const listPatientsAmong = async (
  { tx, organizationId }: Work,
  patientIds: readonly string[],
): Promise<string[]> => {
  const rows = await tx
    .selectFrom("stepwell.patient")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where(sql<boolean>`id = any (${[...patientIds]}::uuid[])`)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
};
