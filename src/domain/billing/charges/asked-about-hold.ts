import type { Hold } from "#domain/billing/claims/hold.ts";
import type { AskedKind } from "#domain/tasks/asked-kind.ts";

/** What somebody is asked for so that a hold about a session ends. */
export const askedAboutHold = ({ code, owner }: Pick<Hold, "code" | "owner">): AskedKind => {
  if (code === "credential-lapsed") return "session-credential";
  return owner === "supervisor" ? "session-cosignatures" : "session-notes";
};
