import { Temporal } from "temporal-polyfill";
import * as queries from "#server/billing/claims/awaited-answers.queries.ts";
import type { Work } from "#server/platform/work.ts";

const longestDays = 180;
const daysBeforeFirst = 14;

/** Of which files an answer is missed. */
export interface Awaited {
  readonly since: Temporal.Instant;
  /** Only until the first live file: what is tried out beside the real ones keeps nobody from their money. */
  readonly withTests: boolean;
}

/**
 * Since when answers are missed: since the first file of which one was taken in, as those before were answered elsewhere if at all;
 * and where none ever was, of the last two weeks, so that somebody is told at all. What is half a year old nobody asks for.
 */
export const awaitedAnswers = async (work: Work): Promise<Awaited> => {
  const ago = (days: number) => work.now.subtract({ hours: 24 * days });
  const first = await queries.firstAnsweredFile(work);
  const from = first === undefined ? ago(daysBeforeFirst) : Temporal.Instant.from(first);
  const since = Temporal.Instant.compare(from, ago(longestDays)) < 0 ? ago(longestDays) : from;
  return { since, withTests: !(await queries.isLiveSince(work, since.toString())) };
};

/** Whether anybody waits for an answer to a file at all. */
export const isAwaited = (
  { since, withTests }: Awaited,
  file: { readonly createdAt: string; readonly isTest: boolean },
): boolean =>
  (withTests || !file.isTest) &&
  Temporal.Instant.compare(Temporal.Instant.from(file.createdAt), since) >= 0;
