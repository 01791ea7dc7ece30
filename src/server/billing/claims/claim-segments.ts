import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import { writeClaimsFile } from "#edi/837/claims-file.ts";

/** Segments of an interchange of ours, which ends them with `~` and separates elements by `*`. */
export const segmentsOf = (content: Uint8Array): string[] =>
  new TextDecoder()
    .decode(content)
    .split("~")
    .filter((segment) => segment !== "");

/** What ends a claim: the next claim, a level of the hierarchy, or the transaction. */
const endsClaim = /^(?:CLM|HL|SE)\*/;

const within = (segments: readonly string[], control: string): string[] => {
  const first = segments.findIndex((segment) => segment.startsWith(`CLM*${control}*`));
  if (first === -1) return [];
  const rest = segments.slice(first + 1);
  const length = rest.findIndex((segment) => endsClaim.test(segment));
  return segments.slice(first, first + 1 + length);
};

/** The segments of a claim from CLM on: as they stand in its file, or as they would today. */
export const segmentsOfClaim = (
  snapshot: ClaimSnapshot,
  content: Uint8Array | null,
  createdAt: string,
): string[] => {
  if (content !== null) return within(segmentsOf(content), snapshot.control);
  const claims = [{ snapshot, notice: null }];
  const on = createdAt.slice(0, 10);
  const { bytes } = writeClaimsFile({ claims, control: 1, on, at: "00:00" });
  return within(segmentsOf(bytes), snapshot.control);
};
