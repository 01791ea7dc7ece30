import type * as api from "#domain/billing/claims/claim.api.ts";
import {
  claimFrequencySchema,
  type ClaimFrequency,
  type ClaimSnapshot,
} from "#domain/billing/claims/claim-snapshot.ts";
import type { Claim } from "#domain/billing/claims/claim.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import { problem } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { markClaimed, readyDays, releaseDays } from "#server/billing/charges/day-charge.service.ts";
import {
  holdClaim,
  refuseReplaced,
  setState,
  takeBack,
} from "#server/billing/claims/claim-acts.service.ts";
import { countHeldDays, daysOfClaim } from "#server/billing/claims/claim-days.queries.ts";
import { groundOfDays, isPaid, type PaidDay } from "#server/billing/claims/claim-ground.ts";
import { snapshotOfRow } from "#server/billing/claims/claim-read.ts";
import { getClaim } from "#server/billing/claims/claim.service.ts";
import * as queries from "#server/billing/claims/claim.queries.ts";
import type { FoundHold } from "#server/billing/claims/examine-claim.ts";
import { voidOnceMore } from "#server/billing/claims/claim-void.service.ts";
import { keepDaysAsTheyStand } from "#server/billing/charges/restore-days.service.ts";
import { refuseNotHandedOver } from "#server/billing/claims/hand-over.service.ts";
import { makeClaims } from "#server/billing/claims/make-claims.ts";
import { holdMadeInVain } from "#server/billing/claims/stop-claims.ts";
import type { Work } from "#server/platform/work.ts";
import { todayOf } from "#server/practice/organization.service.ts";

type Asked = Parsed<typeof api.correctClaim>;

/** What its receiver answered stands where nobody says otherwise. */
const answered = (claim: queries.ClaimRecord, input: Asked): Asked =>
  input.answer === undefined && claim.rejectedAt !== null
    ? { ...input, answer: "rejected" }
    : input;

/**
 * What the new claim is: the same again where the payer never took it, a replacement where it did (005010X222A1, 2300
 * CLM05-3: what was rejected was never adjudicated, so there is nothing to replace).
 */
const nextOf = (
  claim: queries.ClaimRecord,
  { answer, payerClaimControl }: Asked,
): { frequency: ClaimFrequency; payerClaimControl: string | null } => {
  const own = claimFrequencySchema.parse(claim.frequency);
  if (own === "8") throw conflict("nothing-to-bill");
  if (claim.state !== "exported" || answer === "rejected")
    return { frequency: own, payerClaimControl: claim.payerClaimControl };
  if (answer === undefined)
    throw problem("invalid-input", { fields: { answer: { code: "missing" } } });
  if (payerClaimControl === null)
    throw conflict("payer-number-missing", { fields: { payerClaimControl: { code: "missing" } } });
  return { frequency: "7", payerClaimControl };
};

const isOf =
  (claim: queries.ClaimRecord, isPeriod: boolean, ids: readonly string[]) => (day: PaidDay) =>
    ids.includes(day.id) ||
    (isPeriod && day.enrollmentId === claim.enrollmentId && day.coverageId === claim.coverageId);

/** The days of a claim as they are now, and of an interim bill those of its period that came to it later; none: nothing is left to bill. */
export const daysAgain = async (
  work: Work,
  claim: queries.ClaimRecord,
  ids: readonly string[],
): Promise<[PaidDay, ...PaidDay[]] | null> => {
  const held = await countHeldDays(work, ids);
  if (held > 0) throw conflict("days-not-settled", { values: { days: held } });
  const { fromDate: from, throughDate: to } = claim;
  const isPeriod = claim.form === "institutional" && claim.frequency !== "1";
  const ready = (await readyDays(work, { from, to })).filter(isPaid);
  const [first, ...rest] = ready.filter(isOf(claim, isPeriod, ids));
  if (first === undefined) return null;
  // One claim names one contract and one site.
  const isSame = (day: PaidDay): boolean =>
    day.contractVersionId === first.contractVersionId && day.siteId === first.siteId;
  if (!rest.every(isSame)) throw conflict("days-differ");
  return [first, ...rest];
};

/**
 * What the payer has and a replacement changes. A replacement that was not sent or that it rejected unread is nothing it knows:
 * what that one replaces is.
 */
const knownToPayer = async (
  work: Work,
  claim: queries.ClaimRecord,
  { answer }: Asked,
): Promise<ClaimSnapshot> => {
  let known = claim;
  let isUnknown = claim.state !== "exported" || answer === "rejected";
  while (isUnknown && known.frequency === "7" && known.replacesClaimId !== null) {
    const before = await queries.findClaim(work, known.replacesClaimId);
    if (before === undefined) break;
    known = before;
    isUnknown = known.state !== "exported" || known.rejectedAt !== null;
  }
  return snapshotOfRow(known);
};

/** NUBC condition codes of an institutional replacement: D0 other dates, D1 other charges, D9 anything else. */
const changeReasonsOf = (
  before: ClaimSnapshot,
  days: readonly PaidDay[],
  frequency: ClaimFrequency,
): string[] => {
  if (frequency !== "7" || before.form !== "institutional") return [];
  const was = new Set(before.lines.map(({ serviceDate }) => serviceDate));
  const is = new Set(days.map(({ serviceDate }) => serviceDate));
  if (was.symmetricDifference(is).size > 0) return ["D0"];
  const totalCents = days.reduce((sum, day) => sum + day.totalCents, 0);
  return totalCents === before.totalCents ? ["D9"] : ["D1"];
};

export const statementOf = (claim: queries.ClaimRecord, days: readonly [PaidDay, ...PaidDay[]]) => {
  const before = snapshotOfRow(claim);
  const isPeriod = before.form === "institutional" && before.frequency !== "1";
  const through = days.at(-1)?.serviceDate ?? days[0].serviceDate;
  return isPeriod ? before.statement : { from: days[0].serviceDate, through };
};

/**
 * A payer that rejected a claim unread has nothing of it, so that nothing is told where nothing is left to bill: the claim only
 * lets its days go. Whatever else the payer has is voided; also what a rejected replacement would have replaced.
 */
const letGo = async (
  work: Work,
  claim: queries.ClaimRecord,
  { answer, reason }: Asked,
): Promise<Claim> => {
  const isUnread = claim.state === "exported" && answer === "rejected";
  if (!isUnread || claim.frequency === "7") throw conflict("nothing-to-bill");
  await setState(work, claim, { verb: "let-go", state: claim.state, reason });
  return getClaim(work, claim.id);
};

/**
 * What the new claim takes the place of, with its days as they stand. One that is rebuilt before it was sent takes the place of
 * what the first would have taken.
 */
const replacedOf = async (
  work: Work,
  claim: queries.ClaimRecord,
  dayIds: readonly string[],
): Promise<{ claimId: string; days: string | null }> => {
  if (claim.state === "exported")
    return { claimId: claim.id, days: await keepDaysAsTheyStand(work, dayIds) };
  return claim.replacedDays === null || claim.replacesClaimId === null
    ? { claimId: claim.id, days: null }
    : { claimId: claim.replacesClaimId, days: JSON.stringify(claim.replacedDays) };
};

/** Built anew, a claim is no less in vain than it was. */
const heldOn = ({ holds }: queries.ClaimRecord): readonly FoundHold[] =>
  holds.includes("accepted-after-all") ? [{ code: "accepted-after-all", values: {} }] : [];

const billAgain = async (work: Work, claim: queries.ClaimRecord, input: Asked): Promise<Claim> => {
  if (claim.frequency === "8" && claim.state === "exported" && input.answer === "rejected")
    return voidOnceMore(work, claim, input.reason);
  const { frequency, payerClaimControl } = nextOf(claim, input);
  const dayIds =
    claim.state === "exported"
      ? await daysOfClaim(work, claim.id)
      : await takeBack(work, claim, input.reason);
  // Its days were let go before; what stands of them now is in another claim or in none.
  if (dayIds.length === 0) throw conflict("nothing-to-bill");
  const replaced = await replacedOf(work, claim, dayIds);
  if (claim.state === "exported") await releaseDays(work, dayIds);
  const days = await daysAgain(work, claim, dayIds);
  if (days === null) return letGo(work, claim, input);
  const known = await knownToPayer(work, claim, input);
  const [made] = await makeClaims(
    work,
    [{ days, frequency, statement: statementOf(claim, days) }],
    {
      ground: await groundOfDays(work, days),
      today: await todayOf(work),
      replaces: {
        ...replaced,
        payerClaimControl,
        reason: input.reason,
        changeReasons: changeReasonsOf(known, days, frequency),
        holds: heldOn(claim),
      },
    },
  );
  if (made === undefined) throw conflict("nothing-to-bill");
  await markClaimed(work, [{ claimId: made.id, dayIds: made.dayIds }]);
  return getClaim(work, made.id);
};

/** Bills the days of a claim again as they are now. Answers the new claim; the same one where nothing of it is left to bill. */
export const correctClaim = async (work: Work, asked: Asked): Promise<Claim> => {
  const claim = await holdClaim(work, asked);
  if (claim.state === "withdrawn") throw conflict("claim-withdrawn");
  refuseReplaced(claim);
  const input = answered(claim, asked);
  await refuseNotHandedOver(work, claim);
  const made = await billAgain(work, claim, input);
  if (claim.claimFileId === null || claim.rejectedAt !== null || input.answer !== "rejected")
    return made;
  // Whoever said so may have looked before its file was accepted after all.
  await holdMadeInVain(work, claim.claimFileId);
  return getClaim(work, made.id);
};
