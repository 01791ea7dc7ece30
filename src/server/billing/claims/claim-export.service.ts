import { createHash } from "node:crypto";
import { payerTelling } from "#domain/billing/charges/payer-telling.ts";
import type * as api from "#domain/billing/claims/claim-file.api.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { claimSnapshotSchema, type ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import { Problem, notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import type { OutgoingSnapshot } from "#edi/837/claim-from-snapshot.ts";
import { writeClaimsFile } from "#edi/837/claims-file.ts";
import { guide837i } from "#edi/837i/guide-837i.ts";
import { guide837p } from "#edi/837p/guide-837p.ts";
import { claimFileOf } from "#server/billing/claims/claim-file.service.ts";
import * as files from "#server/billing/claims/claim-file.queries.ts";
import { takeInterchangeNumbers } from "#server/billing/claims/claim-numbers.queries.ts";
import * as queries from "#server/billing/claims/claim.queries.ts";
import { insertHolds } from "#server/billing/claims/hold.queries.ts";
import { holdRow } from "#server/billing/claims/make-claims.ts";
import { recordChange, recordChanges } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import { disclose } from "#server/privacy/disclosure.service.ts";

/** A claim that is ready, and what it says. */
interface Ready {
  readonly claim: queries.ReadyClaim;
  readonly snapshot: ClaimSnapshot;
}

/** Claims that go into one file: one payer and guide, one submitter and receiver, tests apart. */
const fileKey = ({ claim, snapshot }: Ready): string =>
  JSON.stringify([
    claim.payerId,
    claim.form,
    snapshot.isTest,
    snapshot.submitter,
    snapshot.receiver,
  ]);

/**
 * Asks the one door about a person and writes the accounting. Answers what has to go along, or why nothing may be told
 * (42 CFR 2.13, 2.31, 2.32).
 */
const tell = async (
  work: Work,
  patientId: string,
  ready: readonly Ready[],
  payerName: string,
): Promise<{ notice: string | null } | { refused: string }> => {
  const content = ready.map(({ snapshot }) => JSON.stringify(snapshot)).join("\n");
  const records = ready.map(({ claim }) => ({ kind: "claim", id: claim.id, label: claim.label }));
  const telling = {
    ...payerTelling(payerName),
    patientId,
    records,
    channel: "interface",
    content,
  } as const;
  try {
    const { sent } = await disclose(work, telling, ({ notice }) => Promise.resolve(notice));
    return { notice: sent?.short ?? null };
  } catch (error) {
    if (error instanceof Problem && error.status === 403) return { refused: error.code };
    throw error;
  }
};

/** Holds claims of somebody who may not be told about. */
const holdRefused = async (work: Work, ready: readonly Ready[], refused: string): Promise<void> => {
  await insertHolds(
    work,
    ready.map(({ claim }) =>
      holdRow(work, claim, { code: "consent-refused", values: { refused } }),
    ),
  );
  for (const { claim } of ready) {
    await queries.updateClaim(work, claim.id, { state: "scrubbed" });
    const changes = { state: { from: "ready", to: "scrubbed" } };
    const after = { id: claim.id, version: claim.version + 1 };
    await recordChange(work, "claim", after, { verb: "hold", changes, reason: refused });
  }
};

interface Allowed extends OutgoingSnapshot {
  readonly claim: queries.ReadyClaim;
}

const allowedOf = async (work: Work, ready: readonly Ready[]): Promise<Allowed[]> => {
  const allowed: Allowed[] = [];
  for (const [patientId, own] of Map.groupBy(ready, ({ claim }) => claim.patientId)) {
    const answer = await tell(work, patientId, own, own[0]?.snapshot.payer.name ?? "");
    if ("refused" in answer) await holdRefused(work, own, answer.refused);
    else for (const one of own) allowed.push({ ...one, notice: answer.notice });
  }
  return allowed;
};

const guides = { professional: guide837p, institutional: guide837i } as const;
const shortNames = { professional: "837p", institutional: "837i" } as const;

const total = (claims: readonly { readonly totalCents: number }[]): number =>
  claims.reduce((sum, { totalCents }) => sum + totalCents, 0);

/** Writes one file and keeps it to the byte, with its claims. Answers its id. */
const keepFile = async (work: Work, allowed: readonly Allowed[]): Promise<string | null> => {
  const [first] = allowed;
  if (first === undefined) return null;
  const control = await takeInterchangeNumbers(work, 1);
  const { zone } = await getOrganization(work);
  const local = work.now.toZonedDateTimeISO(zone);
  const on = local.toPlainDate().toString();
  const at = local.toPlainTime().toString({ smallestUnit: "minute" });
  const { bytes, problems } = writeClaimsFile({ claims: allowed, control, on, at });
  const wrong = problems.find(({ severity }) => severity !== "warning");
  // Each claim was written alone when it was checked, so that this is a fault of ours, and nothing is sent.
  if (wrong !== undefined)
    throw new Error(`A file of claims has ${wrong.code} in ${wrong.segment}.`);
  const { form, isTest } = first.snapshot;
  const id = work.newId();
  const claims = allowed.map(({ claim }) => claim);
  await files.insertFile(work, {
    id,
    name: `${shortNames[form]}-${String(control).padStart(9, "0")}.x12`,
    form,
    guide: guides[form].version,
    payerId: first.claim.payerId,
    isTest,
    interchangeControl: String(control).padStart(9, "0"),
    groupControl: String(control),
    claims: claims.length,
    lines: claims.reduce((sum, { lineCount }) => sum + lineCount, 0),
    totalCents: total(claims),
    content: Buffer.from(bytes),
    contentSha256: createHash("sha256").update(bytes).digest(),
    createdAt: work.now.toString(),
    accountId: work.actor.accountId,
    actorName: work.actor.name,
  });
  await queries.exportIn(
    work,
    id,
    claims.map((claim) => claim.id),
  );
  await recordExported(work, claims);
  return id;
};

const exported = { verb: "export", changes: { state: { from: "ready", to: "exported" } } };

const recordExported = (work: Work, claims: readonly queries.ReadyClaim[]): Promise<void> =>
  recordChanges(
    work,
    "claim",
    claims.map(({ id, version }) => ({ record: { id, version: version + 1 }, act: exported })),
  );

const fileById = async (work: Work, claimFileId: string): Promise<ClaimFile> => {
  const row = await files.findFile(work, claimFileId);
  if (row === undefined) throw notFound();
  return claimFileOf(row);
};

/**
 * Puts the claims of a range that are ready into files, one for each payer and guide. Each person passes the door of
 * disclosures; who may not be told about is held, and everybody else goes.
 */
export const exportClaims = async (
  work: Work,
  { from, to }: Parsed<typeof api.exportClaims>,
): Promise<Output<typeof api.exportClaims>> => {
  const ready = (await queries.lockReadyClaims(work, { from, to })).map((claim): Ready => ({
    claim,
    snapshot: claimSnapshotSchema.parse(claim.snapshot),
  }));
  const made: ClaimFile[] = [];
  for (const claims of Map.groupBy(ready, fileKey).values()) {
    const id = await keepFile(work, await allowedOf(work, claims));
    if (id !== null) made.push(await fileById(work, id));
  }
  const held = await queries.listHeldClaims(work, { from, to });
  return {
    files: made,
    held: held.map(({ id, control, holds }) => ({ claimId: id, claim: control, reasons: holds })),
    patientIds: [...new Set(ready.map(({ claim }) => claim.patientId))],
  };
};
