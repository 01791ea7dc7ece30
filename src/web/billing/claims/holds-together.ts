import type { Hold } from "#domain/billing/claims/hold.ts";

/** Holds of one person, one payer and one reason: what is mended once ends them all. */
export interface Together {
  readonly first: Hold;
  readonly from: string;
  readonly through: string;
  readonly count: number;
  readonly totalCents: number;
}

/** Holds with what belongs together in one, in the order of the first. */
export const together = (holds: readonly Hold[]): readonly Together[] => {
  const found = new Map<string, Together>();
  for (const hold of holds) {
    const { code, values, claimId, patient, payerName, totalCents } = hold;
    const { fromDate, throughDate } = hold;
    const key = [claimId, patient.id, payerName, code, values["sessionId"]].join(" ");
    const before = found.get(key);
    found.set(key, {
      first: before?.first ?? hold,
      from: before === undefined || fromDate < before.from ? fromDate : before.from,
      through: before === undefined || throughDate > before.through ? throughDate : before.through,
      count: (before?.count ?? 0) + 1,
      totalCents: (before?.totalCents ?? 0) + totalCents,
    });
  }
  return [...found.values()];
};
