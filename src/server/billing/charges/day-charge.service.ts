import { z } from "zod";
import { daysBetween } from "#domain/basics/civil-date.ts";
import { chargeConflict } from "#domain/billing/charges/conflict.ts";
import type * as api from "#domain/billing/charges/day-charge.api.ts";
import { dayChargeRowSchema } from "#domain/billing/charges/day-charge.api.ts";
import {
  dayChargeSchema,
  dayHoldSchema,
  type DayCharge,
  type DayState,
} from "#domain/billing/charges/day-charge.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { chargeDays, type Charged } from "#server/billing/charges/charge-days.ts";
import { readDayCursor, writeDayCursor } from "#server/billing/charges/day-cursor.ts";
import * as queries from "#server/billing/charges/day-charge.queries.ts";
import {
  selectDaysOfRange,
  selectDaysOfSessions,
  selectHeldDays,
  selectUnchargedDays,
} from "#server/billing/charges/day-facts.queries.ts";
import { shownHoldsOf } from "#server/billing/charges/hold-owner.service.ts";
import { announceAll } from "#server/platform/live/announce.ts";
import type { Work } from "#server/platform/work.ts";

interface Range {
  readonly from: string;
  readonly to: string;
}

/** Makes every day of a range anew on which somebody was there. */
export const chargeRange = async (work: Work, range: Range): Promise<Charged> =>
  chargeDays(work, await selectDaysOfRange(work, range));

/** Makes the days anew of everybody who was in one of these sessions. */
export const chargeSessions = async (work: Work, sessionIds: readonly string[]): Promise<Charged> =>
  chargeDays(work, await selectDaysOfSessions(work, sessionIds));

/** Both at once, with one look at what they share. */
export const chargeRangeAndSessions = async (
  work: Work,
  range: Range,
  sessionIds: readonly string[],
): Promise<Charged> =>
  chargeDays(work, [
    ...(await selectDaysOfRange(work, range)),
    ...(await selectDaysOfSessions(work, sessionIds)),
  ]);

/** Makes the days of which nobody has spoken: a session that was never signed leaves no event, and yet its day waits for that. */
export const chargeUnchargedDays = async (work: Work): Promise<Charged> =>
  chargeDays(work, await selectUnchargedDays(work));

/** Makes the days anew that wait for a price, a consent, an authorization: whoever mends one need not know of them. */
export const chargeHeldDays = async (work: Work): Promise<Charged> =>
  chargeDays(work, await selectHeldDays(work));

/** Makes one day of one stay anew. */
export const chargeDay = (
  work: Work,
  enrollmentId: string,
  serviceDate: string,
): Promise<Charged> => chargeDays(work, [{ enrollmentId, serviceDate }]);

const keptRowSchema = dayChargeRowSchema.extend({ holds: z.array(dayHoldSchema) });

const mostDays = 92;

export const recomputeDays = (
  work: Work,
  { from, to }: Parsed<typeof api.recomputeDays>,
): Promise<Charged> => {
  if (daysBetween(from, to) >= mostDays) throw chargeConflict("too-many-days", { most: mostDays });
  return chargeRange(work, { from, to });
};

/** Days of a range that may become claims, by stay and date. */
export const readyDays = async (work: Work, range: Range): Promise<DayCharge[]> =>
  (await queries.selectReady(work, range)).map((day) => dayChargeSchema.parse(day));

/** Makes days part of their claims, in one statement. Refuses all of them where one is not ready any more. */
export const markClaimed = async (
  work: Work,
  claims: readonly queries.ClaimOfDays[],
): Promise<void> => {
  const claimed = await queries.claimDays(work, claims);
  if (claimed.length < new Set(claims.flatMap(({ dayIds }) => dayIds)).size)
    throw chargeConflict("days-not-ready");
  announceAll(work, "day-charge", claimed);
};

/** Takes days out of a claim that is withdrawn, voided or replaced; they stand again where their facts put them. */
export const releaseDays = async (work: Work, dayIds: readonly string[]): Promise<Charged> =>
  chargeDays(work, await queries.releaseDays(work, dayIds));

/** What stands of the days that are in no claim yet, of one site or of all, of some days or of all. */
export const sumOpenDays = async (
  work: Work,
  { siteId, from, to }: Pick<queries.DayChargesAsked, "siteId" | "from" | "to">,
) => {
  const states = await queries.sumStates(work, { siteId, from, to, isOpen: true });
  const of = (wanted: DayState) =>
    states.find(({ state }) => state === wanted) ?? { days: 0, totalCents: 0, unpriced: 0 };
  return { held: of("held"), ready: of("ready") };
};

export const listDayCharges = async (
  work: Work,
  { limit, cursor, ...asked }: Parsed<typeof api.listDayCharges>,
): Promise<Output<typeof api.listDayCharges>> => {
  const after = cursor === undefined ? null : readDayCursor(cursor);
  const found = await queries.listDays(work, asked, { limit, after });
  const states = await queries.sumStates(work, asked);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const kept = shown.map(({ row }) => keptRowSchema.parse(row));
  const holds = await shownHoldsOf(
    work,
    kept.map((row) => ({ ...row, payerName: row.payer?.name ?? null })),
  );
  const rows = kept.map((row, place) => ({ ...row, holds: holds[place] ?? [] }));
  const hasMore = found.length > limit && last !== undefined;
  return {
    rows,
    total: states
      .filter(({ state }) => asked.state === undefined || state === asked.state)
      .reduce((sum, { days }) => sum + days, 0),
    nextCursor: hasMore ? writeDayCursor({ day: last.serviceDate, id: last.id }) : null,
    states,
  };
};
