import { Temporal } from "temporal-polyfill";
import {
  mostCounted,
  mostGathered,
  mostPeople,
  type AuditFilter,
  type exportAudit,
  type listAuditEvents,
  type listAuditPeople,
  type listLookers,
  type readAuditEvent,
  type verifyAudit,
} from "#domain/audit/audit.api.ts";
import type { AuditEventView } from "#domain/audit/audit-event.ts";
import { dateAt } from "#domain/basics/civil-date.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { exportLines } from "#server/audit/export-lines.service.ts";
import {
  countAuditEvents,
  findAuditEvent,
  findSealOf,
  selectAuditEvents,
  selectAuditPeople,
  selectLookers,
  type AuditRow,
  type AuditSearch,
} from "#server/audit/audit.queries.ts";
import { lowestIdAt, timeOfId } from "#server/platform/audit/id-time.ts";
import { verifyAndTell, type TrailFiles } from "#server/platform/audit/verify-and-tell.ts";
import { readTimeCursor, timePageOf } from "#server/platform/time-cursor.ts";
import type { Work } from "#server/platform/work.ts";

/** The moment itself, or the first moment of the day that lies `daysLater` on the wall of the zone. */
const momentOf = (dayOrMoment: string, zone: string, daysLater: number): string =>
  dayOrMoment.includes("T")
    ? dayOrMoment
    : Temporal.PlainDate.from(dayOrMoment)
        .add({ days: daysLater })
        .toZonedDateTime(zone)
        .toInstant()
        .toString();

const searchOf = (work: Work, filter: AuditFilter, zone: string): AuditSearch => {
  const { from, to, accountId, patientId, recordId, verb, outcome } = filter;
  return {
    organizationId: work.organizationId,
    accountId,
    patientId,
    recordId,
    verb,
    outcome,
    from: from && momentOf(from, zone, 0),
    until: to && momentOf(to, zone, 1),
  };
};

const toView = ({ subjects, sessionId, requestId, ...row }: AuditRow): AuditEventView => ({
  ...row,
  details: { ...row.details },
  subjectCount: subjects.length,
});

/** A page of the trail, newest first. `zone` is the organization's: days begin and end on its wall. */
export const list = async (
  work: Work,
  input: Parsed<typeof listAuditEvents>,
  zone: string,
): Promise<Output<typeof listAuditEvents>> => {
  const search = searchOf(work, input, zone);
  const after = input.cursor === undefined ? undefined : readTimeCursor(input.cursor);
  const found = await selectAuditEvents(work.tx, search, { after, limit: input.limit + 1 });
  const count = await countAuditEvents(work.tx, search, mostCounted + 1);
  const { rows, nextCursor } = timePageOf(found, input.limit, (row) => row.at);
  return {
    rows: rows.map(toView),
    total: Math.min(count, mostCounted),
    hasMoreThanTotal: count > mostCounted,
    nextCursor,
  };
};

/** Who looked at one person's record, or at anything, a row for each of them and day, the latest first. */
export const lookers = async (
  work: Work,
  input: Parsed<typeof listLookers>,
  zone: string,
): Promise<Output<typeof listLookers>> => {
  const search = searchOf(work, input, zone);
  const found = await selectLookers(work.tx, search, { zone, most: mostGathered });
  return {
    rows: found.map(({ gathered: _, ...row }) => row),
    hasMore: (found[0]?.gathered ?? 0) >= mostGathered,
  };
};

/** How far the clocks of two servers may lie apart when one writes an event and another seals it. */
const clockSlackSeconds = 60;

const sealOf = async (
  { tx, organizationId }: Work,
  event: AuditRow,
): Promise<Output<typeof readAuditEvent>["seal"]> => {
  if (!event.isSealed) return { state: "waiting" };
  const madeAt = timeOfId(event.id) ?? Temporal.Instant.from(event.at);
  const lowestSealId = lowestIdAt(madeAt.subtract({ seconds: clockSlackSeconds }));
  const seal = await findSealOf(tx, organizationId, { id: event.id, lowestSealId });
  return seal === undefined ? { state: "outside" } : { state: "sealed", ...seal };
};

export const read = async (
  work: Work,
  input: Parsed<typeof readAuditEvent>,
): Promise<Output<typeof readAuditEvent>> => {
  const event = await findAuditEvent(work.tx, work.organizationId, input.auditId);
  if (event === undefined) throw notFound();
  const { sessionId, requestId, subjects } = event;
  const seal = await sealOf(work, event);
  return { ...toView(event), sessionId, requestId, subjects: [...subjects], seal };
};

export const listPeople = async (work: Work): Promise<Output<typeof listAuditPeople>> => {
  const found = await selectAuditPeople(work.tx, work.organizationId, mostPeople + 1);
  return {
    rows: found.slice(0, mostPeople).toSorted((a, b) => a.name.localeCompare(b.name)),
    hasMore: found.length > mostPeople,
  };
};

export const verify = async (
  work: Work,
  input: Parsed<typeof verifyAudit>,
  files: TrailFiles,
): Promise<Output<typeof verifyAudit>> => {
  const report = await verifyAndTell(work, files, input.newest);
  return {
    ...report,
    findings: report.findings.map(({ code, values }) => ({ code, values: { ...values } })),
    checkedAt: work.now.toString(),
  };
};

/** Begins an export: its file name, its type, and its lines as they are read from the database. */
export const begin = (work: Work, input: Parsed<typeof exportAudit>, zone: string) => ({
  name: `audit-${dateAt(work.now, zone)}.${input.format}`,
  type: input.format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson",
  lines: exportLines(work.tx, searchOf(work, input, zone), input.format),
});
