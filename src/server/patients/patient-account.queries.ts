import type { Work } from "#server/platform/work.ts";

/** A patient's name and language, for opening their account; held so that nobody retires them meanwhile. */
export const holdForAccount = ({ tx, organizationId }: Work, patientId: string) =>
  tx
    .selectFrom("stepwell.patient")
    .select(["id", "givenName", "familyName", "preferredName", "language"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", patientId)
    .where("retiredAt", "is", null)
    .forShare()
    .executeTakeFirst();
