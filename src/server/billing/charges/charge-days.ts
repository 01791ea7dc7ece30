import { createHash } from "node:crypto";
import { billedOtherwise } from "#domain/billing/charges/billed-otherwise.ts";
import type { DayCharges } from "#domain/billing/charges/day-charge.ts";
import { holdOf } from "#domain/billing/charges/day-holds.ts";
import type { AskedDay } from "#server/billing/charges/day-facts.queries.ts";
import { isAttended, type KeptDay } from "#server/billing/charges/day-read.ts";
import { judgeDays, type JudgedDay } from "#server/billing/charges/judge-days.ts";
import * as queries from "#server/billing/charges/keep-days.queries.ts";
import { announceAll } from "#server/platform/live/announce.ts";
import type { Work } from "#server/platform/work.ts";

/** What making days anew came to. */
export interface Charged {
  readonly days: number;
  readonly changed: number;
  /** Claimed days that would be billed otherwise now. */
  readonly differing: number;
}

const hashOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex");

const nothing = (charges: DayCharges): DayCharges => ({ ...charges, lines: [], totalCents: 0 });

/** What is to be written of one day, if anything. */
interface Plan {
  readonly keep: queries.DayToKeep[];
  readonly differences: Parameters<typeof queries.noteDifferences>[1][number][];
  /** Kept days whose lines go, and those that go altogether. */
  readonly rewritten: string[];
  readonly removed: string[];
  /** Where what a day takes of an authorization became another, the days after it are to be looked at again. */
  readonly shifted: AskedDay[];
  readonly differing: number;
}

const emptyPlan: Plan = {
  keep: [],
  differences: [],
  rewritten: [],
  removed: [],
  shifted: [],
  differing: 0,
};

/**
 * A claimed day is never changed: it says what it would be now, and waits for somebody to correct the claim; where what it would be
 * waits itself, for whoever ends that first.
 */
const planForClaimed = (day: JudgedDay, kept: KeptDay): Plan => {
  const isCovered = kept.coverageId === (day.read.coverage?.id ?? null);
  const now = isCovered ? day.charges : nothing(day.charges);
  const otherwise = billedOtherwise(kept.billed, now.lines, day.contract?.version.terms ?? null);
  const isSame = otherwise === null;
  if (isSame && !kept.hasDifference) return emptyPlan;
  const difference = isSame ? null : now;
  const fingerprint = hashOf(["claimed", difference]);
  const differing = isSame ? 0 : 1;
  if (fingerprint === kept.fingerprint) return { ...emptyPlan, differing };
  const [first] = now.holds;
  const values = {
    ...first?.values,
    ...otherwise,
    claimedCents: kept.totalCents,
    nowCents: now.totalCents,
    ...(first !== undefined && { heldBy: first.code }),
  };
  const toCorrect = holdOf("claim-needs-correction", values);
  const holds = isSame ? [] : [{ ...toCorrect, owner: first?.owner ?? toCorrect.owner }];
  return {
    ...emptyPlan,
    differences: [{ id: kept.id, difference, holds, fingerprint }],
    differing,
  };
};

const rowOf = (work: Work, day: JudgedDay, kept: KeptDay | undefined): queries.DayToKeep => {
  const { facts, charges, state, label, usage } = day;
  const { lines, ...rest } = charges;
  const { serviceDate, ...used } = usage;
  return {
    ...rest,
    id: kept?.id ?? work.newId(),
    enrollmentId: facts.enrollment.id,
    patientId: facts.patientId,
    coverageId: facts.coverage?.id ?? null,
    payerId: facts.coverage?.payerId ?? null,
    siteId: facts.siteId,
    serviceDate,
    state,
    minutes: lines.reduce((sum, { minutes }) => sum + minutes, 0),
    usage: used,
    fingerprint: hashOf([charges, state, label, facts.siteId]),
    label,
    lines: lines.map((line, position) => ({ ...line, position })),
  };
};

const isSameUsage = (day: JudgedDay, kept: KeptDay | undefined): boolean => {
  const { days, minutes, sessions, units } = day.usage;
  const before = kept?.usage ?? { days: 0, minutes: 0, sessions: 0, units: 0 };
  return (
    days === before.days &&
    minutes === before.minutes &&
    sessions === before.sessions &&
    units === before.units
  );
};

const planFor = (work: Work, day: JudgedDay): Plan => {
  const coverageId = day.read.coverage?.id ?? null;
  const stay = { enrollmentId: day.facts.enrollment.id, serviceDate: day.facts.serviceDate };
  const claimed = day.read.kept.filter(({ state }) => state === "claimed");
  const own = day.read.kept.find((kept) => kept.coverageId === coverageId);
  const ofOthers = day.read.kept.filter((kept) => kept !== own && kept.state !== "claimed");
  const told = claimed.map((kept) => planForClaimed(day, kept));
  const isGone = !isAttended(day.read);
  const gone = [
    ...ofOthers,
    ...(isGone && own !== undefined && own.state !== "claimed" ? [own] : []),
  ];
  const base: Plan = {
    ...emptyPlan,
    differences: told.flatMap(({ differences }) => differences),
    differing: told.reduce((sum, { differing }) => sum + differing, 0),
    removed: gone.map(({ id }) => id),
    shifted: gone.some(({ usage }) => usage.days > 0) ? [stay] : [],
  };
  if (isGone || own?.state === "claimed") return base;
  const row = rowOf(work, day, own);
  if (row.fingerprint === own?.fingerprint) return base;
  return {
    ...base,
    keep: [row],
    rewritten: own === undefined ? [] : [own.id],
    shifted: isSameUsage(day, own) ? base.shifted : [stay],
  };
};

const carryOut = async (work: Work, plans: readonly Plan[]): Promise<void> => {
  const removed = plans.flatMap((plan) => plan.removed);
  const rewritten = plans.flatMap((plan) => plan.rewritten);
  await queries.removeLines(work, [...rewritten, ...removed]);
  await queries.removeDays(work, removed);
  const kept = plans.flatMap(({ keep }) => keep);
  await queries.keepDays(work, kept);
  const differing = plans.flatMap(({ differences }) => differences);
  await queries.noteDifferences(work, differing);
  const changed = [...kept, ...differing].map(({ id }) => id);
  announceAll(work, "day-charge", [...removed, ...changed]);
};

const daysAtOnce = 500;

const chargeSome = async (
  work: Work,
  asked: readonly AskedDay[],
): Promise<{ charged: Charged; shifted: readonly AskedDay[] }> => {
  await queries.holdDays(work, asked);
  const judged = await judgeDays(work, asked);
  const plans = judged.map((day) => planFor(work, day));
  await carryOut(work, plans);
  const count = (of: (plan: Plan) => number) => plans.reduce((sum, plan) => sum + of(plan), 0);
  const changed = count(
    ({ keep, removed, differences }) => keep.length + removed.length + differences.length,
  );
  // Whoever has only just come in has no day yet: it would be none of those that are listed.
  const days = judged.filter(({ read }) => isAttended(read) || read.kept.length > 0).length;
  const charged = { days, changed, differing: count(({ differing }) => differing) };
  return { charged, shifted: plans.flatMap((plan) => plan.shifted) };
};

const keyOf = ({ enrollmentId, serviceDate }: AskedDay): string => `${enrollmentId} ${serviceDate}`;

/**
 * Makes the charges of days anew, again and again if need be: the same facts write nothing. What is claimed stays. Where a day
 * takes more or less of an authorization than before, the days after it are made anew as well.
 */
export const chargeDays = async (work: Work, days: readonly AskedDay[]): Promise<Charged> => {
  let charged: Charged = { days: 0, changed: 0, differing: 0 };
  const shifted: AskedDay[] = [];
  const take = async (some: readonly AskedDay[]) => {
    for (let place = 0; place < some.length; place += daysAtOnce) {
      const made = await chargeSome(work, some.slice(place, place + daysAtOnce));
      charged = {
        days: charged.days + made.charged.days,
        changed: charged.changed + made.charged.changed,
        differing: charged.differing + made.charged.differing,
      };
      shifted.push(...made.shifted);
    }
  };
  await take(days.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))));
  const asked = new Set(days.map(keyOf));
  const later = await queries.laterDays(work, shifted);
  await take(later.filter((day) => !asked.has(keyOf(day))));
  return charged;
};
