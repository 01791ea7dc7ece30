import { useEffect } from "react";
import { listDayCharges } from "#domain/billing/charges/day-charge.api.ts";
import type { DayState } from "#domain/billing/charges/day-charge.ts";
import { rehearseExport } from "#domain/billing/claims/claim-file.api.ts";
import { listClaims, rehearseBuild } from "#domain/billing/claims/claim.api.ts";
import type { ClaimRow } from "#domain/billing/claims/claim.ts";
import type { Output } from "#domain/contract/route.ts";
import { useReadPages, useRead } from "#web/platform/use-read.ts";

/** A file as it would be made now, with the claims in it. */
export type FileToBe = Rehearsal["files"][number] & {
  readonly key: string;
  readonly inside: readonly ClaimRow[];
};
type Rehearsal = Output<typeof rehearseExport>;

/** Puts the claims that are ready under the files the server would make; claims held at the door are in none. */
const filesOf = ({ files, held }: Rehearsal, rows: readonly ClaimRow[]): FileToBe[] => {
  const atTheDoor = new Set(held.map(({ claimId }) => claimId));
  return files.map((file) => ({
    ...file,
    key: `${file.payer.id} ${file.form} ${file.isTest}`,
    inside: rows.filter(
      (row) =>
        row.payer.id === file.payer.id &&
        row.form === file.form &&
        row.isTest === file.isTest &&
        !atTheDoor.has(row.id),
    ),
  }));
};

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Claims of one state, all pages of them: what is sent must be seen whole. */
const useClaimsOf = (state: ClaimRow["state"], span: Span) => {
  const pages = useReadPages(
    listClaims,
    { state, limit: 200, ...span },
    { alsoOn: ["claim-file", "hold", "consent"] },
  );
  const { more, isLoadingMore } = pages;
  useEffect(() => {
    if (more !== undefined && !isLoadingMore) more();
  }, [more, isLoadingMore]);
  return pages;
};

const none = { days: 0, totalCents: 0 };

/** The morning's work: days that may become claims, claims that may go, and what keeps the others. */
export const useBatch = ({ from, to }: Span) => {
  const span = { from, to };
  const days = useRead(
    listDayCharges,
    { ...span, limit: 1 },
    { alsoOn: ["claim", "attendance", "note", "consent", "coverage", "contract"] },
  );
  const ready = useClaimsOf("ready", span);
  const rehearsal = useRead(rehearseExport, span, {
    alsoOn: ["claim", "hold", "consent"],
    keepWhileLoading: true,
  });
  const build = useRead(rehearseBuild, span, {
    alsoOn: ["day-charge", "attendance", "note", "contract", "enrollment"],
    keepWhileLoading: true,
  });
  const scrubbed = useClaimsOf("scrubbed", span);
  const built = useClaimsOf("built", span);
  const dayCount = (state: DayState) =>
    days.data?.states.find((one) => one.state === state) ?? { ...none, unpriced: 0 };
  const reads = [ready, scrubbed, built];
  const failed = [days, build, rehearsal, ...reads].find(({ error }) => error !== null);
  const isHere =
    days.data !== undefined &&
    build.data !== undefined &&
    rehearsal.data !== undefined &&
    reads.every(({ rows }) => rows !== undefined);
  const reasonsOf = new Map(
    (rehearsal.data?.held ?? []).map(({ claimId, reasons }) => [claimId, reasons] as const),
  );
  return {
    read: {
      data: isHere ? true : undefined,
      error: failed?.error ?? null,
      refetch: () => [days, build, rehearsal, ...reads].map(({ refetch }) => refetch()),
    },
    dayCount,
    /** Its figures are read one after the other: until all are here they may be of different moments. */
    isReadAnew: isHere && [days, build, rehearsal].some(({ isFetching }) => isFetching),
    /** What building would make now. */
    toBuild: build.data ?? { claims: 0, billed: none, running: none, unsettled: none },
    ready: (ready.rows ?? []).filter(({ id }) => !reasonsOf.has(id)),
    files: rehearsal.data === undefined ? [] : filesOf(rehearsal.data, ready.rows ?? []),
    held: [
      ...(ready.rows ?? []).filter(({ id }) => reasonsOf.has(id)),
      ...(scrubbed.rows ?? []),
      ...(built.rows ?? []),
    ],
    /** Why a claim would stay behind: what the rehearsal says at the door, else what it is held for. */
    reasonsFor: (claim: ClaimRow): readonly string[] => reasonsOf.get(claim.id) ?? claim.holds,
  };
};
export type Batch = ReturnType<typeof useBatch>;
