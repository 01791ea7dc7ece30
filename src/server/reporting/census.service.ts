import { weekToldOn } from "#domain/admissions/enrollment.ts";
import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { dayToldOf, weekOf } from "#domain/programs/week.ts";
import type * as api from "#domain/reporting/census.api.ts";
import type { CensusRow } from "#domain/reporting/census.ts";
import type { Work } from "#server/platform/work.ts";
import { getOrganization } from "#server/practice/organization.service.ts";
import { countCensus, selectCensus, type CensusStay } from "#server/reporting/census.queries.ts";

const asRow = (
  { givenName, familyName, preferredName, ...row }: CensusStay,
  lastDay: string,
): CensusRow => ({
  ...row,
  week: weekToldOn(row, lastDay),
  name: shownName({ givenName, familyName, preferredName }),
});

/** Who is in care, or who came or left in a week, by the calendar of the organization. Days to come are not told. */
export const listCensus = async (
  work: Work,
  { part, on, siteId }: Parsed<typeof api.listCensus>,
): Promise<Output<typeof api.listCensus>> => {
  const { zone } = await getOrganization(work);
  const today = dateAt(work.now, zone);
  const asked = on === undefined || on > today ? today : on;
  const { startsOn, endsOn } = weekOf("monday", asked, asked);
  const lastDay = dayToldOf({ startsOn, endsOn }, today);
  const week = { lastDay, monday: startsOn, siteId };
  const stays = await selectCensus(work, { part, ...week });
  return {
    on: lastDay,
    startsOn,
    rows: stays.map((stay) => asRow(stay, lastDay)),
    people: new Set(stays.map(({ patientId }) => patientId)).size,
    counts: await countCensus(work, week),
  };
};
