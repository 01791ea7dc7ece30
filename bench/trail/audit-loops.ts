import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import { auditWriter } from "#server/platform/audit/audit-writer.ts";
import { openPool } from "#server/db/pool.ts";
import { newId } from "#server/platform/ids.ts";
import type { Loop, LoopPlace } from "../loop/loop.ts";
import { bareBatch } from "./bare-batch.ts";
import { openBarePool, tellOne } from "./bare-trail.queries.ts";

/** As many connections as the product gives its trail. */
const trailConnections = 2;

const takeTurns = (ids: readonly string[]): (() => string) => {
  let next = 0;
  return () => ids[next++ % ids.length] ?? "";
};

const eventOf = (place: LoopPlace, recordId: string): AuditEvent => ({
  organizationId: place.organizationId,
  id: newId(),
  at: new Date().toISOString(),
  outcome: "read",
  verb: "site.read",
  purpose: "operations",
  actorKind: "staff",
  accountId: place.accountId,
  actorName: "Maya Torres",
  sessionId: place.sessionId,
  requestId: newId(),
  address: "127.0.0.1",
  record: { kind: "site", id: recordId },
  subjects: [],
  details: {},
});

const product = (place: LoopPlace): Promise<Loop> => {
  const writer = auditWriter(openPool({ url: place.appUrl, most: trailConnections }));
  const recordId = takeTurns(place.siteIds);
  const turn = async () => {
    await writer.write(eventOf(place, recordId()));
    return 1;
  };
  return Promise.resolve({ turn });
};

const bareBatched = (place: LoopPlace): Promise<Loop> => {
  const tell = bareBatch(openBarePool(place.ownerUrl, trailConnections), place);
  const recordId = takeTurns(place.siteIds);
  const turn = async () => {
    await tell(recordId());
    return 1;
  };
  return Promise.resolve({ turn });
};

const bareEach = (place: LoopPlace): Promise<Loop> => {
  const pool = openBarePool(place.ownerUrl, 10);
  const recordId = takeTurns(place.siteIds);
  const { organizationId, accountId, sessionId } = place;
  const turn = async () => {
    const now = new Date();
    const values = [organizationId, recordId(), newId(), now, accountId, sessionId, newId()];
    await pool.query({ name: "tell-one", text: tellOne, values });
    return 1;
  };
  return Promise.resolve({ turn });
};

export const auditLoops = {
  "audit-product": product,
  "audit-bare-batched": bareBatched,
  "audit-bare-each": bareEach,
};
