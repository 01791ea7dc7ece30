import { sql, type Insertable } from "kysely";
import {
  rejectedAt,
  rejectedFaults,
} from "#server/billing/claims/acknowledgment-standing.queries.ts";
import { countsAs, fileBy, replacedBy } from "#server/billing/claims/claim-place.queries.ts";
import { saysOtherwise } from "#server/billing/claims/claim-standing.queries.ts";
import type { StepwellClaim } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

export type NewClaim = Omit<Insertable<StepwellClaim>, "organizationId">;

/** Rows of a statement may not have more parameters than PostgreSQL takes. */
const rowsPerStatement = 500;

export const insertClaims = async (
  { tx, organizationId }: Work,
  claims: readonly NewClaim[],
): Promise<void> => {
  for (let at = 0; at < claims.length; at += rowsPerStatement) {
    await tx
      .insertInto("stepwell.claim")
      .values(claims.slice(at, at + rowsPerStatement).map((row) => ({ organizationId, ...row })))
      .execute();
  }
};

/** Codes of what keeps a claim now. */
const openHoldCodes = (organizationId: string) => sql<string[]>`array(
  select hold.code from stepwell.claim_hold hold
  where hold.organization_id = ${organizationId} and hold.claim_id = claim.id and hold.released_at is null
  order by hold.raised_at, hold.code)`;

const countOf = (severity: string) =>
  sql<number>`(select count(*)::int from jsonb_array_elements(claim.findings) found where found->>'severity' = ${severity})`;

const firstFault = sql`(
  select found from jsonb_array_elements(claim.findings) with ordinality findings(found, nth)
  where found->>'severity' = 'error' order by nth limit 1)`;

const claims = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.claim as claim")
    .innerJoin("stepwell.patient as patient", (on) =>
      on
        .on("patient.organizationId", "=", organizationId)
        .onRef("patient.id", "=", "claim.patientId"),
    )
    .innerJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "claim.payerId"),
    )
    .where("claim.organizationId", "=", organizationId);

/** Claims as lists show them. */
export const rowsOf = (work: Work) =>
  claims(work)
    .select([
      "claim.id",
      "claim.control",
      "claim.patientId",
      "claim.payerId",
      "payer.name as payerName",
      "patient.givenName",
      "patient.familyName",
      "patient.preferredName",
      "patient.mrn",
      "claim.enrollmentId",
      "claim.coverageId",
      "claim.contractVersionId",
      "claim.form",
      "claim.frequency",
      "claim.state",
      "claim.isTest",
      "claim.fromDate",
      "claim.throughDate",
      "claim.lineCount",
      "claim.totalCents",
      "claim.label",
      "claim.claimFileId",
      "claim.replacesClaimId",
      "claim.payerClaimControl",
      "claim.createdAt",
      "claim.version",
    ])
    .select([
      openHoldCodes(work.organizationId).as("holds"),
      saysOtherwise(work.organizationId).as("isOutdated"),
      replacedBy(work.organizationId).as("replacedBy"),
      countsAs(work.organizationId).as("countsAs"),
      fileBy(work.organizationId).as("fileBy"),
      rejectedAt(work.organizationId).as("rejectedAt"),
      rejectedFaults(work.organizationId).as("rejectedFaults"),
      countOf("error").as("errorCount"),
      countOf("warning").as("warningCount"),
      firstFault.as("fault"),
    ]);

export type ClaimListRow = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

export const listClaimsOfFile = (work: Work, claimFileId: string) =>
  rowsOf(work).where("claim.claimFileId", "=", claimFileId).orderBy("claim.control").execute();

const withSnapshot = (work: Work) =>
  rowsOf(work).select(["claim.snapshot", "claim.findings", "claim.replacedDays"]);

export const findClaim = (work: Work, claimId: string) =>
  withSnapshot(work).where("claim.id", "=", claimId).executeTakeFirst();

export const findClaimByControl = async (
  { tx, organizationId }: Work,
  control: string,
): Promise<string | undefined> => {
  const row = await tx
    .selectFrom("stepwell.claim")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("control", "=", control)
    .executeTakeFirst();
  return row?.id;
};

/**
 * The claim, held until the transaction ends. It is read once it is held: a statement that waited goes on with what stood beside
 * the claim when it began, such as that nothing took its place.
 */
export const lockClaim = async (work: Work, claimId: string) => {
  await work.tx
    .selectFrom("stepwell.claim")
    .select("id")
    .where("organizationId", "=", work.organizationId)
    .where("id", "=", claimId)
    .forUpdate()
    .executeTakeFirst();
  return findClaim(work, claimId);
};
export type ClaimRecord = NonNullable<Awaited<ReturnType<typeof lockClaim>>>;

/** Where a claim stands, and what was found; nothing else of it can be changed. */
export const updateClaim = async (
  { tx, organizationId }: Work,
  claimId: string,
  changed: { readonly state: string; readonly findings?: string },
): Promise<void> => {
  await tx
    .updateTable("stepwell.claim")
    .set({ ...changed, version: sql<number>`version + 1` })
    .where("organizationId", "=", organizationId)
    .where("id", "=", claimId)
    .execute();
};

export const findRelative = ({ tx, organizationId }: Work, claimId: string) =>
  tx
    .selectFrom("stepwell.claim")
    .select(["id", "control", "frequency", "state"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", claimId)
    .executeTakeFirst();

/** Whether a later interim bill of the same stay and policy stands. */
export const hasLaterBill = async (
  { tx, organizationId }: Work,
  claim: Pick<ClaimRecord, "id" | "enrollmentId" | "coverageId" | "throughDate">,
): Promise<boolean> => {
  const later = await tx
    .selectFrom("stepwell.claim")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("enrollmentId", "=", claim.enrollmentId)
    .where("coverageId", "=", claim.coverageId)
    .where("frequency", "in", ["3", "4"])
    .where("state", "<>", "withdrawn")
    .where("fromDate", ">", claim.throughDate)
    .executeTakeFirst();
  return later !== undefined;
};

/**
 * Claims that are ready, say what would be billed now, and whose days lie in a range, held until the transaction ends. What
 * would be corrected at once is not sent first.
 */
export const lockReadyClaims = (
  { tx, organizationId }: Work,
  { from, to }: { readonly from: string; readonly to: string },
) =>
  tx
    .selectFrom("stepwell.claim")
    .select([
      "id",
      "control",
      "patientId",
      "payerId",
      "form",
      "isTest",
      "lineCount",
      "totalCents",
      "label",
      "snapshot",
      "snapshotSha256",
      "state",
      "version",
    ])
    .where("organizationId", "=", organizationId)
    .where("state", "=", "ready")
    .where("fromDate", ">=", from)
    .where("throughDate", "<=", to)
    .where((eb) => eb.not(saysOtherwise(organizationId)))
    .orderBy("id")
    .forUpdate()
    .execute();
export type ReadyClaim = Awaited<ReturnType<typeof lockReadyClaims>>[number];

/** The same as they are now, held by nobody. */
export const listReadyClaims = (
  work: Work,
  { from, to }: { readonly from: string; readonly to: string },
) =>
  rowsOf(work)
    .select([
      sql<string>`claim.snapshot->'submitter'->>'id'`.as("submitterId"),
      sql<string>`claim.snapshot->'receiver'->>'id'`.as("receiverId"),
    ])
    .where("claim.state", "=", "ready")
    .where("claim.fromDate", ">=", from)
    .where("claim.throughDate", "<=", to)
    .where((eb) => eb.not(saysOtherwise(work.organizationId)))
    .orderBy("claim.control")
    .execute();

/** Claims of a range that wait, with why; also those that are ready and say another thing than would be billed now. */
export const listHeldClaims = (
  work: Work,
  { from, to }: { readonly from: string; readonly to: string },
) =>
  rowsOf(work)
    .where((eb) =>
      eb.or([
        eb("claim.state", "in", ["built", "scrubbed"]),
        eb.and([eb("claim.state", "=", "ready"), saysOtherwise(work.organizationId)]),
      ]),
    )
    .where("claim.fromDate", ">=", from)
    .where("claim.throughDate", "<=", to)
    .orderBy("claim.control")
    .execute();

const isOneOf = (claimIds: readonly string[]) => sql<boolean>`id = any(${claimIds}::uuid[])`;

/** These claims are in this file now. */
export const exportIn = async (
  { tx, organizationId }: Work,
  claimFileId: string,
  claimIds: readonly string[],
): Promise<void> => {
  await tx
    .updateTable("stepwell.claim")
    .set({ state: "exported", claimFileId, version: sql<number>`version + 1` })
    .where("organizationId", "=", organizationId)
    .where(isOneOf(claimIds))
    .execute();
};

/** These claims were ready and wait again. */
export const stopClaims = async (
  { tx, organizationId }: Work,
  claimIds: readonly string[],
): Promise<void> => {
  await tx
    .updateTable("stepwell.claim")
    .set({ state: "scrubbed", version: sql<number>`version + 1` })
    .where("organizationId", "=", organizationId)
    .where(isOneOf(claimIds))
    .execute();
};
