import { byteOrderMark, csvLine } from "#domain/basics/csv-line.ts";
import type { Tx } from "#server/db/transaction.ts";
import { selectAuditEvents, type AuditRow, type AuditSearch } from "#server/audit/audit.queries.ts";

const rowsAtOnce = 1000;

const columns: readonly (readonly [string, (row: AuditRow) => string | null])[] = [
  ["id", (row) => row.id],
  ["at", (row) => row.at],
  ["outcome", (row) => row.outcome],
  ["verb", (row) => row.verb],
  ["purpose", (row) => row.purpose],
  ["actorKind", (row) => row.actorKind],
  ["actorName", (row) => row.actorName],
  ["accountId", (row) => row.accountId],
  ["address", (row) => row.address],
  ["device", (row) => row.device],
  ["recordKind", (row) => row.recordKind],
  ["recordId", (row) => row.recordId],
  ["patientIds", (row) => row.subjects.join(" ")],
  ["details", (row) => JSON.stringify(row.details)],
  ["sessionId", (row) => row.sessionId],
  ["requestId", (row) => row.requestId],
  ["isSealed", (row) => String(row.isSealed)],
];

const csvRow = (row: AuditRow): string => csvLine(columns.map(([, value]) => value(row) ?? ""));

const jsonRow = ({ subjects, ...row }: AuditRow): string =>
  `${JSON.stringify({ ...row, patientIds: subjects })}\n`;

/** The whole search as text, newest first, in portions: a trail of any length takes the same memory. */
export async function* exportLines(
  tx: Tx,
  search: AuditSearch,
  format: "csv" | "ndjson",
): AsyncGenerator<string> {
  if (format === "csv") yield byteOrderMark + csvLine(columns.map(([name]) => name));
  const write = format === "csv" ? csvRow : jsonRow;
  let after: AuditRow | undefined;
  for (;;) {
    const rows = await selectAuditEvents(tx, search, { after, limit: rowsAtOnce });
    if (rows.length > 0) yield rows.map(write).join("");
    if (rows.length < rowsAtOnce) return;
    after = rows.at(-1);
  }
}
