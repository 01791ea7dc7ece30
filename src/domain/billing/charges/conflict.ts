import { Problem, type ProblemValues } from "#domain/contract/problem.ts";

/** Every refusal about charges, with what it means to HTTP. */
const refusals = {
  "too-many-days": 409,
  "day-without-services": 409,
  "days-not-ready": 409,
  "days-billed-elsewhere": 409,
  "hold-not-there": 409,
  "release-taken-back": 409,
  "release-claimed": 409,
  "release-sent": 409,
  "release-of-claim": 409,
} as const;
export type ChargeConflict = keyof typeof refusals;

export const chargeConflict = (code: ChargeConflict, values: ProblemValues = {}): Problem =>
  new Problem(code, refusals[code], { values });
