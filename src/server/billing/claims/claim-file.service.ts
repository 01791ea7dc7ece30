import { Readable } from "node:stream";
import type * as api from "#domain/billing/claims/claim-file.api.ts";
import { claimFileSchema, type ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { claimRowOf } from "#server/billing/claims/claim-read.ts";
import { segmentsOf } from "#server/billing/claims/claim-segments.ts";
import * as queries from "#server/billing/claims/claim-file.queries.ts";
import { listClaimsOfFile } from "#server/billing/claims/claim.queries.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import type { FileAnswer } from "#server/platform/http/on.ts";
import type { Work } from "#server/platform/work.ts";

export const claimFileOf = (row: queries.FileRow): ClaimFile =>
  claimFileSchema.parse({ ...row, payer: { id: row.payerId, name: row.payerName } });

export const listClaimFiles = async (
  work: Work,
  input: Parsed<typeof api.listClaimFiles>,
): Promise<Output<typeof api.listClaimFiles>> => {
  const page = pageOfRows(await queries.listFiles(work, input), input.limit);
  return { ...page, rows: page.rows.map(claimFileOf) };
};

/** A file as people, and as what is sent. */
export const readClaimFile = async (
  work: Work,
  claimFileId: string,
): Promise<Output<typeof api.readClaimFile>> => {
  const file = await queries.findFile(work, claimFileId);
  const kept = await queries.findContent(work, claimFileId);
  if (file === undefined || kept === undefined) throw notFound();
  const rows = await listClaimsOfFile(work, claimFileId);
  return {
    file: claimFileOf(file),
    rows: rows.map(claimRowOf),
    segments: segmentsOf(kept.content),
  };
};

/** The bytes of a file. */
export const contentOf = async (work: Work, claimFileId: string): Promise<Uint8Array> => {
  const kept = await queries.findContent(work, claimFileId);
  if (kept === undefined) throw notFound();
  return kept.content;
};

/** The bytes as they are sent. */
export const downloadClaimFile = async (work: Work, claimFileId: string): Promise<FileAnswer> => {
  const kept = await queries.findContent(work, claimFileId);
  if (kept === undefined) throw notFound();
  return { name: kept.name, type: "application/edi-x12", content: Readable.from([kept.content]) };
};
