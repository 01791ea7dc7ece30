import type pg from "pg";
import { knownOrganizations } from "#server/app/organizations.queries.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { openAnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { verifyTrail, type TrailReport } from "#server/platform/audit/audit-verification.ts";
import { systemClock } from "#server/platform/clock.ts";

interface RestoredTrail extends Pick<TrailReport, "isIntact" | "seals" | "sealedEvents"> {
  readonly organization: string;
}

/** Recomputes every organization's trail of a restored database, against the heads that came with it. */
export const verifyRestored = async (
  pool: pg.Pool,
  anchorFile: string,
): Promise<readonly RestoredTrail[]> => {
  const anchors = openAnchorFile(anchorFile);
  const found: RestoredTrail[] = [];
  for (const { organizationId, slug } of await knownOrganizations(pool)) {
    const { isIntact, seals, sealedEvents } = await inTransaction(
      pool,
      { organizationId, accountId: null },
      (tx) => verifyTrail({ tx, organizationId, now: systemClock.now() }, anchors),
    );
    found.push({ organization: slug, isIntact, seals, sealedEvents });
  }
  return found;
};
