import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output } from "#domain/contract/route.ts";
import type { readPrivacyWatch as contract } from "#domain/reporting/privacy-watch.api.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import { selectPrivacyWatch } from "#server/reporting/privacy-watch.queries.ts";

/** What a privacy officer looks at in the morning, by the calendar of the organization. */
export const readPrivacyWatch = async (work: Work): Promise<Output<typeof contract>> => {
  const { zone } = await getOrganization(work);
  const on = dateAt(work.now, zone);
  return { on, ...(await selectPrivacyWatch(work, on)) };
};
