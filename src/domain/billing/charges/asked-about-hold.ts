import type { HoldOwner } from "#domain/billing/charges/day-charge.ts";
import type { SessionAskedKind } from "#domain/tasks/asked-kind.ts";

/** What somebody is asked for so that a hold about a session ends. */
export const askedAboutHold = ({
  code,
  owner,
}: {
  readonly code: string;
  readonly owner: HoldOwner;
}): SessionAskedKind => {
  if (code === "credential-lapsed") return "session-credential";
  return owner === "supervisor" ? "session-cosignatures" : "session-notes";
};
