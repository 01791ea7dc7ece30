import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { holdOwnerSchema } from "#domain/billing/charges/day-charge.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import type * as api from "#domain/billing/claims/hold.api.ts";
import { filingSoonDays, releasableHolds, type Hold } from "#domain/billing/claims/hold.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { sumOpenDays } from "#server/billing/charges/day-charge.service.ts";
import { refuseBeforeRejected, setState } from "#server/billing/claims/claim-acts.service.ts";
import { holdsOf } from "#server/billing/claims/claim-read.ts";
import { lockClaim } from "#server/billing/claims/claim.queries.ts";
import { stateAfter } from "#server/billing/claims/examine-claim.ts";
import * as queries from "#server/billing/claims/hold.queries.ts";
import { everybodyNamed } from "#server/patients/find-patients.service.ts";
import { payersCalled } from "#server/payers/payer.service.ts";
import * as waiting from "#server/billing/claims/waiting.queries.ts";
import * as sumsOf from "#server/billing/claims/waiting-sums.queries.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";

const findSought = async (work: Work, typed: string): Promise<waiting.SoughtHolds | null> =>
  typed === ""
    ? null
    : {
        patientIds: await everybodyNamed(work, typed),
        payerIds: await payersCalled(work, typed),
      };

type Sum = Awaited<ReturnType<typeof sumsOf.sumWaiting>>[number];
type PayerSum = Awaited<ReturnType<typeof sumsOf.sumWaitingByPayer>>[number];

const added = <Of>(of: readonly Of[], figure: (one: Of) => number): number =>
  of.reduce((sum, one) => sum + figure(one), 0);

/** What waits by who pays, and of it what must be filed soon. */
const payersOf = (reasons: readonly Sum[], sums: readonly PayerSum[]) => ({
  payers: sums.map(({ payerId, name, count, totalCents }) => ({
    payerId,
    name,
    count,
    totalCents,
  })),
  claims: {
    count: added(sums, ({ claims }) => claims),
    totalCents: added(sums, ({ claimCents }) => claimCents),
  },
  filingSoon: {
    count: added(reasons, ({ soonTogether }) => soonTogether),
    totalCents: added(sums, ({ soonCents }) => soonCents),
    first: sums.flatMap(({ soonFirst }) => soonFirst ?? []).toSorted()[0] ?? null,
  },
});

/** What keeps days and claims from being billed, the oldest first. */
export const listHolds = async (
  work: Work,
  asked: Parsed<typeof api.listHolds>,
): Promise<Output<typeof api.listHolds>> => {
  const { zone } = await getOrganization(work);
  const today = Temporal.PlainDate.from(dateAt(work.now, zone));
  const input = { ...asked, soon: today.add({ days: filingSoonDays }).toString() };
  const sought = await findSought(work, input.q);
  const sums = await sumsOf.sumWaiting(work, input, sought);
  const rows = await waiting.listWaiting(work, input, sought);
  const { held } = await sumOpenDays(work, asked);
  const total = added(sums, (one) => (input.together ? one.matchingTogether : one.matching));
  // A page goes on after the order of the list: a day's reason has no id of its own.
  const page = pageOfRows(
    rows.map((row) => ({ ...row, holdId: row.id, id: row.orderId, total })),
    input.limit,
  );
  return {
    ...page,
    total,
    rows: await holdsOf(
      work,
      page.rows.map(({ holdId, ...row }) => ({ ...row, id: holdId })),
    ),
    all: added(sums, (one) => one.all),
    days: { count: held.days, unpriced: held.unpriced, totalCents: held.totalCents },
    reasons: sums.map(({ code, owner, together, count, totalCents, oldestAt }) => ({
      code,
      owner: holdOwnerSchema.parse(owner),
      together,
      count,
      totalCents,
      oldestAt,
    })),
    ...payersOf(sums, await sumsOf.sumWaitingByPayer(work, input, sought)),
  };
};

/** Lets one hold of a claim go. A claim without any other is ready. */
export const releaseHold = async (
  work: Work,
  { holdId, reason }: Parsed<typeof api.releaseHold>,
): Promise<Hold> => {
  const hold = await queries.findHold(work, holdId);
  const claim = hold === undefined ? undefined : await lockClaim(work, hold.claimId);
  if (hold === undefined || claim === undefined) throw notFound();
  const shown = (await waiting.listHoldsOfClaim(work, claim.id)).find(({ id }) => id === holdId);
  if (shown === undefined) throw conflict("hold-released");
  if (!releasableHolds.includes(hold.code)) throw conflict("hold-not-releasable");
  await refuseBeforeRejected(work, claim.id, [hold.code]);
  await queries.releaseHolds(work, claim.id, { codes: [hold.code], reason });
  const left = claim.holds.filter((code) => code !== hold.code);
  await setState(work, claim, { verb: "release", state: stateAfter(left), reason });
  const [released] = await holdsOf(work, [shown]);
  if (released === undefined) throw notFound();
  return released;
};
