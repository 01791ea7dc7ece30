import type { Work } from "#server/platform/work.ts";

const rows = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.patient")
    .select([
      "id",
      "mrn",
      "givenName",
      "familyName",
      "preferredName",
      "pronouns",
      "birthDate",
      "phone",
      "retiredAt",
    ])
    .where("organizationId", "=", organizationId);

export const findRow = (work: Work, patientId: string) =>
  rows(work).where("id", "=", patientId).executeTakeFirst();

/** The records that were marked as duplicates of this one. */
export const listDuplicatesOf = (work: Work, patientId: string) =>
  rows(work).where("duplicateOfId", "=", patientId).orderBy("id").execute();

/** Which of these are or were in a program. */
export const withStays = async (
  { tx, organizationId }: Work,
  patientIds: readonly string[],
): Promise<string[]> => {
  const found = await tx
    .selectFrom("stepwell.enrollment")
    .select("patientId")
    .distinct()
    .where("organizationId", "=", organizationId)
    .where("patientId", "in", [...patientIds])
    .execute();
  return found.map((row) => row.patientId);
};
