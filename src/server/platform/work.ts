import type { Temporal } from "temporal-polyfill";
import type { Actor } from "#domain/access/actor.ts";
import type { Tx } from "#server/db/transaction.ts";

/** What every service needs to do anything: one transaction in one organization, who acts, and the present. */
export interface Work {
  readonly tx: Tx;
  readonly organizationId: string;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly requestId: string;
  newId(): string;
}

/** Work before anybody is known: signing in, resetting a password. Sees the global schema only. */
export interface OpenWork {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  readonly requestId: string;
  newId(): string;
}
