import { createHash } from "node:crypto";
import type { SealedRow, SealRow } from "#server/platform/audit/audit-verification.queries.ts";

const separator = "\x1f";
const none = "-";

/**
 * The text that is sealed for an event: the same columns in the same order as `stepwell.audit_text`, written a
 * second time so that the database's own function is not the only witness.
 */
const auditText = (organizationId: string, row: SealedRow): string =>
  [
    organizationId,
    row.auditId,
    row.at,
    row.outcome,
    row.verb,
    row.purpose,
    row.actorKind,
    row.accountId ?? none,
    row.actorName,
    row.sessionId ?? none,
    row.requestId,
    row.address ?? none,
    row.recordKind ?? none,
    row.recordId ?? none,
    row.details,
    row.subjects ?? none,
  ].join(separator);

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");

/** True where the row still says what was sealed, its subjects included. */
export const isUnaltered = (organizationId: string, row: SealedRow): boolean =>
  row.subjectsKeepTime !== false &&
  createHash("sha256").update(auditText(organizationId, row)).digest().equals(row.digest);

/** The hash of a seal from its number, the hash before it, and each id with its digest. */
export const sealHash = (seal: SealRow, rows: readonly SealedRow[]): Buffer => {
  const hash = createHash("sha256").update(String(seal.number)).update(seal.previousHash);
  for (const row of rows) hash.update(bytesOf(row.auditId)).update(row.digest);
  return hash.digest();
};
