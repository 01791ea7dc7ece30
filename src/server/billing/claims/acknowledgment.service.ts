import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import type * as api from "#domain/billing/claims/acknowledgment.api.ts";
import {
  firstDayNotDue,
  saidAtOf,
  type AcknowledgmentFacts,
} from "#domain/billing/claims/acknowledgment.ts";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { acknowledgmentOfFile } from "#edi/999/acknowledgment-of-file.ts";
import type { Acknowledgments } from "#edi/999/acknowledgment.ts";
import { readAcknowledgments } from "#edi/999/read-acknowledgments.ts";
import { sentFileOf } from "#edi/999/sent-file.ts";
import { problemList } from "#edi/x12/problem.ts";
import * as queries from "#server/billing/claims/acknowledgment.queries.ts";
import { awaitedAnswers } from "#server/billing/claims/awaited-answers.ts";
import { claimFilesOf, contentOf } from "#server/billing/claims/claim-file.service.ts";
import { sumHere } from "#server/billing/claims/hand-over.queries.ts";
import { markHandedOver } from "#server/billing/claims/hand-over.service.ts";
import { holdMadeInVain, stopBehindRejected } from "#server/billing/claims/stop-claims.ts";
import { announce } from "#server/platform/live/announce.ts";
import { recordChanges } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

/** An acknowledgment as it arrived. */
export interface IncomingAcknowledgment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that was cut off may lack the very word that rejects: it says nothing at all. */
const cutOff: readonly string[] = ["trailer-missing", "isa-cut", "segment-too-long"];

/** No clearinghouse answers more at once: each is held against each file of ours that it may speak of. */
const mostAnswers = 500;

const readWhole = (bytes: Uint8Array): Acknowledgments => {
  const problems = problemList();
  const said = readAcknowledgments([bytes], problems);
  const has = (codes: readonly string[]): boolean =>
    problems.found.some(({ code }) => codes.includes(code));
  const refused = (why: string) => conflict("acknowledgment-unreadable", { values: { why } });
  if (bytes.length === 0) throw refused("empty");
  if (has(["not-x12"])) throw refused("not-x12");
  // Its end is looked at last: behind more problems than are kept nobody knows whether it is there.
  if (has(cutOff) || problems.leftOut > 0) throw refused("cut-off");
  const answers = said.interchanges.length + said.groups.length;
  if (answers === 0) throw refused("holds-none");
  if (answers > mostAnswers) throw refused("too-many");
  return said;
};

const nineDigits = 9;
const controlsOf = ({ interchanges, groups }: Acknowledgments): string[] => [
  ...new Set(
    [...interchanges, ...groups].map(({ control }) =>
      control.replace(/^0+(?=\d)/, "").padStart(nineDigits, "0"),
    ),
  ),
];

interface Spoken {
  readonly claimFileId: string;
  readonly control: string;
  readonly facts: AcknowledgmentFacts;
  readonly saidAt: string;
}

/** Files of ours that it speaks of, and what it says of each. */
const spokenOf = async (work: Work, said: Acknowledgments): Promise<Spoken[]> => {
  const spoken: Spoken[] = [];
  const { zone } = await getOrganization(work);
  // One after the other: together they may be larger than the memory.
  for (const { id, createdAt } of await queries.filesByControl(work, controlsOf(said))) {
    const sent = sentFileOf(await contentOf(work, id));
    const facts = sent === null ? null : acknowledgmentOfFile(said, sent);
    if (sent === null || facts === null) continue;
    const sentAt = Temporal.Instant.from(createdAt);
    const saidAt = saidAtOf(facts.said, { zone, sentAt, receivedAt: work.now }).toString();
    spoken.push({ claimFileId: id, control: sent.interchangeControl, facts, saidAt });
  }
  return spoken;
};

/**
 * Claims that did not pass or were named with a fault, each as a row; and one more entry in their history where they are rejected
 * by it now, which they are not where something was said later.
 */
const keepClaims = async (
  work: Work,
  acknowledgmentId: string,
  claims: readonly queries.ClaimOfFile[],
  { faults, rejected }: Pick<AcknowledgmentFacts, "faults" | "rejected">,
): Promise<string[]> => {
  const faultsOf = Map.groupBy(faults, ({ claim }) => claim);
  const isRejected = new Set(rejected);
  const spoken = claims.filter(({ control }) => isRejected.has(control) || faultsOf.has(control));
  await queries.insertClaimAcknowledgments(
    work,
    spoken.map(({ id, control, patientId, label }) => ({
      id: work.newId(),
      acknowledgmentId,
      claimId: id,
      patientId,
      label,
      verdict: isRejected.has(control) ? "rejected" : "accepted-with-errors",
      faults: JSON.stringify(faultsOf.get(control) ?? []),
    })),
  );
  const refused = await queries.rejectedBy(work, acknowledgmentId);
  const changed = await queries.touchClaims(work, refused);
  await recordChanges(
    work,
    "claim",
    changed.map((record) => ({ record, act: { verb: "reject" } })),
  );
  await stopBehindRejected(work, refused);
  return spoken.map(({ patientId }) => patientId);
};

type NewFacts = Pick<queries.NewAcknowledgment, "name" | "contentSha256" | "reason">;

/** Keeps what was said of one file. Null where it was said before in these very bytes. */
const keep = async (
  work: Work,
  { claimFileId, facts, saidAt }: Pick<Spoken, "claimFileId" | "facts" | "saidAt">,
  given: NewFacts,
): Promise<string[] | null> => {
  const id = work.newId();
  const claims = await queries.lockClaimsOfFile(work, claimFileId);
  // Who answers has it, however it was carried.
  await markHandedOver(work, claimFileId);
  const ofNoClaim = facts.faults.filter(({ claim }) => claim === null);
  const isNew = await queries.insertAcknowledgment(work, {
    id,
    claimFileId,
    kind: facts.kind,
    stage: facts.kind === "TA1" ? 1 : 2,
    verdict: facts.verdict,
    notes: JSON.stringify(facts.notes),
    faults: JSON.stringify(ofNoClaim),
    rejectedClaims: facts.rejected.length,
    ...given,
    saidAt,
    receivedAt: work.now.toString(),
    accountId: work.actor.accountId,
    actorName: work.actor.name,
  });
  if (!isNew) return null;
  announce(work, "claim-file", claimFileId);
  const touched = await keepClaims(work, id, claims, facts);
  return [...touched, ...(await holdMadeInVain(work, claimFileId))];
};

const mostNamed = 20;

const namedFew = (controls: readonly string[]): string =>
  controls.length > mostNamed
    ? `${controls.slice(0, mostNamed).join(", ")} …`
    : controls.join(", ");

const longestName = 200;

/** Takes in what a receiver answered. What speaks of no file here is kept nowhere. */
export const takeInAcknowledgment = async (
  work: Work,
  { name, bytes }: IncomingAcknowledgment,
): Promise<Output<typeof api.takeInAcknowledgment>> => {
  const said = readWhole(bytes);
  const spoken = await spokenOf(work, said);
  const ours = new Set(spoken.map(({ control }) => control));
  const others = controlsOf(said).filter((control) => !ours.has(control));
  if (spoken.length === 0)
    throw conflict("acknowledgment-of-no-file", { values: { controls: namedFew(others) } });
  const given = {
    name: name.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, longestName),
    contentSha256: createHash("sha256").update(bytes).digest(),
  };
  const patientIds = new Set<string>();
  const kept = new Map<string, boolean>();
  for (const one of spoken) {
    const touched = await keep(work, one, given);
    kept.set(one.claimFileId, touched !== null);
    for (const id of touched ?? []) patientIds.add(id);
  }
  const ids = [...kept.keys()];
  const standing = await queries.listTakenIn(work, ids, given.contentSha256);
  const files = await claimFilesOf(work, ids);
  return {
    files: files.flatMap((file) => {
      const one = spoken.find(({ claimFileId }) => claimFileId === file.id);
      const stood = standing.find(({ claimFileId }) => claimFileId === file.id);
      if (one === undefined || stood === undefined) return [];
      const { verdict, rejected } = one.facts;
      const { saidAt, receivedAt, isDeciding } = stood;
      const isNew = kept.get(file.id) === true;
      const how = { verdict, rejectedClaims: rejected.length, isNew };
      return [{ file, ...how, saidAt, receivedAt, isDeciding }];
    }),
    others,
    patientIds: [...patientIds],
  };
};

/**
 * When what is noted of a day was said. Whoever notes it knows what was taken in of that day, and stands behind it; what comes of
 * it later stands behind the note. Of today, also what a clock that is ahead has said.
 */
const notedAt = async (
  work: Work,
  { id, createdAt }: ClaimFile,
  saidOn: string | undefined,
): Promise<string> => {
  const { zone } = await getOrganization(work);
  const today = dateAt(work.now, zone);
  const said = saidOn ?? today;
  const refused = (code: string) => problem("invalid-input", { fields: { saidOn: { code } } });
  if (said > today) throw refused("in-the-future");
  if (said < dateAt(Temporal.Instant.from(createdAt), zone)) throw refused("before-file");
  const day = Temporal.PlainDate.from(said);
  const end = day.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
  const start = day.toZonedDateTime(zone).toInstant();
  const last = await queries.lastSaidOfContent(work, id, said === today ? null : end);
  const isBehind =
    last !== null && Temporal.Instant.compare(Temporal.Instant.from(last), start) > 0;
  if (!isBehind) return start.toString();
  // By less than a receiver's clock can tell, so that the same answer taken in once more does not stand over it.
  return Temporal.Instant.from(last).add({ microseconds: 1 }).toString();
};

/** Keeps what somebody read or heard of a file elsewhere. */
export const noteAcknowledgment = async (
  work: Work,
  { claimFileId, verdict, saidOn, reason }: Parsed<typeof api.noteAcknowledgment>,
): Promise<Output<typeof api.noteAcknowledgment>> => {
  const [noted] = await claimFilesOf(work, [claimFileId]);
  if (noted === undefined) throw notFound();
  const claims = await queries.lockClaimsOfFile(work, claimFileId);
  const saidAt = await notedAt(work, noted, saidOn);
  const facts: AcknowledgmentFacts = {
    kind: "noted",
    said: null,
    verdict,
    notes: { interchange: [], group: [], transaction: [] },
    faults: [],
    rejected: verdict === "rejected" ? claims.map(({ control }) => control) : [],
  };
  const given = { name: null, contentSha256: null, reason };
  const patientIds = (await keep(work, { claimFileId, facts, saidAt }, given)) ?? [];
  const [file] = await claimFilesOf(work, [claimFileId]);
  if (file === undefined) throw notFound();
  return { file, patientIds: [...new Set(patientIds)] };
};

/** Files whose answer is overdue. */
export const sumUnanswered = async (work: Work): Promise<Output<typeof api.sumUnanswered>> => {
  const { zone } = await getOrganization(work);
  const first = Temporal.PlainDate.from(firstDayNotDue(dateAt(work.now, zone)));
  const { since, withTests } = await awaitedAnswers(work);
  const unanswered = await queries.sumUnanswered(work, {
    since: since.toString(),
    before: first.toZonedDateTime(zone).toInstant().toString(),
    withTests,
  });
  return { ...unanswered, here: await sumHere(work) };
};
