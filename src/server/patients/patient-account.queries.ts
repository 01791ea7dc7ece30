import type { Work } from "#server/platform/work.ts";

const patients = ({ tx, organizationId }: Work, patientId: string) =>
  tx
    .selectFrom("stepwell.patient")
    .select(["id", "givenName", "familyName", "preferredName", "language"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", patientId)
    .where("retiredAt", "is", null);

/** A patient's name and language, as long as nobody has retired them. */
export const findForAccount = (work: Work, patientId: string) =>
  patients(work, patientId).executeTakeFirst();

/** The same for opening their account; held so that nobody retires them meanwhile. */
export const holdForAccount = (work: Work, patientId: string) =>
  patients(work, patientId).forShare().executeTakeFirst();
