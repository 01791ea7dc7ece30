import type { ChargeValues } from "#domain/billing/charges/day-charge.ts";
import { withoutContract } from "#domain/billing/charges/unpriced-day.ts";
import { selectScopes } from "#server/billing/charges/hold-scope.queries.ts";
import type { Work } from "#server/platform/work.ts";

interface Held {
  readonly code: string;
  readonly values: ChargeValues;
  readonly enrollmentId: string;
  readonly serviceDate: string;
  readonly payerName: string | null;
}

/** What fills the sentences of these holds: where a contract or a price is missing, also for which payer, level, program and site. */
export const valuesInScope = async (
  work: Work,
  holds: readonly Held[],
): Promise<readonly ChargeValues[]> => {
  const asked = holds.filter(({ code }) => withoutContract.some((one) => one === code));
  const scopes = await selectScopes(work, asked);
  const scopeOf = new Map(asked.map((hold, place) => [hold, scopes[place]]));
  return holds.map((hold) => {
    const scope = scopeOf.get(hold);
    return scope === undefined ? hold.values : { ...hold.values, ...scope, payer: hold.payerName };
  });
};
