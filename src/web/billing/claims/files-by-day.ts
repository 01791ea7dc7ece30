import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { dayAt } from "#web/platform/dates.ts";

interface SumOfFiles {
  readonly files: number;
  readonly claims: number;
  readonly totalCents: number;
}

/** What was made on one day, as far as its files were read. */
export interface FilesOfDay {
  readonly sent: SumOfFiles;
  /** Those that only try the way out: they ask nobody for anything. */
  readonly tests: SumOfFiles;
}

const nothing: SumOfFiles = { files: 0, claims: 0, totalCents: 0 };

/**
 * Sums of files by the day on which they were made. `hasMore`: older ones were not read yet, so that of the oldest day here
 * nobody knows whether it is complete: it has no sum.
 */
export const filesByDay = (
  files: readonly Pick<ClaimFile, "createdAt" | "isTest" | "claims" | "totalCents" | "standing">[],
  zone: string | undefined,
  hasMore: boolean,
): ReadonlyMap<string, FilesOfDay> => {
  const days = new Map<string, FilesOfDay>();
  for (const { createdAt, isTest, claims, totalCents, standing } of files) {
    // Its claims are in another file by now, or in none.
    if (standing === "taken-back") continue;
    const day = dayAt(createdAt, zone);
    const sum = days.get(day) ?? { sent: nothing, tests: nothing };
    const own = isTest ? sum.tests : sum.sent;
    const more = {
      files: own.files + 1,
      claims: own.claims + claims,
      totalCents: own.totalCents + totalCents,
    };
    days.set(day, isTest ? { ...sum, tests: more } : { ...sum, sent: more });
  }
  const oldest = [...days.keys()].toSorted()[0];
  if (hasMore && oldest !== undefined) days.delete(oldest);
  return days;
};
