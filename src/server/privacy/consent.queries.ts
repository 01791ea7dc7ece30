import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellConsent } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

const consents = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.consent")
    .select([
      "id",
      "patientId",
      "kind",
      "discloser",
      "recipientKind",
      "recipients",
      "information",
      "purposes",
      "expiresOn",
      "expiresAtEvent",
      "eventOn",
      "statesRevocation",
      "statesRedisclosure",
      "statesRefusal",
      "signedOn",
      "signedBy",
      "signerRelation",
      "signatureMethod",
      "templateVersion",
      "revokedOn",
      "revocationReason",
      "createdAt",
      "version",
    ])
    .where("organizationId", "=", organizationId);

export const listConsents = (work: Work, patientId: string) =>
  consents(work).where("patientId", "=", patientId).orderBy("id", "desc").execute();

/** The consents of a patient, kept from being revoked until the transaction ends: what is sent now is sent under them. */
export const holdConsents = (work: Work, patientId: string) =>
  consents(work).where("patientId", "=", patientId).orderBy("id", "desc").forShare().execute();

export const findConsent = (work: Work, consentId: string) =>
  consents(work).where("id", "=", consentId).executeTakeFirst();

/** The consent, held until the transaction ends. */
export const lockConsent = (work: Work, consentId: string) =>
  consents(work).where("id", "=", consentId).forUpdate().executeTakeFirst();

export type ConsentRow = NonNullable<Awaited<ReturnType<typeof findConsent>>>;
type NewConsent = Omit<Insertable<StepwellConsent>, "organizationId" | "version">;

export const insertConsent = async (
  { tx, organizationId }: Work,
  consent: NewConsent,
): Promise<void> => {
  await tx
    .insertInto("stepwell.consent")
    .values({ organizationId, ...consent })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockConsent`. */
export const updateConsent = async (
  { tx, organizationId }: Work,
  consentId: string,
  changed: Updateable<StepwellConsent>,
): Promise<void> => {
  await tx
    .updateTable("stepwell.consent")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", consentId)
    .execute();
};
