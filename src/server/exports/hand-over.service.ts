import { Problem, notFound, problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import type { ChartCopy } from "#domain/exports/chart-copy.ts";
import { informationIn, partsForOthers, type ChartPart } from "#domain/exports/chart-part.ts";
import type * as api from "#domain/exports/export.api.ts";
import { keptDays, type ExportRun } from "#domain/exports/export-run.ts";
import { instrumentOf } from "#domain/exports/instrument-of.ts";
import type { Consent } from "#domain/privacy/consent.ts";
import { recipientSchema, type Recipient } from "#domain/privacy/disclosure.ts";
import { mayDisclose } from "#domain/privacy/may-disclose.ts";
import type { Notice } from "#domain/privacy/redisclosure-notice.ts";
import { copyCharts, keeperOf } from "#server/exports/chart-copy.service.ts";
import * as queries from "#server/exports/export-run.queries.ts";
import { filesOf, getRun, portionsOf } from "#server/exports/export-run.service.ts";
import { PartWriter } from "#server/exports/part-writer.ts";
import type { FileAnswer } from "#server/platform/http/on.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { holdConsents } from "#server/privacy/consent.service.ts";
import { disclose } from "#server/privacy/disclosure.service.ts";
import { recipientAsTaken } from "#server/privacy/recipient-as-taken.service.ts";
import { holdRestrictions } from "#server/privacy/restriction.service.ts";
import { writeBundle } from "#fhir/write-chart.ts";

type Asked = Parsed<typeof api.handOverChart>;

const assertDaysInOrder = ({ from, to }: Asked): void => {
  if (from !== null && to !== null && to < from)
    throw problem("invalid-input", { fields: { to: { code: "before-start" } } });
};

/**
 * Whether these parts of a chart may go to this recipient now, and what has to go along. Held, so that nothing is revoked
 * while it is sent (42 CFR 2.31(c)).
 */
const ask = async (
  work: Work,
  chart: Pick<ChartCopy, "label"> & { readonly patientId: string },
  telling: Pick<Settled, "recipient" | "purpose" | "parts">,
): Promise<{ readonly notice: Notice | null; readonly consent: Consent | null }> => {
  const { recipient, purpose, parts } = telling;
  const { consents, today } = await holdConsents(work, [chart.patientId]);
  const verdict = mayDisclose({
    recipient,
    purpose,
    information: informationIn(parts),
    labels: [chart.label],
    consents,
    restrictions: await holdRestrictions(work, [chart.patientId], today),
    on: today,
  });
  if (!verdict.allowed) throw new Problem(verdict.refused, 403);
  const consent = consents.find(({ id }) => id === verdict.consentId) ?? null;
  return { notice: verdict.notice, consent };
};

/** What was asked for, with the parts that go. */
type Settled = Omit<Asked, "parts"> & { readonly parts: readonly ChartPart[] };

interface MadeFile {
  readonly name: string;
  readonly rows: number;
  readonly bytes: Uint8Array;
}

const makeFiles = async (
  work: Work,
  chart: ChartCopy,
  asked: Settled & { readonly exportId: string; readonly notice: Notice | null },
): Promise<MadeFile[]> => {
  const { format, parts, from, to, purpose, recipient, notice, exportId } = asked;
  const keeper = await keeperOf(work);
  const at = work.now.toString();
  const made: MadeFile[] = [];
  if (format !== "fhir") {
    // The printer and its fonts are loaded with the first document: a server that prints none does without.
    const { printChart } = await import("#server/exports/print-chart.ts");
    const { bytes, pages } = await printChart(chart, {
      keeper,
      parts,
      from,
      to,
      at,
      notice,
      purpose: purpose.replaceAll("-", " "),
      recipient: recipient.name,
    });
    made.push({ name: "chart.pdf", rows: pages, bytes });
  }
  if (format !== "pdf") {
    const bundle = writeBundle(chart, { keeper, instrumentOf }, { id: exportId, at, notice });
    const bytes = Buffer.from(`${JSON.stringify(bundle, null, 2)}\n`);
    made.push({ name: "chart.fhir.json", rows: bundle.entry.length, bytes });
  }
  return made;
};

const keepRun = async (
  work: Work,
  asked: Settled & { readonly exportId: string; readonly label: string },
  made: readonly MadeFile[],
): Promise<void> => {
  const at = work.now.toString();
  const { exportId, recipient, from, to } = asked;
  const row = {
    id: exportId,
    kind: "person",
    patientId: asked.patientId,
    state: "ready",
    format: asked.format,
    recipient: JSON.stringify(recipient),
    purpose: asked.purpose,
    reason: asked.reason,
    parts: [...asked.parts],
    fromDate: from,
    toDate: to,
    requestedAt: at,
    touchedAt: at,
    accountId: work.actor.accountId,
    actorName: work.actor.name,
    finishedAt: at,
    expiresAt: work.now.add({ hours: 24 * keptDays }).toString(),
    done: 1,
    total: 1,
    label: asked.label,
  };
  await queries.insertRun(work, row);
  const files = [];
  for (const { name, rows, bytes } of made) {
    const writer = new PartWriter(name, (file, number, content) =>
      queries.insertPart(work, { exportRunId: exportId, file, number, content }),
    );
    await writer.write(bytes, rows);
    files.push(await writer.end());
  }
  await queries.updateRun(work, exportId, { files: JSON.stringify(files) });
  await recordChange(work, "export", { id: exportId, version: 2 }, { verb: "hand-over" });
};

const consentCopy = (consent: Consent): ChartCopy["consents"][number] => consent;

/** What goes to this recipient: to the patient everything asked for, to others nothing of whom else was told. */
const scopeOf = (asked: Asked, consent: Consent | null): readonly ChartPart[] => {
  if (asked.recipient.isPatient) return asked.parts;
  const parts = partsForOthers(asked.parts);
  // A copy of the consent goes along with what is told under it (42 CFR 2.32).
  return consent === null ? parts : [...parts, "consents"];
};

/**
 * Hands over one person's chart. The door of disclosures is asked in this transaction, the accounting is written, and only
 * then is there a file (42 CFR 2.13, 2.31, 2.32; for patients themselves 42 CFR 2.23 and 45 CFR 164.524).
 */
export const handOverChart = async (work: Work, input: Asked): Promise<ExportRun> => {
  assertDaysInOrder(input);
  const { patientId, recipient, purpose } = input;
  const parts = recipient.isPatient ? input.parts : partsForOthers(input.parts);
  const scope = { parts, from: input.from, to: input.to };
  const [chart] = await copyCharts(work, [patientId], scope);
  if (chart === undefined) throw notFound();
  const { label } = chart;
  const asTaken = await recipientAsTaken(work, input);
  const { notice, consent } = await ask(work, { patientId, label }, { recipient, purpose, parts });
  const exportId = work.newId();
  const asked = { ...input, exportId, label, parts: [...scopeOf(input, consent)] };
  const consents = consent === null ? chart.consents : [consentCopy(consent)];
  const made = await makeFiles(work, { ...chart, consents }, { ...asked, notice });
  const telling = {
    patientId,
    recipient: asTaken,
    purpose,
    information: informationIn(parts),
    records: [{ kind: "export", id: exportId, label }],
    channel: recipient.isPatient ? "portal" : "interface",
    content: Buffer.concat(made.map(({ bytes }) => bytes)),
  } as const;
  await disclose(work, telling, () => keepRun(work, asked, made));
  return getRun(work, exportId);
};

/** The files of a hand-over. To anybody but the patient they are given only while it still may be told. */
export const downloadPatientExport = async (
  work: Work,
  { patientId, exportId }: Parsed<typeof api.downloadPatientExport>,
): Promise<FileAnswer> => {
  const row = await queries.findRun(work, exportId);
  if (row === undefined || row.patientId !== patientId) throw notFound();
  const run = await getRun(work, exportId);
  const recipient: Recipient = recipientSchema.parse(row.recipient);
  const parts = run.parts.filter((part) => recipient.isPatient || part !== "consents");
  const { label } = run;
  await ask(work, { patientId, label }, { recipient, purpose: run.purpose, parts });
  return filesOf(work, run, `chart-${run.requestedAt.slice(0, 10)}.zip`);
};

/** The files of a hand-over as bytes, for whoever made it just now. */
export const handedOverFiles = async (
  work: Work,
  run: ExportRun,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> => {
  const files = [];
  for (const { name } of run.files) {
    const portions: Buffer[] = [];
    for await (const portion of portionsOf(work, run.id, name)) portions.push(portion);
    files.push({ name, bytes: Buffer.concat(portions) });
  }
  return files;
};
