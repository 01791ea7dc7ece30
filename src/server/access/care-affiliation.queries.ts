import type { Work } from "#server/platform/work.ts";

const careAffiliations = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.affiliation as a")
    .where("a.organizationId", "=", organizationId)
    .where("a.side", "=", "care");

/** The patient that this account is in this organization. */
export const findPatientOfAccount = async (
  work: Work,
  accountId: string,
): Promise<string | undefined> => {
  const row = await careAffiliations(work)
    .select("a.patientId")
    .where("a.accountId", "=", accountId)
    .where("a.endedAt", "is", null)
    .executeTakeFirst();
  return row?.patientId ?? undefined;
};

/** The account a patient signs in with, while its access has not ended. */
export const findCareAffiliation = (work: Work, patientId: string) =>
  careAffiliations(work)
    .innerJoin("global.account as c", "c.id", "a.accountId")
    .select(["a.id", "a.accountId", "c.email", "a.invitedAt", "a.invitedBy"])
    .where("a.patientId", "=", patientId)
    .where("a.endedAt", "is", null)
    .executeTakeFirst();
