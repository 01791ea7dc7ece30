import type { RecordReference } from "#domain/contract/route.ts";
import type { ProblemValues } from "#domain/contract/problem.ts";

/** One line of the trail, before it has an id. `details` holds codes, never a text about a person. */
export interface AuditEvent {
  readonly organizationId: string;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly outcome: "done" | "read" | "refused" | "failed";
  readonly verb: string;
  readonly purpose: string;
  readonly actorKind: string;
  readonly accountId: string | null;
  readonly actorName: string;
  readonly sessionId: string | null;
  readonly requestId: string;
  readonly address: string | null;
  readonly record: RecordReference | undefined;
  readonly subjects: readonly string[];
  readonly details: ProblemValues;
}
