import { useLingui } from "@lingui/react/macro";
import { findBilling } from "#domain/billing/claims/found.api.ts";
import { claimsFound, claimsOfPayer } from "#web/billing/claims/claims-asked.ts";
import type { Command } from "#web/platform/commands.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";

const fewestLetters = 3;

/** Whether what is typed begins as the number of a claim does, which no person's number does. */
const isClaimNumber = (typed: string): boolean => /^sw\s?\d/i.test(typed);

/**
 * What billing has by this name or number. `typed` is what stands in the line, `q` what it settled to. Of claims `before` stands
 * ahead of people where it can mean nothing else.
 */
export const useBillingFound = (
  typed: string,
  q: string,
): { readonly before: readonly Command[]; readonly after: readonly Command[] } => {
  const { t } = useLingui();
  const maySee = useCan("claims:read");
  const enabled = maySee && q.length >= fewestLetters;
  const { data } = useRead(findBilling, { q }, { enabled });
  if (!maySee) return { before: [], after: [] };
  const search = {
    id: "claims",
    name: t`Find “${typed}”`,
    kind: t`Claims`,
    to: claimsFound(typed),
  };
  const ahead = isClaimNumber(typed);
  const claims = (data?.claims ?? []).map(({ id, control, payerName }) => ({
    id: `claim ${id}`,
    name: `${control} · ${payerName}`,
    kind: t`Claim`,
    also: `${typed} ${control.slice(2)}`,
    to: paths.claim(id),
  }));
  const files = (data?.files ?? []).map(({ id, name, payerName }) => ({
    id: `file ${id}`,
    name: `${name} · ${payerName}`,
    kind: t`File`,
    to: paths.claimFile(id),
  }));
  const payers = (data?.payers ?? []).map(({ id, name }) => ({
    id: `payer ${id}`,
    name,
    kind: t`Claims of a payer`,
    to: claimsOfPayer(id),
  }));
  const isLong = typed.length > 1;
  return {
    before: [...claims, ...files, ...payers, ...(ahead && isLong ? [search] : [])],
    after: ahead || !isLong ? [] : [search],
  };
};
