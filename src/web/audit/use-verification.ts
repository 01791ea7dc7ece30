import { useState } from "react";
import { verifyAudit } from "#domain/audit/audit.api.ts";
import type { TrailReportView } from "#domain/audit/trail-report.ts";
import { useRead, type Read } from "#web/platform/use-read.ts";

/** So many batches are looked at without being asked; more could take long. */
const newestSeals = 100;

export interface Verification {
  readonly read: Read<TrailReportView>;
  /** Recomputes the whole trail, or does so again. */
  readonly verifyAll: () => void;
}

/** Recomputes the newest batches at once, and all of them when asked. */
export const useVerification = (): Verification => {
  const [isWhole, setWhole] = useState(false);
  const read = useRead(verifyAudit, isWhole ? {} : { newest: newestSeals }, {
    keepWhileLoading: true,
  });
  return { read, verifyAll: () => (isWhole ? void read.refetch() : setWhole(true)) };
};
