import { createHash } from "node:crypto";
import { strictest, type Label } from "#domain/basics/label.ts";
import { changesBetween } from "#domain/basics/revision.ts";
import type { ClaimFacts } from "#domain/billing/claims/claim-facts.ts";
import type { ClaimFrequency, ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import type { ClaimState } from "#domain/billing/claims/claim.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import type { ClaimGroup } from "#domain/billing/claims/group-days.ts";
import { coversOn } from "#domain/coverage/coverage.ts";
import { snapshotOf } from "#domain/billing/claims/snapshot-of.ts";
import type { ClaimGround, PaidDay } from "#server/billing/claims/claim-ground.ts";
import { takeClaimNumbers } from "#server/billing/claims/claim-numbers.queries.ts";
import { insertClaims, type ClaimRecord } from "#server/billing/claims/claim.queries.ts";
import {
  examineClaim,
  stateAfter,
  type Examination,
  type FoundHold,
} from "#server/billing/claims/examine-claim.ts";
import { insertHolds } from "#server/billing/claims/hold.queries.ts";
import { otherServices, type OtherServices } from "#server/billing/claims/other-services.ts";
import { recordChanges } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";

/** What a new claim takes the place of. */
export interface Replaces {
  readonly claimId: string;
  /** Its days as they stood in it, to be kept; null where they were billed by nothing that was sent. */
  readonly days: string | null;
  readonly payerClaimControl: string | null;
  readonly reason: string;
  readonly changeReasons: readonly string[];
  /** What held the one it is built in the place of, and holds it too. */
  readonly holds?: readonly FoundHold[];
}

/** A claim that was just made. */
export interface MadeClaim {
  readonly id: string;
  readonly control: string;
  readonly patientId: string;
  readonly state: ClaimState;
  readonly snapshot: ClaimSnapshot;
  readonly dayIds: readonly string[];
}

/** Our number of a claim: letters and digits only, as some payers cut the rest off. */
export const controlOf = (number: number): string => `SW${String(number).padStart(8, "0")}`;

/** What is needed of the ground, or the claim cannot be made: a record went missing between two statements. */
const needed = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw conflict("nothing-to-bill");
  return value;
};

/** Who pays behind the first: policies that hold on every day of the claim. */
const othersPaying = (
  { policiesOf, policies }: ClaimGround,
  { patientId, coverageId }: PaidDay,
  { from, through }: ClaimFacts["statement"],
): ClaimFacts["otherCoverages"] => {
  const rank = policies.get(coverageId)?.coverage.rank ?? 0;
  return (policiesOf.get(patientId) ?? []).filter(
    (one) => one.coverage.rank > rank && coversOn(one.span, from) && coversOn(one.span, through),
  );
};

const factsOf = (
  group: ClaimGroup<PaidDay>,
  ground: ClaimGround,
  given: Pick<
    ClaimFacts,
    "claimId" | "control" | "frequency" | "payerClaimControl" | "changeReasons"
  >,
): ClaimFacts => {
  const [first] = group.days;
  const stay = needed(ground.stays.get(first.enrollmentId));
  const { coverage, payer } = needed(ground.policies.get(first.coverageId));
  const { version } = needed(ground.contracts.get(first.contractVersionId));
  const authorization = ground.authorizations.find(({ id }) => id === first.authorizationId);
  return {
    ...given,
    contractVersionId: version.id,
    terms: version.terms,
    billing: needed(ground.providers.get(first.siteId)),
    site: needed(ground.sites.get(first.siteId)),
    stay: stay.stay,
    attending: ground.attending.get(stay.attendingStaffId ?? "") ?? null,
    leadOf: (sessionId) => ground.leads.get(sessionId),
    patient: stay.patient,
    coverage,
    payer,
    otherCoverages: othersPaying(ground, first, group.statement),
    diagnoses: ground.diagnoses.get(first.enrollmentId) ?? [],
    authorizationNumber: authorization?.number ?? null,
    days: group.days,
    statement: group.statement,
  };
};

/** What a claim would say that was made of these days now, under the number of another. */
export const rehearsedSnapshot = (
  group: ClaimGroup<PaidDay>,
  ground: ClaimGround,
  {
    id: claimId,
    control,
    payerClaimControl,
  }: Pick<ClaimRecord, "id" | "control" | "payerClaimControl">,
): ClaimSnapshot =>
  snapshotOf(
    factsOf(group, ground, {
      claimId,
      control,
      frequency: group.frequency,
      payerClaimControl,
      changeReasons: [],
    }),
  );

const authorizationsOf = ({ authorizations }: ClaimGround, day: PaidDay) =>
  authorizations.filter(
    ({ enrollmentId, coverageId }) =>
      enrollmentId === day.enrollmentId && coverageId === day.coverageId,
  );

const labelOfDays = ([first, ...others]: readonly [PaidDay, ...PaidDay[]]): Label =>
  strictest(first.label, ...others.map(({ label }) => label));

/**
 * Medicare: an interim bill goes out when the one before it was answered; until payments are read, somebody says so
 * (Medicare Claims Processing Manual, ch. 1, 50.2.2).
 */
const sequenceHold = (frequency: ClaimFrequency): readonly FoundHold[] =>
  frequency === "3" || frequency === "4" ? [{ code: "previous-bill-open", values: {} }] : [];

const rowOf = (
  work: Work,
  made: MadeClaim,
  [first, ...rest]: ClaimGroup<PaidDay>["days"],
  { findings }: Pick<Examination, "findings">,
  replaces: Replaces | null,
) => {
  const { snapshot, id, control, patientId, state } = made;
  const text = JSON.stringify(snapshot);
  return {
    id,
    control,
    patientId,
    enrollmentId: first.enrollmentId,
    coverageId: first.coverageId,
    payerId: first.payerId,
    contractVersionId: first.contractVersionId,
    form: snapshot.form,
    frequency: snapshot.frequency,
    replacesClaimId: replaces?.claimId ?? null,
    replacedDays: replaces?.days ?? null,
    payerClaimControl: snapshot.payerClaimControl,
    isTest: snapshot.isTest,
    fromDate: snapshot.statement.from,
    throughDate: snapshot.statement.through,
    lineCount: snapshot.lines.length,
    totalCents: snapshot.totalCents,
    snapshot: text,
    snapshotSha256: createHash("sha256").update(text).digest(),
    createdAt: work.now.toString(),
    label: labelOfDays([first, ...rest]),
    state,
    findings: JSON.stringify(findings),
    hasOtherPayer: snapshot.otherCoverages.length > 0,
  };
};

interface Making {
  readonly ground: ClaimGround;
  readonly today: string;
  readonly replaces: Replaces | null;
}

/** One claim, made and checked, and the rows it is kept in. */
const draftOf = (
  work: Work,
  group: ClaimGroup<PaidDay>,
  control: string,
  { ground, today, replaces }: Making,
  others: OtherServices,
) => {
  const [first] = group.days;
  const facts = factsOf(group, ground, {
    claimId: work.newId(),
    control,
    frequency: group.frequency,
    payerClaimControl: replaces?.payerClaimControl ?? null,
    changeReasons: replaces?.changeReasons ?? [],
  });
  const snapshot = snapshotOf(facts);
  const { terms } = facts;
  const authorizations = authorizationsOf(ground, first);
  const { findings, holds } = examineClaim(snapshot, {
    today,
    terms,
    authorizations,
    mayLackAuthorization: group.days.some((day) =>
      ground.isReleased(day.enrollmentId, day.serviceDate),
    ),
    otherDays: others.of(first.patientId),
  });
  others.remember(first.patientId, snapshot);
  const kept = [...holds, ...sequenceHold(group.frequency), ...(replaces?.holds ?? [])];
  const claim: MadeClaim = {
    id: facts.claimId,
    control,
    patientId: first.patientId,
    state: stateAfter(kept),
    snapshot,
    dayIds: group.days.map(({ id }) => id),
  };
  return {
    claim,
    row: rowOf(work, claim, group.days, { findings }, replaces),
    holds: kept.map((hold) => holdRow(work, claim, hold)),
  };
};

const builtOf = ({ id, state, snapshot }: MadeClaim, replaces: Replaces | null) => {
  const { frequency, totalCents } = snapshot;
  const changes = changesBetween(undefined, { state, frequency, totalCents });
  const reason = replaces === null ? {} : { reason: replaces.reason };
  return { record: { id, version: 1 }, act: { verb: "build", changes, ...reason } };
};

const othersOf = (
  work: Work,
  groups: readonly ClaimGroup<PaidDay>[],
  { replaces }: Making,
): Promise<OtherServices> => {
  const days = groups.flatMap((group) => group.days);
  const dates = days.map(({ serviceDate }) => serviceDate).toSorted();
  return otherServices(work, {
    patientIds: [...new Set(days.map(({ patientId }) => patientId))],
    from: dates.at(0) ?? "",
    to: dates.at(-1) ?? "",
    besides: replaces === null ? [] : [replaces.claimId],
  });
};

/**
 * Makes claims of groups of days: snapshots, checked, with what holds them. The days are marked as claimed by whoever
 * called. Replacements are of one group.
 */
export const makeClaims = async (
  work: Work,
  groups: readonly ClaimGroup<PaidDay>[],
  making: Making,
): Promise<MadeClaim[]> => {
  if (groups.length === 0) return [];
  const first = await takeClaimNumbers(work, groups.length);
  const others = await othersOf(work, groups, making);
  const drafts = groups.map((group, place) =>
    draftOf(work, group, controlOf(first + place), making, others),
  );
  await insertClaims(
    work,
    drafts.map(({ row }) => row),
  );
  await insertHolds(
    work,
    drafts.flatMap(({ holds }) => holds),
  );
  await recordChanges(
    work,
    "claim",
    drafts.map(({ claim }) => builtOf(claim, making.replaces)),
  );
  return drafts.map(({ claim }) => claim);
};

/** A hold as it is kept. The biller owns what a check of a claim finds. */
export const holdRow = (
  work: Work,
  { id, patientId }: { readonly id: string; readonly patientId: string },
  { code, values }: FoundHold,
) => ({
  id: work.newId(),
  claimId: id,
  patientId,
  code,
  values: JSON.stringify(values),
  owner: "biller",
  raisedAt: work.now.toString(),
});
