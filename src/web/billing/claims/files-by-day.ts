import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { dayAt } from "#web/platform/dates.ts";

/** What was made on one day, as far as its files were read. */
export interface FilesOfDay {
  readonly files: number;
  readonly claims: number;
  readonly totalCents: number;
}

const nothing: FilesOfDay = { files: 0, claims: 0, totalCents: 0 };

/**
 * Sums of files by the day on which they were made. `hasMore`: older ones were not read yet, so that of the oldest day here
 * nobody knows whether it is complete: it has no sum.
 */
export const filesByDay = (
  files: readonly Pick<ClaimFile, "createdAt" | "claims" | "totalCents">[],
  zone: string | undefined,
  hasMore: boolean,
): ReadonlyMap<string, FilesOfDay> => {
  const days = new Map<string, FilesOfDay>();
  for (const { createdAt, claims, totalCents } of files) {
    const day = dayAt(createdAt, zone);
    const sum = days.get(day) ?? nothing;
    days.set(day, {
      files: sum.files + 1,
      claims: sum.claims + claims,
      totalCents: sum.totalCents + totalCents,
    });
  }
  const oldest = [...days.keys()].toSorted()[0];
  if (hasMore && oldest !== undefined) days.delete(oldest);
  return days;
};
