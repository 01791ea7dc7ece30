import { sql, type Insertable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/privacy/disclosure.api.ts";
import { inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellDisclosure } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

type NewDisclosure = Omit<Insertable<StepwellDisclosure>, "organizationId">;

export const insertDisclosures = async (
  { tx, organizationId }: Work,
  rows: readonly NewDisclosure[],
): Promise<void> => {
  await tx
    .insertInto("stepwell.disclosure")
    .values(rows.map((row) => ({ organizationId, ...row })))
    .execute();
};

const matching = ({ tx, organizationId }: Work, patientId: string) =>
  tx
    .selectFrom("stepwell.disclosure as told")
    .where("told.organizationId", "=", organizationId)
    .where("told.patientId", "=", patientId);

/** Newest first: ids grow with time. */
export const listDisclosures = (work: Work, input: Parsed<typeof api.listDisclosures>) =>
  inPages(
    matching(work, input.patientId)
      .select([
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
      ])
      .select(totalOf(matching(work, input.patientId))),
    { ...input, order: "desc", key: sql<string>`told.id::text`, id: sql<string>`told.id` },
  ).execute();
