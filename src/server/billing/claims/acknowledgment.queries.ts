import { sql, type Insertable } from "kysely";
import {
  decides,
  isToSendAgain,
  rejections,
} from "#server/billing/claims/acknowledgment-standing.queries.ts";
import type { StepwellAcknowledgment, StepwellClaimAcknowledgment } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

export type NewAcknowledgment = Omit<Insertable<StepwellAcknowledgment>, "organizationId">;
export type NewClaimAcknowledgment = Omit<
  Insertable<StepwellClaimAcknowledgment>,
  "organizationId"
>;

/** Files of ours by these interchange control numbers. */
export const filesByControl = ({ tx, organizationId }: Work, controls: readonly string[]) =>
  tx
    .selectFrom("stepwell.claimFile")
    .select(["id", "createdAt"])
    .where("organizationId", "=", organizationId)
    // What was taken back never left: nobody answers it.
    .where("takenBackAt", "is", null)
    .where(sql<boolean>`interchange_control = any(${controls}::text[])`)
    .orderBy("interchangeControl")
    .execute();

/** Keeps an acknowledgment. False where these very bytes said it of this file before, also a moment ago. */
export const insertAcknowledgment = async (
  { tx, organizationId }: Work,
  row: NewAcknowledgment,
): Promise<boolean> => {
  const kept = await tx
    .insertInto("stepwell.acknowledgment")
    .values({ organizationId, ...row })
    .onConflict((taken) => taken.constraint("acknowledgment_once").doNothing())
    .returning("id")
    .executeTakeFirst();
  return kept !== undefined;
};

const rowsPerStatement = 500;

export const insertClaimAcknowledgments = async (
  { tx, organizationId }: Work,
  rows: readonly NewClaimAcknowledgment[],
): Promise<void> => {
  for (let at = 0; at < rows.length; at += rowsPerStatement)
    await tx
      .insertInto("stepwell.claimAcknowledgment")
      .values(rows.slice(at, at + rowsPerStatement).map((row) => ({ organizationId, ...row })))
      .execute();
};

/** What these bytes said of each of these files. */
export const listTakenIn = (
  { tx, organizationId }: Work,
  claimFileIds: readonly string[],
  contentSha256: Buffer,
) =>
  tx
    .selectFrom("stepwell.acknowledgment as said")
    .select([
      "said.claimFileId",
      "said.saidAt",
      "said.receivedAt",
      decides(organizationId).as("isDeciding"),
    ])
    .where("said.organizationId", "=", organizationId)
    .where(sql<boolean>`said.claim_file_id = any(${claimFileIds}::uuid[])`)
    .where("said.contentSha256", "=", contentSha256)
    .execute();

/** When the last word on the content of a file was said, before a moment if one is given; null where there was none. */
export const lastSaidOfContent = async (
  { tx, organizationId }: Work,
  claimFileId: string,
  before: string | null,
): Promise<string | null> => {
  const row = await tx
    .selectFrom("stepwell.acknowledgment")
    .select("saidAt")
    .where("organizationId", "=", organizationId)
    .where("claimFileId", "=", claimFileId)
    .where("stage", ">", 1)
    .$if(before !== null, (all) => all.where("saidAt", "<", before ?? ""))
    .orderBy("saidAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.saidAt ?? null;
};

/** Claims that an answer rejects, where it is the one that decides. */
export const rejectedBy = async (
  { tx, organizationId }: Work,
  acknowledgmentId: string,
): Promise<string[]> => {
  const { rows } = await sql<{ claimId: string }>`
    select one.claim_id as "claimId" from ${rejections(organizationId)} and said.id = ${acknowledgmentId}`.execute(
    tx,
  );
  return rows.map(({ claimId }) => claimId);
};

/** Claims of a file by our numbers of them, held until the transaction ends: none is answered or sent again meanwhile. */
export const lockClaimsOfFile = ({ tx, organizationId }: Work, claimFileId: string) =>
  tx
    .selectFrom("stepwell.claim")
    .select(["id", "control", "patientId", "label"])
    .where("organizationId", "=", organizationId)
    .where("claimFileId", "=", claimFileId)
    .orderBy("control")
    .forUpdate()
    .execute();
export type ClaimOfFile = Awaited<ReturnType<typeof lockClaimsOfFile>>[number];

/** Rows of `claim` and `made`: what was made for a claim that stood rejected then and does no more, and was never held for it. */
const inVain = (organizationId: string) => sql`stepwell.claim
  join stepwell.claim made on made.organization_id = ${organizationId} and made.replaces_claim_id = claim.id
  where claim.organization_id = ${organizationId}
    and exists (select from stepwell.claim_acknowledgment was
      join stepwell.acknowledgment told on told.organization_id = ${organizationId} and told.id = was.acknowledgment_id
      where was.organization_id = ${organizationId} and was.claim_id = claim.id and was.verdict = 'rejected'
        and told.received_at <= made.created_at)
    and not exists (select from ${rejections(organizationId)} and one.claim_id = claim.id)
    and not exists (select from stepwell.claim_hold hold where hold.organization_id = ${organizationId}
      and hold.claim_id = made.id and hold.code = 'accepted-after-all')`;

/** Whether a file that lies here would send again what its payer took after all. */
export const isAnyMadeInVain = async (
  { tx, organizationId }: Work,
  claimFileId: string,
): Promise<boolean> => {
  const { rows } = await sql`
    select from ${inVain(organizationId)} and made.claim_file_id = ${claimFileId} limit 1`.execute(
    tx,
  );
  return rows.length > 0;
};

/** Claims not sent yet that were made in vain for one of a file. */
export const madeInVain = async ({ tx, organizationId }: Work, claimFileId: string) => {
  const { rows } = await sql<{
    id: string;
    patientId: string;
    state: string;
    version: number;
  }>`
    select made.id, made.patient_id as "patientId", made.state, made.version
    from ${inVain(organizationId)} and claim.claim_file_id = ${claimFileId}
      and made.state in ('built', 'scrubbed', 'ready')
    order by made.id
    for update of made`.execute(tx);
  return rows;
};

/** One more version of each claim: something was said of it. */
export const touchClaims = ({ tx, organizationId }: Work, claimIds: readonly string[]) =>
  tx
    .updateTable("stepwell.claim")
    .set({ version: sql<number>`version + 1` })
    .where("organizationId", "=", organizationId)
    .where(sql<boolean>`id = any(${claimIds}::uuid[])`)
    .returning(["id", "version"])
    .execute();

/** What was answered to a file, the last that was said first. */
export const listAcknowledgments = ({ tx, organizationId }: Work, claimFileId: string) =>
  tx
    .selectFrom("stepwell.acknowledgment as said")
    .select([
      "said.id",
      "said.kind",
      "said.verdict",
      "said.notes",
      "said.faults",
      "said.rejectedClaims",
      "said.name",
      "said.reason",
      "said.saidAt",
      "said.receivedAt",
      "said.actorName as receivedBy",
    ])
    .select(sql<string | null>`encode(said.content_sha256, 'hex')`.as("sha256"))
    .where("said.organizationId", "=", organizationId)
    .where("said.claimFileId", "=", claimFileId)
    .orderBy("said.saidAt", "desc")
    .orderBy("said.id", "desc")
    .execute();

/** What was said of the claims of these acknowledgments. */
export const listClaimFaults = (
  { tx, organizationId }: Work,
  acknowledgmentIds: readonly string[],
) =>
  tx
    .selectFrom("stepwell.claimAcknowledgment")
    .select(["acknowledgmentId", "faults"])
    .where("organizationId", "=", organizationId)
    .where(sql<boolean>`acknowledgment_id = any(${acknowledgmentIds}::uuid[])`)
    .where(sql<boolean>`faults <> '[]'`)
    .orderBy("id")
    .execute();

/** What the answer that stands says of a claim it rejected. */
export const findRejection = async ({ tx, organizationId }: Work, claimId: string) => {
  const { rows } = await sql<{ faults: unknown; notes: unknown; noted: unknown }>`
    select one.faults, said.notes,
      case when said.kind = 'noted' then jsonb_build_object('by', said.actor_name, 'reason', said.reason) end as noted
    from ${rejections(organizationId)} and one.claim_id = ${claimId}`.execute(tx);
  return rows[0];
};

/** Claims of a file that were rejected along with others and are still to be sent again. */
export const rejectedAlong = async ({ tx, organizationId }: Work, claimFileId: string) => {
  const { rows } = await sql<{ id: string; control: string; version: number; patientId: string }>`
    select claim.id, claim.control, claim.version, claim.patient_id as "patientId"
    from (select one.claim_id from ${rejections(organizationId)} and said.claim_file_id = ${claimFileId}
      and one.faults = '[]') rejected
    join stepwell.claim on claim.organization_id = ${organizationId} and claim.id = rejected.claim_id and ${isToSendAgain(organizationId)}
    order by claim.control`.execute(tx);
  return rows;
};

/** Files without a word on their content that were made since a moment and left before another. */
export const sumUnanswered = async (
  { tx, organizationId }: Work,
  {
    since,
    before,
    withTests,
  }: { readonly since: string; readonly before: string; readonly withTests: boolean },
): Promise<{ files: number; claims: number; totalCents: number; oldestAt: string | null }> =>
  await tx
    .selectFrom("stepwell.claimFile as file")
    .select([
      sql<number>`count(*)::int`.as("files"),
      sql<number>`coalesce(sum(file.claims), 0)::int`.as("claims"),
      sql<number>`coalesce(sum(file.total_cents), 0)::bigint`.as("totalCents"),
      sql<string | null>`min(file.handed_over_at)`.as("oldestAt"),
    ])
    .where("file.organizationId", "=", organizationId)
    .where("file.createdAt", ">=", since)
    .where("file.handedOverAt", "<", before)
    .$if(!withTests, (all) => all.where(sql<boolean>`not file.is_test`))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("stepwell.acknowledgment as said")
            .select("said.id")
            .where("said.organizationId", "=", organizationId)
            .whereRef("said.claimFileId", "=", "file.id")
            .where(
              sql<boolean>`(said.verdict = 'rejected' or (said.verdict <> 'unknown' and said.stage > 1))`,
            ),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
