import type { Work } from "#server/platform/work.ts";

/**
 * The labels of everything a patient is or was enrolled in: what is told or written of the person is kept as closely as the closest
 * of them.
 */
export const labelsOfPatient = async (
  { tx, organizationId }: Work,
  patientId: string,
): Promise<string[]> => {
  const rows = await tx
    .selectFrom("stepwell.enrollment")
    .select("label")
    .distinct()
    .where("organizationId", "=", organizationId)
    .where("patientId", "=", patientId)
    .execute();
  return rows.map((row) => row.label);
};
