import type { Tx } from "#server/db/transaction.ts";

/**
 * Runs a step in a transaction of its own that stands whatever becomes of the request: a try that was counted stays
 * counted although its refusal rolls the request back. Needs connections that requests do not hold.
 */
export type Apart = <Result>(step: (tx: Tx) => Promise<Result>) => Promise<Result>;
