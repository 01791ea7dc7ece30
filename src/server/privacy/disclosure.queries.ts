import { sql, type Insertable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/privacy/disclosure.api.ts";
import { inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellDisclosure } from "#server/db/rows.ts";
import { isPersonSeen } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** A line of the accounting to be written. The hash is in hexadecimal. */
type NewDisclosure = Omit<
  Insertable<StepwellDisclosure>,
  "organizationId" | "contentSha256" | "information"
> & { readonly contentSha256: string | null; readonly information: readonly string[] };

/** Writes lines of the accounting, in one statement however many they are. */
export const insertDisclosures = async (
  { tx, organizationId }: Work,
  rows: readonly NewDisclosure[],
): Promise<void> => {
  await sql`
    insert into stepwell.disclosure (organization_id, id, patient_id, at, recipient, purpose, information, record_kind, record_id, label, basis,
      consent_id, notice_version, channel, content_sha256, account_id, actor_name, emergency_ground, emergency_nature, recipient_affiliation,
      told_by, told_at, court_order_id, restriction_id, record_review_id,
      minor_relation, minor_lacks_capacity, minor_threat, minor_reduced_by)
    select ${organizationId}, d."id", d."patientId", d."at", d."recipient", d."purpose", array(select jsonb_array_elements_text(d."information")),
      d."recordKind", d."recordId", d."label", d."basis", d."consentId", d."noticeVersion", d."channel", decode(d."contentSha256", 'hex'),
      d."accountId", d."actorName", d."emergencyGround", d."emergencyNature", d."recipientAffiliation", d."toldBy", d."toldAt", d."courtOrderId", d."restrictionId", d."recordReviewId",
      d."minorRelation", d."minorLacksCapacity", d."minorThreat", d."minorReducedBy"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d("id" uuid, "patientId" uuid, "at" timestamptz, "recipient" text, "purpose" text,
      "information" jsonb, "recordKind" text, "recordId" uuid, "label" text, "basis" text, "consentId" uuid, "noticeVersion" text,
      "channel" text, "contentSha256" text, "accountId" uuid, "actorName" text, "emergencyGround" text, "emergencyNature" text,
      "recipientAffiliation" text, "toldBy" text, "toldAt" timestamptz, "courtOrderId" uuid, "restrictionId" uuid, "recordReviewId" uuid, "minorRelation" text, "minorLacksCapacity" text, "minorThreat" text, "minorReducedBy" text)`.execute(
    tx,
  );
};

/** Lines that did not happen, as the records they tell of never left: for each one more line that says so. */
export const strike = async (
  { tx, organizationId, now, actor }: Work,
  {
    recordKind,
    recordIds,
    patientIds,
    at,
  }: {
    readonly recordKind: string;
    readonly recordIds: readonly string[];
    readonly patientIds: readonly string[];
    readonly at: string;
  },
): Promise<void> => {
  await sql`
    insert into stepwell.disclosure (organization_id, id, patient_id, at, recipient, purpose, information, record_kind, record_id, label,
      basis, consent_id, notice_version, channel, account_id, actor_name, strikes_id)
    select d.organization_id, stepwell.new_id(), d.patient_id, ${now.toString()}, d.recipient, d.purpose, d.information, d.record_kind,
      d.record_id, d.label, d.basis, d.consent_id, d.notice_version, d.channel, ${actor.accountId}, ${actor.name}, d.id
    from stepwell.disclosure d
    where d.organization_id = ${organizationId} and d.patient_id = any(${[...patientIds]}::uuid[]) and d.at = ${at}
      and d.record_kind = ${recordKind} and d.record_id = any(${[...recordIds]}::uuid[]) and d.channel = 'interface' and d.strikes_id is null
      and not exists (select from stepwell.disclosure struck where struck.organization_id = d.organization_id and struck.strikes_id = d.id)`.execute(
    tx,
  );
};

/** The lines of a patient whose papers whoever asks sees. */
const matching = (work: Work, patientId: string) =>
  work.tx
    .selectFrom("stepwell.disclosure as told")
    .where("told.organizationId", "=", work.organizationId)
    .where("told.patientId", "=", patientId)
    .where("told.strikesId", "is", null)
    .where(isPersonSeen(work, sql`told.patient_id`, "disclosure"));

/** Newest first: ids grow with time. */
export const listDisclosures = (work: Work, input: Parsed<typeof api.listDisclosures>) =>
  inPages(
    matching(work, input.patientId)
      .leftJoin("stepwell.disclosure as striking", (on) =>
        on
          .on("striking.organizationId", "=", work.organizationId)
          .onRef("striking.strikesId", "=", "told.id"),
      )
      .select([
        "striking.at as struckAt",
        "striking.actorName as struckBy",
        "told.id",
        "told.patientId",
        "told.at",
        "told.recipient",
        "told.purpose",
        "told.information",
        "told.recordKind",
        "told.recordId",
        "told.label",
        "told.basis",
        "told.consentId",
        "told.noticeVersion",
        "told.channel",
        "told.actorName",
        "told.emergencyGround",
        "told.emergencyNature",
        "told.recipientAffiliation",
        "told.toldBy",
        "told.toldAt",
        "told.courtOrderId",
        "told.restrictionId",
        "told.recordReviewId",
        "told.minorRelation",
        "told.minorLacksCapacity",
        "told.minorThreat",
        "told.minorReducedBy",
      ])
      .select(totalOf(matching(work, input.patientId))),
    { ...input, order: "desc", key: sql<string>`told.id::text`, id: sql<string>`told.id` },
  ).execute();
