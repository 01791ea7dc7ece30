import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import {
  acknowledgmentDueOn,
  standingAfter,
  verdictSchema,
  type FileStanding,
} from "#domain/billing/claims/acknowledgment.ts";
import type * as api from "#domain/billing/claims/claim-file.api.ts";
import { claimFileSchema, type ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { acknowledgmentsOf } from "#server/billing/claims/acknowledgments-of-file.ts";
import { awaitedAnswers, isAwaited, type Awaited } from "#server/billing/claims/awaited-answers.ts";
import { claimRowOf } from "#server/billing/claims/claim-read.ts";
import { segmentsOf } from "#server/billing/claims/claim-segments.ts";
import * as queries from "#server/billing/claims/claim-file.queries.ts";
import { listClaimsOfFile } from "#server/billing/claims/claim.queries.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

interface Now {
  readonly zone: string;
  readonly today: string;
  readonly awaited: Awaited;
}

const standingOf = ({
  kind,
  verdict,
  handedOverAt,
  takenBackAt,
}: queries.FileRow): FileStanding => {
  if (takenBackAt !== null) return "taken-back";
  if (handedOverAt === null) return "made";
  return standingAfter(
    kind === null || verdict === null ? null : { kind, verdict: verdictSchema.parse(verdict) },
  );
};

/** Since when a file stands as it does. */
const sinceOf = (row: queries.FileRow, standing: FileStanding): string => {
  const { createdAt, handedOverAt, takenBackAt, saidAt } = row;
  if (standing === "made") return createdAt;
  if (standing === "taken-back") return takenBackAt ?? createdAt;
  const leftAt = handedOverAt ?? createdAt;
  return standing === "waiting" || standing === "received" ? leftAt : (saidAt ?? leftAt);
};

const claimFileOf = (row: queries.FileRow, { zone, today, awaited }: Now): ClaimFile => {
  const { rejectedClaims, toSendAgain, handedOverAt, takenBackAt } = row;
  const standing = standingOf(row);
  const answerDueOn =
    handedOverAt === null
      ? null
      : acknowledgmentDueOn(dateAt(Temporal.Instant.from(handedOverAt), zone));
  const isOpen = standing === "waiting" || standing === "received";
  return claimFileSchema.parse({
    ...row,
    payer: { id: row.payerId, name: row.payerName },
    standing,
    standsSince: sinceOf(row, standing),
    takenBack:
      takenBackAt === null
        ? null
        : { at: takenBackAt, by: row.takenBackBy, reason: row.takenBackReason },
    rejectedClaims: rejectedClaims ?? 0,
    toSendAgain,
    answerDueOn,
    isOverdue: isOpen && answerDueOn !== null && answerDueOn < today && isAwaited(awaited, row),
  });
};

const filesAsShown = async (work: Work, rows: readonly queries.FileRow[]): Promise<ClaimFile[]> => {
  const { zone } = await getOrganization(work);
  const now = { zone, today: dateAt(work.now, zone), awaited: await awaitedAnswers(work) };
  return rows.map((row) => claimFileOf(row, now));
};

/** Several files in the order they were made. */
export const claimFilesOf = async (
  work: Work,
  claimFileIds: readonly string[],
): Promise<ClaimFile[]> => filesAsShown(work, await queries.listFilesOf(work, claimFileIds));

export const listClaimFiles = async (
  work: Work,
  input: Parsed<typeof api.listClaimFiles>,
): Promise<Output<typeof api.listClaimFiles>> => {
  const { zone } = await getOrganization(work);
  const page = pageOfRows(await queries.listFiles(work, { ...input, zone }), input.limit);
  return { ...page, rows: await filesAsShown(work, page.rows) };
};

/** A file as people, and as what is sent. */
export const readClaimFile = async (
  work: Work,
  claimFileId: string,
): Promise<Output<typeof api.readClaimFile>> => {
  const [file] = await claimFilesOf(work, [claimFileId]);
  const kept = await queries.findContent(work, claimFileId);
  if (file === undefined || kept === undefined) throw notFound();
  const rows = await listClaimsOfFile(work, claimFileId);
  return {
    file,
    rows: rows.map(claimRowOf),
    acknowledgments: await acknowledgmentsOf(work, claimFileId),
    segments: segmentsOf(kept.content),
  };
};

/** The bytes of a file. */
export const contentOf = async (work: Work, claimFileId: string): Promise<Uint8Array> => {
  const kept = await queries.findContent(work, claimFileId);
  if (kept === undefined) throw notFound();
  return kept.content;
};
