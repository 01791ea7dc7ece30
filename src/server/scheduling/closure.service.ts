import { daysBetween } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { notFound } from "#domain/contract/problem.ts";
import type * as api from "#domain/scheduling/closure.api.ts";
import { conflict } from "#domain/scheduling/conflict.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";
import { holdActiveSite } from "#server/practice/site.service.ts";
import * as queries from "#server/scheduling/closure.queries.ts";
import { cancelLocked, getSession } from "#server/scheduling/session.service.ts";

const longestDays = 31;

/** Closes a site for some days. Sessions in which somebody was already stay; the weeks count as weeks of variance. */
export const closeSite = async (
  work: Work,
  { siteId, startsOn, endsOn, reason }: Parsed<typeof api.closeSite>,
): Promise<Output<typeof api.closeSite>> => {
  if ((await holdActiveSite(work, siteId)) === undefined) throw notFound();
  if (endsOn < startsOn)
    throw conflict("dates-not-in-order", { fields: { endsOn: { code: "before-start" } } });
  if (daysBetween(startsOn, endsOn) >= longestDays)
    throw conflict("closure-too-long", { values: { days: longestDays } });
  const closed = await queries.closedDays(work, siteId);
  if (closed.some((one) => one.startsOn <= startsOn && endsOn <= one.endsOn))
    throw conflict("closed-already", { fields: { startsOn: { code: "closed" } } });
  const id = work.newId();
  const createdAt = work.now.toString();
  await queries.insertClosure(work, { id, siteId, startsOn, endsOn, reason, createdAt });
  const sessions = await queries.sessionsToClose(work, { siteId, startsOn, endsOn });
  const unused = sessions.filter((one) => !one.wasUsed);
  for (const one of unused) await cancelLocked(work, await getSession(work, one.id), reason, id);
  await recordChange(work, "closure", { id, version: 1 }, { verb: "create", reason });
  return { id, cancelled: unused.length, kept: sessions.length - unused.length };
};

export const listClosures = async (
  work: Work,
  { siteId }: Parsed<typeof api.listClosures>,
): Promise<Output<typeof api.listClosures>> => {
  const rows = await queries.selectClosures(work, siteId ?? null);
  return {
    rows: rows.map(({ liftedAt, liftedBy, ...row }) => ({
      ...row,
      lifted: liftedAt === null ? null : { at: liftedAt, by: liftedBy },
    })),
  };
};
