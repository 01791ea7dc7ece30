import { sql, type Insertable, type Updateable } from "kysely";
import type { StepwellConsent } from "#server/db/rows.ts";
import { isPersonSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

const consents = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.consent as consent")
    .innerJoin("stepwell.patient as patient", (on) =>
      on
        .on("patient.organizationId", "=", organizationId)
        .onRef("patient.id", "=", "consent.patientId"),
    )
    .select([
      "consent.id",
      "consent.patientId",
      "consent.kind",
      "consent.discloser",
      "consent.recipientKind",
      "consent.recipients",
      "consent.information",
      "consent.purposes",
      "consent.expiresOn",
      "consent.expiresAtEvent",
      "consent.eventOn",
      "consent.statesRevocation",
      "consent.statesRedisclosure",
      "consent.statesRefusal",
      "consent.signedOn",
      "consent.signedBy",
      "consent.signerRelation",
      "consent.signatureMethod",
      "consent.careState",
      "consent.secondSignedBy",
      "consent.secondSignerRelation",
      "consent.secondSignedOn",
      "consent.templateVersion",
      "consent.revokedOn",
      "consent.revocationReason",
      "consent.createdAt",
      "consent.version",
      "patient.birthDate",
    ])
    .where("consent.organizationId", "=", organizationId);

const isSeen = (work: Work) => isPersonSeen(work, sql`consent.patient_id`, "disclosure");

/** The consents of a patient whose papers whoever asks sees. */
export const listConsents = (work: Work, patientId: string) =>
  consents(work)
    .where("consent.patientId", "=", patientId)
    .where(isSeen(work))
    .orderBy("consent.id", "desc")
    .execute();

const isOfOneOf = (patientIds: readonly string[]) =>
  sql<boolean>`consent.patient_id = any(${patientIds}::uuid[])`;

/** The consents of several patients, in one statement. */
export const listConsentsOfMany = (work: Work, patientIds: readonly string[]) =>
  consents(work).where(isOfOneOf(patientIds)).orderBy("consent.id", "desc").execute();

/** The same, kept from being revoked until the transaction ends: what is sent now is sent under them. */
export const holdConsents = (work: Work, patientIds: readonly string[]) =>
  consents(work)
    .where(isOfOneOf(patientIds))
    .orderBy("consent.id", "desc")
    .forShare("consent")
    .execute();

export const findConsent = (work: Work, consentId: string) =>
  consents(work).where("consent.id", "=", consentId).where(isSeen(work)).executeTakeFirst();

/** The consent, held until the transaction ends. */
export const lockConsent = (work: Work, consentId: string) =>
  consents(work)
    .where("consent.id", "=", consentId)
    .where(isSeen(work))
    .forUpdate("consent")
    .executeTakeFirst();

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

/** The states in which this organization cares for people. */
export const careStates = async ({ tx, organizationId }: Work): Promise<string[]> => {
  const rows = await tx
    .selectFrom("stepwell.site")
    .select("state")
    .distinct()
    .where("organizationId", "=", organizationId)
    .where("retiredAt", "is", null)
    .execute();
  return rows.map((row) => row.state);
};
