import { Problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/exports/export.api.ts";
import { chartParts } from "#domain/exports/chart-part.ts";
import type { ExportRun } from "#domain/exports/export-run.ts";
import * as queries from "#server/exports/export-run.queries.ts";
import { getRun } from "#server/exports/export-run.service.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

export const organizationExportKind = "export.organization";

/** Whoever makes an export writes every few seconds; one that is silent for so long was interrupted for good. */
const silentMinutes = 60;

const giveUpInterrupted = async (work: Work): Promise<void> => {
  const before = work.now.subtract({ minutes: silentMinutes }).toString();
  for (const row of await queries.runsUnderWay(work)) {
    if (row.touchedAt > before) throw new Problem("export-under-way", 409);
    await queries.deleteParts(work, row.id);
    const touchedAt = work.now.toString();
    const problem = "interrupted";
    await queries.updateRun(work, row.id, { state: "failed", problem, touchedAt });
    const changes = { state: { from: row.state, to: "failed" } };
    const after = { id: row.id, version: row.version + 1 };
    await recordChange(work, "export", after, { verb: "fail", changes, reason: problem });
  }
};

/** Asks for an export of the whole organization; somebody has to make it. */
export const askForExport = async (
  work: Work,
  { ground, recipientName, reason }: Parsed<typeof api.exportOrganization>,
): Promise<ExportRun> => {
  if (ground === "successor" && recipientName === null)
    throw new Problem("successor-unnamed", 422, {
      fields: { recipientName: { code: "missing" } },
    });
  await giveUpInterrupted(work);
  const { name } = await getOrganization(work);
  const id = work.newId();
  const at = work.now.toString();
  await queries.insertRun(work, {
    id,
    kind: "organization",
    state: "waiting",
    ground,
    recipient: JSON.stringify({ name: recipientName ?? name, isPatient: false, classes: [] }),
    purpose: "operations",
    reason,
    parts: [...chartParts],
    requestedAt: at,
    touchedAt: at,
    accountId: work.actor.accountId,
    actorName: work.actor.name,
    label: "restricted",
  });
  await recordChange(work, "export", { id, version: 1 }, { verb: "begin", reason });
  return getRun(work, id);
};

/** The same, made by the worker as soon as this transaction is through. */
export const exportOrganization = async (
  work: Work,
  input: Parsed<typeof api.exportOrganization>,
): Promise<ExportRun> => {
  const run = await askForExport(work, input);
  await enqueue(work, { kind: organizationExportKind, recordId: run.id });
  return run;
};
