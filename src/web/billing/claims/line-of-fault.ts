import type { Fault } from "#domain/billing/claims/acknowledgment.ts";

const opens = (segment: string): boolean => segment.startsWith("ST*");

/**
 * The line of a file, counted from its first as a reader of it counts, on which a fault stands. A receiver counts from the ST
 * before it; null where the file has no such line, or nothing says of which ST.
 */
export const lineOfFault = (
  segments: readonly string[],
  { claim, position }: Pick<Fault, "claim" | "position">,
): number | null => {
  // In no claim and in one of several: nobody knows in which.
  if (claim === null && segments.filter(opens).length > 1) return null;
  const at = segments.findIndex((one) => one.startsWith(`CLM*${claim}*`));
  const before = at < 0 ? segments.findIndex(opens) : segments.slice(0, at).findLastIndex(opens);
  const line = before + position;
  return before < 0 || position < 1 || line > segments.length ? null : line;
};
