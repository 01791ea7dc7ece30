import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { Permission } from "#domain/access/permissions.ts";
import { filesPath } from "#web/billing/claims/files-path.ts";
import { paths } from "#web/platform/paths.ts";

/** Screens of billing by the words that billers say for what stands there. */
export const billingAlso: readonly {
  readonly to: string;
  readonly name: MessageDescriptor;
  readonly also: MessageDescriptor;
  readonly permission: Permission;
}[] = [
  {
    to: `${paths.claims}?view=payers`,
    name: msg`Claims by payer and month`,
    also: msg`month-end close billed totals receivable`,
    permission: "claims:read",
  },
  {
    to: `${paths.claims}?claims.state=asked&claims.sort=-age`,
    name: msg`Claims asked for, the oldest first`,
    also: msg`aging ageing age unanswered payment paid denied denial unpaid`,
    permission: "claims:read",
  },
  {
    to: `${paths.claims}?claims.sort=filing`,
    name: msg`Claims by timely filing`,
    also: msg`file by deadline`,
    permission: "claims:read",
  },
  {
    to: filesPath,
    name: msg`Files`,
    also: msg`remittance payment 835 837 999 acknowledgment clearinghouse answers`,
    permission: "claims:read",
  },
];
