import type { BillStanding } from "#domain/billing/charges/day-bill.ts";
import type * as chargeApi from "#domain/billing/charges/day-charge.api.ts";
import type * as api from "#domain/billing/claims/claim.api.ts";
import { billsOfDays, groupDays, type GroupingFacts } from "#domain/billing/claims/group-days.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { chargeRange, markClaimed, readyDays } from "#server/billing/charges/day-charge.service.ts";
import {
  billsKey,
  groundOfDays,
  isPaid,
  groupingGroundOf,
  type GroupingGround,
} from "#server/billing/claims/claim-ground.ts";
import { takeClaimNumbers } from "#server/billing/claims/claim-numbers.queries.ts";
import { makeClaims } from "#server/billing/claims/make-claims.ts";
import type { Work } from "#server/platform/work.ts";
import { todayOf } from "#server/practice/organization.service.ts";

const found = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value => {
  const value = map.get(key);
  if (value === undefined) throw new Error("A day stands without its ground.");
  return value;
};

const groupingFacts = (ground: GroupingGround, through: string): GroupingFacts => ({
  terms: (contractVersionId) => found(ground.contracts, contractVersionId).version.terms,
  stay: (enrollmentId) => {
    const { stay, endedOn } = found(ground.stays, enrollmentId);
    return { admittedOn: stay.admittedOn, endedOn };
  },
  waiting: ground.waiting,
  earlierBills: (enrollmentId, coverageId) =>
    ground.bills.get(billsKey(enrollmentId, coverageId)) ?? 0,
  through,
});

const earlier = (one: string, other: string): string => (one < other ? one : other);

/**
 * Puts the days of a range that are ready into claims, as their contracts want them, and checks each. Again over the same
 * days it builds nothing: a day is in one claim.
 */
export const buildClaims = async (
  work: Work,
  { from, to }: Parsed<typeof api.buildClaims>,
): Promise<Output<typeof api.buildClaims>> => {
  // Whoever builds at the same time waits here, and finds these days claimed.
  await takeClaimNumbers(work, 0);
  await chargeRange(work, { from, to });
  const today = await todayOf(work);
  const days = (await readyDays(work, { from, to })).filter(isPaid);
  if (days.length === 0)
    return { built: 0, ready: 0, held: 0, totalCents: 0, claimIds: [], patientIds: [] };
  const ground = await groundOfDays(work, days);
  const groups = groupDays(days, groupingFacts(ground, earlier(to, today)));
  const made = await makeClaims(work, groups, { ground, today, replaces: null });
  await markClaimed(
    work,
    made.map(({ id, dayIds }) => ({ claimId: id, dayIds })),
  );
  const ready = made.filter(({ state }) => state === "ready").length;
  return {
    built: made.length,
    ready,
    held: made.length - ready,
    totalCents: made.reduce((sum, { snapshot }) => sum + snapshot.totalCents, 0),
    claimIds: made.map(({ id }) => id),
    patientIds: [...new Set(made.map(({ patientId }) => patientId))],
  };
};

const sumOf = (days: readonly { readonly totalCents: number }[]) => ({
  days: days.length,
  totalCents: days.reduce((sum, { totalCents }) => sum + totalCents, 0),
});

/** The days of a range that are ready, put into claims as they would be now. */
const rehearse = async (work: Work, { from, to }: Parsed<typeof api.rehearseBuild>) => {
  const days = (await readyDays(work, { from, to })).filter(isPaid);
  if (days.length === 0) return { claims: 0, bills: [] };
  const through = earlier(to, await todayOf(work));
  const facts = groupingFacts(await groupingGroundOf(work, days), through);
  return { claims: groupDays(days, facts).length, bills: billsOfDays(days, facts) };
};

/** What building would make of the days that are kept as ready, without making anything of them. */
export const rehearseBuild = async (
  work: Work,
  input: Parsed<typeof api.rehearseBuild>,
): Promise<Output<typeof api.rehearseBuild>> => {
  const { claims, bills } = await rehearse(work, input);
  const sumWhere = (wanted: BillStanding) =>
    sumOf(bills.flatMap(({ standing, days }) => (standing === wanted ? days : [])));
  return {
    claims,
    billed: sumWhere("now"),
    running: sumWhere("running"),
    unsettled: sumWhere("unsettled"),
  };
};

/** The same, bill by bill. */
export const listDayBills = async (
  work: Work,
  input: Parsed<typeof chargeApi.listDayBills>,
): Promise<Output<typeof chargeApi.listDayBills>> => {
  const { bills } = await rehearse(work, input);
  return {
    bills: bills.map(({ days, ...bill }) => ({ ...bill, dayChargeIds: days.map(({ id }) => id) })),
  };
};
