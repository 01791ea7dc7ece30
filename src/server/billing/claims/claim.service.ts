import { isId } from "#domain/basics/ids.ts";
import type * as api from "#domain/billing/claims/claim.api.ts";
import { claimSchema, type Claim } from "#domain/billing/claims/claim.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { findRejection } from "#server/billing/claims/acknowledgment.queries.ts";
import { selectAlike } from "#server/billing/claims/claim-alike.queries.ts";
import { claimRowOf, holdsOf, snapshotOfRow } from "#server/billing/claims/claim-read.ts";
import { daysOfClaim } from "#server/billing/claims/claim-days.queries.ts";
import { filterOf, findSought } from "#server/billing/claims/claim-sought.ts";
import { segmentsOfClaim } from "#server/billing/claims/claim-segments.ts";
import * as proof from "#server/billing/claims/claim-proof.queries.ts";
import * as list from "#server/billing/claims/claim-list.queries.ts";
import * as queries from "#server/billing/claims/claim.queries.ts";
import { listHoldsOfClaim } from "#server/billing/claims/waiting.queries.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import { findContractInForce } from "#server/payers/contracts-in-force.service.ts";
import { askedAbout } from "#server/tasks/asked.service.ts";
import { listRevisions } from "#server/platform/revision.ts";
import type { Work } from "#server/platform/work.ts";

export const listClaims = async (
  work: Work,
  input: Parsed<typeof api.listClaims>,
): Promise<Output<typeof api.listClaims>> => {
  const sought = await findSought(work, input.q);
  const filter = await filterOf(work, input);
  const total = await list.countClaims(work, filter, sought);
  const rows = await list.listClaims(work, filter, sought);
  const page = pageOfRows(
    rows.map((row) => ({ ...row, total })),
    input.limit,
  );
  return { ...page, total, rows: page.rows.map(claimRowOf) };
};

/** Sessions that the lines of a claim name, with the notes that were signed for this person. */
const provedSessions = async (
  work: Work,
  snapshot: ReturnType<typeof snapshotOfRow>,
): Promise<Claim["sessions"]> => {
  const named = snapshot.lines.flatMap(({ trace }) => trace.sessions);
  const minutes = new Map(named.map((one) => [one.sessionId, one.minutes]));
  const noteIds = named.flatMap(({ noteId }) => (noteId === null ? [] : [noteId]));
  const notes = new Map(
    (await proof.selectNotes(work, noteIds)).map((note) => [note.sessionId, note]),
  );
  const sessions = await proof.selectSessions(work, [...minutes.keys()]);
  return sessions.map(({ id, ...session }) => ({
    sessionId: id,
    ...session,
    minutes: minutes.get(id) ?? 0,
    note: notes.get(id) ?? null,
  }));
};

const relativeOf = async (work: Work, claimId: string | null) =>
  claimId === null ? null : ((await queries.findRelative(work, claimId)) ?? null);

/** A claim that takes another back bills no day of its own; any other that was sent does, until its days are let go. */
const isLetGo = async (
  work: Work,
  { id, state, frequency, replacedBy }: queries.ClaimListRow,
): Promise<boolean> => {
  if (state !== "exported" || frequency === "8" || replacedBy !== null) return false;
  return (await daysOfClaim(work, id)).length === 0;
};

/** One claim with everything it rests on. */
export const getClaim = async (work: Work, claimId: string): Promise<Claim> => {
  const row = await queries.findClaim(work, claimId);
  if (row === undefined) throw notFound();
  const snapshot = snapshotOfRow(row);
  const contract = await findContractInForce(work, row.contractVersionId);
  if (contract === undefined) throw notFound();
  const file = row.claimFileId === null ? undefined : await proof.selectFile(work, row.claimFileId);
  const openHolds = await listHoldsOfClaim(work, claimId);
  return claimSchema.parse({
    ...claimRowOf(row),
    enrollmentId: row.enrollmentId,
    contract: {
      id: contract.contract.id,
      name: contract.contract.name,
      versionNumber: contract.version.number,
    },
    snapshot,
    sessions: await provedSessions(work, snapshot),
    findings: row.findings,
    alike: row.errorCount === 0 ? 0 : (await selectAlike(work, claimId)).length,
    openHolds: await holdsOf(work, openHolds),
    replaces: await relativeOf(work, row.replacesClaimId),
    isLetGo: await isLetGo(work, row),
    rejection: row.rejectedAt === null ? null : await findRejection(work, claimId),
    factsAsked: (await askedAbout(work, [row.patientId]))("patient-facts", row.patientId),
    claimFile: file === undefined ? null : { ...file, content: undefined },
    segments: segmentsOfClaim(snapshot, file?.content ?? null, row.createdAt),
  });
};

/** What became of a claim, newest first. */
export const claimHistory = async (
  work: Work,
  claimId: string,
): Promise<Output<typeof api.listClaimRevisions>> => {
  const row = await queries.findClaim(work, claimId);
  if (row === undefined) throw notFound();
  return { patientId: row.patientId, rows: await listRevisions(work, "claim", claimId) };
};

/** The id of a claim by its id or by our number of it. */
export const findClaimId = async (work: Work, word: string): Promise<string | undefined> => {
  const wanted = word.trim();
  return isId(wanted.toLowerCase())
    ? (await queries.findRelative(work, wanted.toLowerCase()))?.id
    : queries.findClaimByControl(work, wanted.toUpperCase());
};
