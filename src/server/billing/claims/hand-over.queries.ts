import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** A file that lies here: it neither left nor was taken back. Of two who act at once the second finds none. */
const lyingHere = ({ tx, organizationId }: Work, claimFileId: string) =>
  tx
    .updateTable("stepwell.claimFile")
    .where("organizationId", "=", organizationId)
    .where("id", "=", claimFileId)
    .where("handedOverAt", "is", null)
    .where("takenBackAt", "is", null);

/** Whether the file left by this. */
export const handOver = async (work: Work, claimFileId: string): Promise<boolean> => {
  const left = await lyingHere(work, claimFileId)
    .set({ handedOverAt: work.now.toString(), handedOverBy: work.actor.name })
    .returning("id")
    .executeTakeFirst();
  return left !== undefined;
};

/** When the file was made that was taken back by this; none where it left, or was taken back before. */
export const takeBack = async (
  work: Work,
  claimFileId: string,
  reason: string,
): Promise<string | undefined> => {
  const { actor, now } = work;
  const taken = await lyingHere(work, claimFileId)
    .set({ takenBackAt: now.toString(), takenBackBy: actor.name, takenBackReason: reason })
    .returning("createdAt")
    .executeTakeFirst();
  return taken?.createdAt;
};

/** Whether a file was taken back; undefined where there is none. */
export const wasTakenBack = async (
  { tx, organizationId }: Work,
  claimFileId: string,
): Promise<boolean | undefined> => {
  const row = await tx
    .selectFrom("stepwell.claimFile")
    .select("takenBackAt")
    .where("organizationId", "=", organizationId)
    .where("id", "=", claimFileId)
    .executeTakeFirst();
  return row === undefined ? undefined : row.takenBackAt !== null;
};

/** Whether a file lies here yet. */
export const isHere = async (
  { tx, organizationId }: Work,
  claimFileId: string,
): Promise<boolean> => {
  const row = await tx
    .selectFrom("stepwell.claimFile")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("id", "=", claimFileId)
    .where("handedOverAt", "is", null)
    .where("takenBackAt", "is", null)
    .executeTakeFirst();
  return row !== undefined;
};

/** The claims of a file are in none any more, and ready; each with the file of the claim whose place it takes. */
export const returnClaims = async ({ tx, organizationId }: Work, claimFileId: string) => {
  const { rows } = await sql<{
    id: string;
    patientId: string;
    frequency: string;
    version: number;
    replacedInFileId: string | null;
  }>`
    update stepwell.claim set state = 'ready', claim_file_id = null, version = claim.version + 1
    where claim.organization_id = ${organizationId} and claim.claim_file_id = ${claimFileId}
    returning claim.id, claim.patient_id as "patientId", claim.frequency, claim.version, (
      select was.claim_file_id from stepwell.claim was
      where was.organization_id = ${organizationId} and was.id = claim.replaces_claim_id) as "replacedInFileId"`.execute(
    tx,
  );
  return rows;
};

/** Files that lie here yet. */
export const sumHere = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.claimFile")
    .select([
      sql<number>`count(*)::int`.as("files"),
      sql<number>`coalesce(sum(claims), 0)::int`.as("claims"),
      sql<number>`coalesce(sum(total_cents), 0)::bigint`.as("totalCents"),
      sql<string | null>`min(created_at)`.as("oldestAt"),
    ])
    .where("organizationId", "=", organizationId)
    .where("handedOverAt", "is", null)
    .where("takenBackAt", "is", null)
    .executeTakeFirstOrThrow();
