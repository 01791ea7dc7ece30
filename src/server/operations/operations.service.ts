import { notFound, Problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { overdueBefore } from "#domain/basics/overdue.ts";
import { isOverdue } from "#domain/operations/errand.policy.ts";
import { errandStateOf, type Errand } from "#domain/operations/errand.ts";
import { healthFindings } from "#domain/operations/health-findings.ts";
import type { HealthFacts } from "#domain/operations/health.ts";
import {
  mostRepeatedAtOnce,
  repeatErrand,
  type listErrands,
  type readOperations,
  type repeatFailedErrands,
} from "#domain/operations/operations.api.ts";
import {
  countErrands,
  findErrand,
  repeatFailed,
  repeatStuck,
  selectErrands,
  type ErrandRow,
} from "#server/operations/errand.queries.ts";
import { readJobs, readSeals, type Installation } from "#server/operations/health.service.ts";
import { countSince, countUndelivered } from "#server/operations/operations.queries.ts";
import { announce } from "#server/platform/live/announce.ts";
import { mostAttempts } from "#server/platform/outbox/outbox.ts";
import { readTimeCursor, timePageOf } from "#server/platform/time-cursor.ts";
import type { Work } from "#server/platform/work.ts";

const mostCounted = 10_000;

export const getOperations = async (
  work: Work,
  installation: Installation,
): Promise<Output<typeof readOperations>> => {
  const { tx, organizationId, now } = work;
  const undelivered = await countUndelivered(tx, organizationId);
  const lastDay = await countSince(tx, organizationId, now.subtract({ hours: 24 }).toString());
  const facts: HealthFacts = {
    at: now.toString(),
    ...(await installation.read()),
    jobs: await readJobs(work),
    seals: await readSeals(work, installation.verifications),
  };
  return {
    errands: { ...undelivered, lastDay },
    facts,
    findings: [...healthFindings(facts)],
    demo: await installation.demo(work),
  };
};

const toErrand = ({ now }: Work, row: ErrandRow): Errand => ({
  ...row,
  state: errandStateOf(row),
  isOverdue: isOverdue(row, now),
});

export const list = async (
  work: Work,
  { state, limit, cursor }: Parsed<typeof listErrands>,
): Promise<Output<typeof listErrands>> => {
  const { tx, organizationId } = work;
  const after = cursor === undefined ? undefined : readTimeCursor(cursor);
  const found = await selectErrands(tx, organizationId, state, { after, limit: limit + 1 });
  const count = await countErrands(tx, organizationId, state, mostCounted + 1);
  const { rows, nextCursor } = timePageOf(found, limit, (row) => row.createdAt);
  return {
    rows: rows.map((row) => toErrand(work, row)),
    total: Math.min(count, mostCounted),
    hasMoreThanTotal: count > mostCounted,
    nextCursor,
  };
};

const repetitionOf = (work: Work) => ({
  organizationId: work.organizationId,
  due: work.now.toString(),
  overdueBefore: overdueBefore(work.now).toString(),
  mostAttempts,
});

/** Begins a stuck errand anew, due now. One that waits for its time or is delivered is refused with `errand-not-stuck`. */
export const repeat = async (
  work: Work,
  { errandId }: Parsed<typeof repeatErrand>,
): Promise<Errand> => {
  const repeated = await repeatStuck(work.tx, errandId, repetitionOf(work));
  if (repeated !== undefined) {
    announce(work, "errand", errandId);
    return toErrand(work, repeated);
  }
  if ((await findErrand(work.tx, work.organizationId, errandId)) === undefined) throw notFound();
  throw new Problem("errand-not-stuck", repeatErrand.errors["errand-not-stuck"]);
};

/** Begins every errand anew that was given up, oldest first, a thousand at most. */
export const repeatAllFailed = async (work: Work): Promise<Output<typeof repeatFailedErrands>> => {
  const ids = await repeatFailed(work.tx, mostRepeatedAtOnce, repetitionOf(work));
  const [first] = ids;
  // Screens fetch the whole list whichever errand changed, so one of them is enough.
  if (first !== undefined) announce(work, "errand", first);
  const { failed } = await countUndelivered(work.tx, work.organizationId);
  return { repeated: ids.length, stillFailed: failed };
};
