import { sql, type Insertable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/billing/claims/claim-file.api.ts";
import { inPages, totalOf } from "#server/db/keyset.ts";
import { isToSendAgain } from "#server/billing/claims/acknowledgment-standing.queries.ts";
import type { StepwellClaimFile } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

export type NewFile = Omit<Insertable<StepwellClaimFile>, "organizationId">;

export const insertFile = async ({ tx, organizationId }: Work, file: NewFile): Promise<void> => {
  await tx
    .insertInto("stepwell.claimFile")
    .values({ organizationId, ...file })
    .execute();
};

const files = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.claimFile as file")
    .innerJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "file.payerId"),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("stepwell.acknowledgment as one")
          .select(["one.id", "one.kind", "one.verdict", "one.saidAt", "one.rejectedClaims"])
          .where("one.organizationId", "=", organizationId)
          .whereRef("one.claimFileId", "=", "file.id")
          .where("one.verdict", "<>", "unknown")
          .orderBy("one.stage", "desc")
          .orderBy("one.saidAt", "desc")
          .orderBy("one.id", "desc")
          .limit(1)
          .as("said"),
      (on) => on.onTrue(),
    )
    .select([
      "said.kind",
      "said.verdict",
      "said.saidAt",
      "said.rejectedClaims",
      "file.id",
      "file.name",
      "file.form",
      "file.guide",
      "file.payerId",
      "payer.name as payerName",
      "file.isTest",
      "file.interchangeControl",
      "file.groupControl",
      "file.claims",
      "file.lines",
      "file.totalCents",
      "file.createdAt",
      "file.actorName as createdBy",
      "file.handedOverAt",
      "file.handedOverBy",
      "file.takenBackAt",
      "file.takenBackBy",
      "file.takenBackReason",
    ])
    .select([
      sql<number>`(select count(*)::int from stepwell.claim_acknowledgment one
        join stepwell.claim on claim.organization_id = ${organizationId} and claim.id = one.claim_id and ${isToSendAgain(organizationId)}
        where one.organization_id = ${organizationId} and one.acknowledgment_id = said.id and one.verdict = 'rejected')`.as(
        "toSendAgain",
      ),
      sql<number>`octet_length(file.content)`.as("bytes"),
      sql<string>`encode(file.content_sha256, 'hex')`.as("sha256"),
    ])
    .where("file.organizationId", "=", organizationId);
export type FileRow = Awaited<ReturnType<ReturnType<typeof files>["execute"]>>[number];

/** When a file was made, and its number among those of one moment: ids tell when they were kept, which may be later. */
const whenMade = sql<string>`concat(to_char(file.created_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), file.interchange_control)`;

type Listing = Parsed<typeof api.listClaimFiles> & { readonly zone: string };

const asked = ({ payerId, from, to, zone }: Listing) => [
  ...(payerId === undefined ? [] : [sql<boolean>`file.payer_id = ${payerId}`]),
  ...(from === undefined
    ? []
    : [sql<boolean>`file.created_at >= ${from}::date::timestamp at time zone ${zone}`]),
  ...(to === undefined
    ? []
    : [sql<boolean>`file.created_at < (${to}::date + 1)::timestamp at time zone ${zone}`]),
];

/** Newest first. */
export const listFiles = (work: Work, input: Listing) => {
  const matching = work.tx
    .selectFrom("stepwell.claimFile as file")
    .where("file.organizationId", "=", work.organizationId)
    .where((eb) => eb.and(asked(input)));
  return inPages(
    files(work)
      .where((eb) => eb.and(asked(input)))
      .select(totalOf(matching)),
    { ...input, order: "desc", key: whenMade, id: sql<string>`file.id` },
  ).execute();
};

export const findFile = (work: Work, claimFileId: string) =>
  files(work).where("file.id", "=", claimFileId).executeTakeFirst();

/** Several files in the order they were made. */
export const listFilesOf = (work: Work, claimFileIds: readonly string[]) =>
  files(work)
    .where(sql<boolean>`file.id = any(${claimFileIds}::uuid[])`)
    .orderBy("file.interchangeControl")
    .execute();

export const findContent = ({ tx, organizationId }: Work, claimFileId: string) =>
  tx
    .selectFrom("stepwell.claimFile")
    .select(["name", "content"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", claimFileId)
    .executeTakeFirst();
