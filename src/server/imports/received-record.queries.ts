import { sql } from "kysely";
import type { IncomingIdentifier, ReceivedSummary } from "#domain/imports/incoming.ts";
import type { Work } from "#server/platform/work.ts";

/** By what something of another system is known again. */
export interface SourceKey {
  readonly resourceType: string;
  readonly sourceKey: string;
}

/** What was received before under these keys from this source, in its newest version. */
export const listKnown = async (
  { tx, organizationId }: Work,
  source: string,
  keys: readonly SourceKey[],
) => {
  const { rows } = await sql<
    SourceKey & {
      readonly id: string;
      readonly contentSha256: string;
      readonly patientId: string;
      readonly becameKind: string | null;
      readonly becameId: string | null;
    }
  >`
    select record.id, record.resource_type, record.source_key, record.content_sha256, record.became_kind, record.became_id,
           coalesce(patient.duplicate_of_id, record.patient_id) as patient_id
      from jsonb_to_recordset(${JSON.stringify(
        keys.map((key) => ({ resource_type: key.resourceType, source_key: key.sourceKey })),
      )}::jsonb)
             as wanted(resource_type text, source_key text)
      join stepwell.received_record record
        on record.organization_id = ${organizationId} and record.source = ${source}
       and record.source_key = any(${keys.map((key) => key.sourceKey)}::text[])
       and record.resource_type = wanted.resource_type and record.source_key = wanted.source_key and record.replaced_at is null
      join stepwell.patient patient on patient.organization_id = ${organizationId} and patient.id = record.patient_id`.execute(
    tx,
  );
  return rows;
};

/** Patients here whom another system knows by one of these numbers. */
export const listNumbered = async (
  { tx, organizationId }: Work,
  identifiers: readonly IncomingIdentifier[],
) => {
  if (identifiers.length === 0) return [];
  const { rows } = await sql<{
    readonly system: string;
    readonly value: string;
    readonly patientId: string;
  }>`
    select known.system, known.value, coalesce(patient.duplicate_of_id, known.patient_id) as patient_id
      from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as wanted(system text, value text)
      join stepwell.import_identifier known
        on known.organization_id = ${organizationId} and known.system = wanted.system and known.value = wanted.value
       and known.value = any(${identifiers.map(({ value }) => value)}::text[])
      join stepwell.patient patient on patient.organization_id = ${organizationId} and patient.id = known.patient_id`.execute(
    tx,
  );
  return rows;
};

/** Remembers by which numbers another system knows a patient. Under a number that is known the first stays. */
export const rememberIdentifiers = async (
  { tx, organizationId }: Work,
  source: string,
  patientId: string,
  identifiers: readonly IncomingIdentifier[],
): Promise<void> => {
  if (identifiers.length === 0) return;
  await tx
    .insertInto("stepwell.importIdentifier")
    .values(
      identifiers.map(({ system, value }) => ({
        organizationId,
        source,
        system,
        value,
        patientId,
      })),
    )
    .onConflict((known) => known.doNothing())
    .execute();
};

export interface NewReceived extends SourceKey {
  readonly patientId: string;
  readonly source: string;
  readonly content: string;
  readonly contentSha256: string;
  readonly summary: ReceivedSummary | null;
  readonly label: string;
  readonly runId: string;
  readonly becameKind: string | null;
  readonly becameId: string | null;
}

/** Keeps what was received; an earlier version of the same is kept, too, as replaced. Answers the new id. */
export const keepReceived = async (work: Work, received: NewReceived): Promise<string> => {
  const { tx, organizationId } = work;
  const now = work.now.toString();
  const id = work.newId();
  await tx
    .updateTable("stepwell.receivedRecord")
    .set({ replacedAt: now })
    .where("organizationId", "=", organizationId)
    .where("source", "=", received.source)
    .where("resourceType", "=", received.resourceType)
    .where("sourceKey", "=", received.sourceKey)
    .where("replacedAt", "is", null)
    .execute();
  const { summary, ...rest } = received;
  await tx
    .insertInto("stepwell.receivedRecord")
    .values({
      organizationId,
      id,
      ...rest,
      summary: summary === null ? null : JSON.stringify(summary),
      receivedAt: now,
    })
    .execute();
  return id;
};

/** What is shown of a patient as received from elsewhere: the newest version of each, of these labels. */
export const listReceived = (
  { tx, organizationId }: Work,
  patientId: string,
  labels: readonly string[],
) =>
  tx
    .selectFrom("stepwell.receivedRecord")
    .select(["id", "patientId", "resourceType", "source", "label", "summary", "receivedAt"])
    .where("organizationId", "=", organizationId)
    .where("patientId", "=", patientId)
    .where("replacedAt", "is", null)
    .where("summary", "is not", null)
    .where("label", "in", [...labels])
    .orderBy("resourceType")
    .orderBy("receivedAt", "desc")
    .orderBy("id")
    .limit(500)
    .execute();
