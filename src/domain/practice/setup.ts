import { z } from "zod";

/** What an organization needs before it can see its first patient, in the order in which it is done. */
export const setupSteps = [
  "organization-npi",
  "crisis-phone",
  "site",
  "room",
  "staff",
  "second-administrator",
] as const;
export const setupStepSchema = z.enum(setupSteps);
export type SetupStep = z.output<typeof setupStepSchema>;

export interface SetupFacts {
  readonly hasNpi: boolean;
  readonly hasCrisisPhone: boolean;
  readonly siteCount: number;
  readonly roomCount: number;
  readonly staffCount: number;
  readonly administratorCount: number;
}

/**
 * Whether a step is done. Two administrators, because with one alone nobody can let anybody in when that person is away
 * or locked out (45 CFR 164.308(a)(7): access in an emergency).
 */
export const isStepDone = (step: SetupStep, facts: SetupFacts): boolean => {
  switch (step) {
    case "organization-npi":
      return facts.hasNpi;
    case "crisis-phone":
      return facts.hasCrisisPhone;
    case "site":
      return facts.siteCount > 0;
    case "room":
      return facts.roomCount > 0;
    case "staff":
      return facts.staffCount > 0;
    case "second-administrator":
      return facts.administratorCount > 1;
  }
};
