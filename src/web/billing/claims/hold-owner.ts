import type { I18n } from "@lingui/core";
import type { Hold } from "#domain/billing/claims/hold.ts";
import { sayOwnerRole } from "#web/platform/owner-words.ts";

/** For whom a hold waits: whoever leads the session where a facilitator is to write, else anybody of the role. */
export const sayHoldOwner = (i18n: I18n, { owner, leadName }: Hold): string =>
  owner === "facilitator" && leadName !== null ? leadName : sayOwnerRole(i18n, owner);
