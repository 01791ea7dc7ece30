import type { Output, Parsed } from "#domain/contract/route.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import type * as api from "#domain/reporting/ended-stay.api.ts";
import { endedSince } from "#domain/reporting/ended-stay.ts";
import type { Work } from "#server/platform/work.ts";
import { todayOf } from "#server/practice/organization.service.ts";
import { selectEnded, type EndedRow } from "#server/reporting/ended-stay.queries.ts";

const mostRows = 5000;

const asStay = ({ givenName, familyName, preferredName, ...row }: EndedRow) => ({
  ...row,
  name: shownName({ givenName, familyName, preferredName }),
});

/** Stays that ended in these days, by the calendar of the organization. Days to come are not told. */
export const listEndedStays = async (
  work: Work,
  asked: Parsed<typeof api.listEndedStays>,
): Promise<Output<typeof api.listEndedStays>> => {
  const today = await todayOf(work);
  const to = asked.to === undefined || asked.to > today ? today : asked.to;
  const from = asked.from ?? endedSince(to);
  const stays = await selectEnded(work, { from, to, limit: mostRows + 1 });
  return {
    from,
    to,
    rows: stays.slice(0, mostRows).map(asStay),
    isCut: stays.length > mostRows,
  };
};
