import type { AuditEvent } from "#server/platform/audit/audit-event.ts";
import { insertAudit } from "#server/platform/audit/audit.queries.ts";
import type { Tx } from "#server/db/transaction.ts";
import type { OpenWork } from "#server/platform/work.ts";

export interface Witnessed {
  readonly verb: string;
  readonly outcome: AuditEvent["outcome"];
  readonly account: { readonly id: string; readonly name: string };
  readonly address: string | null;
  readonly sessionId?: string;
  readonly actorKind?: AuditEvent["actorKind"];
}

/**
 * Writes what somebody did to their account into the trail of each of these organizations, which know nothing of each
 * other. For acts that belong to no organization, or to another than the one at hand.
 */
export const witnessIn = (
  tx: Tx,
  work: OpenWork,
  organizationIds: readonly string[],
  { verb, outcome, account, address, sessionId, actorKind = "staff" }: Witnessed,
): Promise<void> =>
  insertAudit(
    tx,
    organizationIds.map((organizationId) => ({
      organizationId,
      id: work.newId(),
      at: work.now.toString(),
      outcome,
      verb,
      purpose: "own-account",
      actorKind,
      accountId: account.id,
      actorName: account.name,
      sessionId: sessionId ?? null,
      requestId: work.requestId,
      address,
      record: undefined,
      subjects: [],
      details: {},
    })),
  );
