import { Readable } from "node:stream";
import type * as api from "#domain/billing/claims/claim-file.api.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import {
  isAnyMadeInVain,
  lockClaimsOfFile,
} from "#server/billing/claims/acknowledgment.queries.ts";
import { rejectedBefore } from "#server/billing/claims/bill-before.queries.ts";
import { findContent } from "#server/billing/claims/claim-file.queries.ts";
import { claimFilesOf } from "#server/billing/claims/claim-file.service.ts";
import { listClaimsOfFile } from "#server/billing/claims/claim.queries.ts";
import { refusalsAtTheDoor } from "#server/billing/claims/export-rehearsal.service.ts";
import * as queries from "#server/billing/claims/hand-over.queries.ts";
import { holdMadeInVain, stopUnsent } from "#server/billing/claims/stop-claims.ts";
import type { FileAnswer } from "#server/platform/http/on.ts";
import { announce, announceAll } from "#server/platform/live/announce.ts";
import { recordChanges } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { strikeDisclosures } from "#server/privacy/disclosure.service.ts";

/** Whether a file left that lay here until now; false where it had left before. What was taken back leaves no more. */
const leave = async (work: Work, claimFileId: string): Promise<boolean> => {
  const isFirst = await queries.handOver(work, claimFileId);
  if (isFirst) announce(work, "claim-file", claimFileId);
  else if (await queries.wasTakenBack(work, claimFileId)) throw conflict("file-taken-back");
  return isFirst;
};

/** Keeps that a file is out of the house, where whoever acts knows that: it was written to a folder, or its receiver spoke of it. */
export const markHandedOver = async (work: Work, claimFileId: string): Promise<void> => {
  await leave(work, claimFileId);
};

/** A payer that was not told of a claim has neither answered it nor given it a number. The claim is locked, so that its file is not taken back meanwhile. */
export const refuseNotHandedOver = async (
  work: Work,
  { claimFileId }: { readonly claimFileId: string | null },
): Promise<void> => {
  if (claimFileId !== null && (await queries.isHere(work, claimFileId)))
    throw conflict("file-not-handed-over");
};

/** Bills of a stay that follow another, where the payer lacks one in front of them. */
const laterBillsBehindRejected = async <Bill extends { id: string; frequency: string }>(
  work: Work,
  claims: readonly Bill[],
): Promise<Bill[]> => {
  const later = claims.filter(({ frequency }) => frequency === "3" || frequency === "4");
  const behind = await rejectedBefore(
    work,
    later.map(({ id }) => id),
  );
  return later.filter(({ id }) => behind.has(id));
};

/**
 * What was made in the morning and leaves in the evening is asked about again. Consents end in between, days are put right, and
 * answers come: to the bill in front of one, or to what one was made again of, so that its payer would have both.
 */
const refuseOvertaken = async (work: Work, claimFileId: string): Promise<void> => {
  const claims = await listClaimsOfFile(work, claimFileId);
  const refusalOf = await refusalsAtTheDoor(work, claims);
  const count = claims.filter((claim) => refusalOf(claim) !== null).length;
  if (count > 0) throw conflict("file-may-not-leave", { values: { claims: count } });
  const isOvertaken =
    claims.some(({ isOutdated }) => isOutdated) ||
    (await laterBillsBehindRejected(work, claims)).length > 0 ||
    (await isAnyMadeInVain(work, claimFileId));
  if (isOvertaken) throw conflict("file-overtaken");
};

/** The bytes as they are sent. The first time, the file leaves the house by this. */
export const downloadClaimFile = async (work: Work, claimFileId: string): Promise<FileAnswer> => {
  const kept = await findContent(work, claimFileId);
  if (kept === undefined) throw notFound();
  if (await leave(work, claimFileId)) await refuseOvertaken(work, claimFileId);
  const { name, content } = kept;
  const type = "application/edi-x12";
  return { name, type, content: Readable.from([content]), isKept: true };
};

/** Lets a file leave, so that whoever is about to download it hears why it may not. */
export const handOverClaimFile = async (
  work: Work,
  claimFileId: string,
): Promise<Output<typeof api.handOverClaimFile>> => {
  if (await leave(work, claimFileId)) await refuseOvertaken(work, claimFileId);
  const [file] = await claimFilesOf(work, [claimFileId]);
  if (file === undefined) throw notFound();
  return file;
};

type Returned = Awaited<ReturnType<typeof queries.returnClaims>>;

const recordReturned = (work: Work, claims: Returned, reason: string): Promise<void> => {
  const changes = { state: { from: "exported", to: "ready" } };
  return recordChanges(
    work,
    "claim",
    claims.map(({ id, version }) => ({
      record: { id, version },
      act: { verb: "take-back", changes, reason },
    })),
  );
};

/** While claims lay in a file, a bill in front of them may have been rejected, or an answer come to what they were made again of. */
const holdOvertaken = async (work: Work, claims: Returned): Promise<void> => {
  const hold = { code: "previous-bill-open", values: {} } as const;
  const behind = await laterBillsBehindRejected(work, claims);
  await stopUnsent(
    work,
    behind.map((claim) => ({ claim: { ...claim, state: "ready" }, hold })),
  );
  const replacedIn = new Set(claims.flatMap(({ replacedInFileId }) => replacedInFileId ?? []));
  for (const id of replacedIn) await holdMadeInVain(work, id);
};

/**
 * Takes a file back that never left: its claims are ready again, and the accounting of disclosures says that what it was made for did
 * not happen. The file stays, with who took it back and why; its number is used by no other.
 */
export const takeBackClaimFile = async (
  work: Work,
  { claimFileId, reason }: Parsed<typeof api.takeBackClaimFile>,
): Promise<Output<typeof api.takeBackClaimFile>> => {
  // In the order of whoever takes in an answer: first the claims, then the file.
  await lockClaimsOfFile(work, claimFileId);
  const madeAt = await queries.takeBack(work, claimFileId, reason);
  if (madeAt === undefined) {
    const isTakenBack = await queries.wasTakenBack(work, claimFileId);
    if (isTakenBack === undefined) throw notFound();
    throw conflict(isTakenBack ? "file-taken-back" : "file-handed-over");
  }
  const claims = await queries.returnClaims(work, claimFileId);
  await recordReturned(work, claims, reason);
  const patientIds = [...new Set(claims.map(({ patientId }) => patientId))];
  const recordIds = claims.map(({ id }) => id);
  await strikeDisclosures(work, { recordKind: "claim", recordIds, patientIds, at: madeAt });
  announce(work, "claim-file", claimFileId);
  announceAll(work, "disclosure", patientIds);
  await holdOvertaken(work, claims);
  const [file] = await claimFilesOf(work, [claimFileId]);
  if (file === undefined) throw notFound();
  return { file, claims: claims.length, patientIds };
};
