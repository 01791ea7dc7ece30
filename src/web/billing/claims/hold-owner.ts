import type { I18n } from "@lingui/core";
import type { Hold } from "#domain/billing/claims/hold.ts";
import { sayOwnerRole } from "#web/platform/owner-words.ts";

/** For whom a hold waits: whoever leads the session or cosigns its note, where that is one person; else anybody of the role. */
export const sayHoldOwner = (i18n: I18n, { owner, leadName, supervisorName }: Hold): string => {
  const person: Partial<Record<typeof owner, string | null>> = {
    facilitator: leadName,
    supervisor: supervisorName,
  };
  return person[owner] ?? sayOwnerRole(i18n, owner);
};
