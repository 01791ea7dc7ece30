import { rehearseBuild } from "#domain/billing/claims/claim.api.ts";
import { useBatchSpan } from "#web/billing/claims/use-batch-span.ts";
import { useRead } from "#web/platform/use-read.ts";

/** What of the ready days would become claims, if they were built now. */
export const useBuildAhead = (enabled: boolean) => {
  const { from, to } = useBatchSpan();
  return useRead(rehearseBuild, { from, to }, { enabled, alsoOn: ["day-charge"] });
};
