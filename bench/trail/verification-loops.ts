import { Temporal } from "temporal-polyfill";
import { openPool } from "#server/db/pool.ts";
import { inTransaction } from "#server/db/transaction.ts";
import { verifyTrail } from "#server/platform/audit/audit-verification.ts";
import type { Loop, LoopPlace } from "../loop/loop.ts";
import { openBarePool } from "./bare-trail.queries.ts";

const product = (place: LoopPlace): Promise<Loop> => {
  const pool = openPool({ url: place.appUrl, most: 1 });
  const { organizationId } = place;
  const turn = () =>
    inTransaction(pool, { organizationId, accountId: null }, async (tx) => {
      const report = await verifyTrail({ tx, organizationId, now: Temporal.Now.instant() }, null);
      if (!report.isIntact) throw new Error(`not intact: ${JSON.stringify(report.findings)}`);
      return report.sealedEvents;
    });
  return Promise.resolve({ turn });
};

const pageSize = 8000;

/** Every row of the trail read in the order of its key, in portions of the size verification takes, and nothing done with it. */
const scan = (place: LoopPlace): Promise<Loop> => {
  const pool = openBarePool(place.ownerUrl, 1);
  const turn = async () => {
    let rows = 0;
    let after = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const page = await pool.query<{ id: string }>({
        name: "scan",
        text: "select * from stepwell.audit_event where organization_id = $1 and id > $2 order by id limit $3",
        values: [place.organizationId, after, pageSize],
      });
      const last = page.rows.at(-1);
      if (last === undefined) return rows;
      rows += page.rows.length;
      after = last.id;
    }
  };
  return Promise.resolve({ turn });
};

export const verificationLoops = { "verify-product": product, "verify-scan": scan };
