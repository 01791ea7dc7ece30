import { claimSnapshotSchema } from "#domain/billing/claims/claim-snapshot.ts";
import { claimRowSchema, type ClaimRow } from "#domain/billing/claims/claim.ts";
import { holdSchema, releasableHolds, type Hold } from "#domain/billing/claims/hold.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { rejectedBefore } from "#server/billing/claims/bill-before.queries.ts";
import type { ClaimListRow, ClaimRecord } from "#server/billing/claims/claim.queries.ts";
import type { HoldRow } from "#server/billing/claims/waiting.queries.ts";
import { valuesInScope } from "#server/billing/charges/hold-scope.service.ts";
import { waitedFor } from "#server/billing/charges/hold-owner.service.ts";
import type { Work } from "#server/platform/work.ts";

const personOf = (row: {
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly mrn: string;
}) => ({ id: row.patientId, name: shownName(row), mrn: row.mrn });

/** A claim as lists show it. */
export const claimRowOf = (row: ClaimListRow): ClaimRow =>
  claimRowSchema.parse({
    ...row,
    patient: personOf(row),
    payer: { id: row.payerId, name: row.payerName },
  });

/** Why a claim stays behind when the others go. */
export const reasonsOf = ({
  holds,
  isOutdated,
}: Pick<ClaimListRow, "holds" | "isOutdated">): string[] => [
  ...holds,
  ...(isOutdated ? ["claim-needs-correction"] : []),
];

export const snapshotOfRow = ({ snapshot }: Pick<ClaimRecord, "snapshot">) =>
  claimSnapshotSchema.parse(snapshot);

const waitingSchema = holdSchema.pick({ code: true, owner: true, values: true });

/** Holds as lists show them, with the one person each waits for. */
export const holdsOf = async (work: Work, rows: readonly HoldRow[]): Promise<Hold[]> => {
  const waiting = rows.map((row) => ({
    ...row,
    ...waitingSchema.parse(row),
    serviceDate: row.fromDate,
  }));
  const who = await waitedFor(work, waiting);
  const values = await valuesInScope(work, waiting);
  const waits = rows.filter(({ code }) => code === "previous-bill-open");
  const before = await rejectedBefore(
    work,
    waits.flatMap(({ claimId }) => claimId ?? []),
  );
  return rows.map((row, place) => {
    const rejected = row.code === "previous-bill-open" ? before.get(row.claimId ?? "") : undefined;
    return holdSchema.parse({
      ...row,
      values: values[place],
      ...(rejected !== undefined && { values: { rejectedBefore: rejected } }),
      patient: personOf(row),
      payerName: row.payerName ?? "",
      waitsFor: who[place],
      mayBeReleased:
        row.id !== null && rejected === undefined && releasableHolds.includes(row.code),
    });
  });
};
