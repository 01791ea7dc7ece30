import { claimSnapshotSchema } from "#domain/billing/claims/claim-snapshot.ts";
import { claimRowSchema, type ClaimRow } from "#domain/billing/claims/claim.ts";
import { holdSchema, releasableHolds, type Hold } from "#domain/billing/claims/hold.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import type { ClaimListRow, ClaimRecord } from "#server/billing/claims/claim.queries.ts";
import type { HoldRow } from "#server/billing/claims/hold.queries.ts";

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

export const snapshotOfRow = ({ snapshot }: Pick<ClaimRecord, "snapshot">) =>
  claimSnapshotSchema.parse(snapshot);

/** A hold as lists show it. */
export const holdOf = (row: HoldRow): Hold =>
  holdSchema.parse({
    ...row,
    patient: personOf(row),
    payerName: row.payerName ?? "",
    mayBeReleased: row.id !== null && releasableHolds.includes(row.code),
  });
