import { Temporal } from "temporal-polyfill";
import { overdueBefore } from "#domain/basics/overdue.ts";
import type { Errand } from "#domain/operations/errand.ts";

/** True where an errand that is neither delivered nor given up should have been carried out long ago. */
export const isOverdue = (
  errand: Pick<Errand, "createdAt" | "nextAttemptAt" | "deliveredAt" | "failedAt">,
  now: Temporal.Instant,
): boolean => {
  if (errand.deliveredAt !== null || errand.failedAt !== null) return false;
  const due = Temporal.Instant.from(errand.nextAttemptAt ?? errand.createdAt);
  return Temporal.Instant.compare(due, overdueBefore(now)) < 0;
};

/**
 * An errand that failed, that waits for its next attempt, or that is overdue may be sent again at once. One that
 * was delivered must not: its letter would arrive twice.
 */
export const mayBeRepeated = (errand: Pick<Errand, "state" | "isOverdue">): boolean =>
  errand.state === "failed" || errand.state === "retrying" || errand.isOverdue;
