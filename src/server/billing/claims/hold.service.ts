import { holdOwnerSchema } from "#domain/billing/charges/day-charge.ts";
import { conflict } from "#domain/billing/claims/conflict.ts";
import type * as api from "#domain/billing/claims/hold.api.ts";
import { releasableHolds, type Hold } from "#domain/billing/claims/hold.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { setState } from "#server/billing/claims/claim-acts.service.ts";
import { holdOf } from "#server/billing/claims/claim-read.ts";
import { lockClaim } from "#server/billing/claims/claim.queries.ts";
import { stateAfter } from "#server/billing/claims/examine-claim.ts";
import * as queries from "#server/billing/claims/hold.queries.ts";
import { pageOfRows } from "#server/db/keyset.ts";
import type { Work } from "#server/platform/work.ts";

/** What keeps days and claims from being billed, the oldest first. */
export const listHolds = async (
  work: Work,
  input: Parsed<typeof api.listHolds>,
): Promise<Output<typeof api.listHolds>> => {
  const total = await queries.countHolds(work, input);
  const rows = await queries.listHolds(work, input);
  // A page goes on after the order of the list: a day's reason has no id of its own.
  const page = pageOfRows(
    rows.map((row) => ({ ...row, holdId: row.id, id: row.orderId, total })),
    input.limit,
  );
  return {
    ...page,
    total,
    rows: page.rows.map(({ holdId, ...row }) => holdOf({ ...row, id: holdId })),
    reasons: (await queries.sumHolds(work)).map(({ owner, ...reason }) => ({
      ...reason,
      owner: holdOwnerSchema.parse(owner),
    })),
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
  const shown = (await queries.listHoldsOfClaim(work, claim.id)).find(({ id }) => id === holdId);
  if (shown === undefined) throw conflict("hold-released");
  if (!releasableHolds.includes(hold.code)) throw conflict("hold-not-releasable");
  await queries.releaseHolds(work, claim.id, { codes: [hold.code], reason });
  const left = claim.holds.filter((code) => code !== hold.code);
  await setState(work, claim, { verb: "release", state: stateAfter(left), reason });
  return holdOf(shown);
};
