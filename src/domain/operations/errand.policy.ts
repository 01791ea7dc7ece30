import type { ErrandState } from "#domain/operations/errand.ts";

/**
 * An errand that failed, or that waits for its next attempt, may be sent again at once. One that was delivered
 * must not: its letter would arrive twice.
 */
export const mayBeRepeated = (errand: { readonly state: ErrandState }): boolean =>
  errand.state === "failed" || errand.state === "retrying";
