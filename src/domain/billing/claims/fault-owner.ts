import type { HoldOwner } from "#domain/billing/charges/day-charge.ts";
import type { Finding } from "#domain/billing/claims/finding.ts";

/** Whose the facts of a person and their policies are. All else that a check finds, a biller mends or asks for. */
const places: Partial<Record<Finding["mend"], HoldOwner>> = {
  patient: "admissions",
  coverage: "admissions",
};

/** Whom a claim waits for by the first fault that its check found. */
export const ownerOfFaults = (findings: readonly Finding[]): HoldOwner => {
  const first = findings.find(({ severity }) => severity === "error");
  return (first && places[first.mend]) ?? "biller";
};
