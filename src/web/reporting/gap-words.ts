import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { GapCode } from "#domain/reporting/coverage-gap.ts";

/** What is not covered and what ends it. */
export const gapWords: Readonly<
  Record<
    GapCode,
    {
      readonly name: MessageDescriptor;
      readonly sentence: MessageDescriptor;
      readonly mend: MessageDescriptor;
    }
  >
> = {
  "no-coverage": {
    name: msg`No policy`,
    sentence: msg`No policy covers these days.`,
    mend: msg`Enter the policy`,
  },
  "no-authorization": {
    name: msg`Not allowed`,
    sentence: msg`The payer has not allowed these days.`,
    mend: msg`Enter the authorization`,
  },
  "authorization-used-up": {
    name: msg`Used up`,
    sentence: msg`What the payer allowed is used up.`,
    mend: msg`Ask for more`,
  },
  "authorization-ends": {
    name: msg`Ends soon`,
    sentence: msg`The authorization ends, and none follows it.`,
    mend: msg`Ask for more`,
  },
};
