import { isAllowed } from "#domain/access/actor.ts";
import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output } from "#domain/contract/route.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import type { listCoverageGaps as contract } from "#domain/reporting/coverage-gap.api.ts";
import { gapOwner, type CoverageGap } from "#domain/reporting/coverage-gap.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import { selectCoverageGaps, type GapRow } from "#server/reporting/coverage-gap.queries.ts";

const asGap = (
  { givenName, familyName, preferredName, cents, ...row }: GapRow,
  maySeeCharges: boolean,
): CoverageGap => ({
  ...row,
  cents: maySeeCharges ? cents : null,
  name: shownName({ givenName, familyName, preferredName }),
  owner: gapOwner(row.code),
});

/** Days that wait for a policy or an authorization, by person, and authorizations that end soon. */
export const listCoverageGaps = async (work: Work): Promise<Output<typeof contract>> => {
  const { zone } = await getOrganization(work);
  const on = dateAt(work.now, zone);
  // Who enters policies finds whose days wait, and not what they bill.
  const maySeeCharges = isAllowed(work.actor, "charges:read");
  const rows = await selectCoverageGaps(work, on);
  return { on, rows: rows.map((row) => asGap(row, maySeeCharges)) };
};
