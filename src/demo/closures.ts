import { Temporal } from "temporal-polyfill";
import { dateAt } from "#domain/basics/civil-date.ts";
import { closeSite } from "#domain/scheduling/closure.api.ts";
import type { DemoOrganization } from "#demo/cast.ts";
import { holidaysOff, type Season } from "#demo/holidays.ts";
import { momentOf } from "#demo/life/life-day.ts";
import { workAs, type Colleague } from "#demo/life/life-house.ts";
import { listAccountsOfStaff } from "#demo/notes.queries.ts";
import type { Work } from "#server/platform/work.ts";
import * as closures from "#server/scheduling/closure.service.ts";

/** Closes sites on the holidays of a season, before their groups are planned: none is made for such a day. */
export const closeForHolidays = async (
  work: Work,
  siteIds: readonly string[],
  season: Season,
): Promise<void> => {
  const { rows } = await closures.listClosures(work, {});
  const isClosed = (siteId: string, on: string): boolean =>
    rows.some((one) => one.siteId === siteId && one.startsOn <= on && on <= one.endsOn);
  for (const { day, name: reason } of holidaysOff(season))
    for (const siteId of siteIds)
      if (!isClosed(siteId, day))
        await closures.closeSite(
          work,
          closeSite.input.parse({ siteId, startsOn: day, endsOn: day, reason }),
        );
};

/** Further back than any group of the first people, and about as far ahead as groups are planned. */
const season = { weeksBack: 6, daysAhead: 60 } as const;

const directorOf = async (
  work: Work,
  { people }: Pick<DemoOrganization, "people">,
  staff: ReadonlyMap<string, string>,
): Promise<Colleague> => {
  const accounts = await listAccountsOfStaff(work);
  const director = people.find(({ roles }) => roles.includes("director"));
  const staffId = staff.get(director?.familyName ?? "") ?? "";
  const accountId = accounts.get(staffId);
  if (director === undefined || accountId === undefined)
    throw new Error("nobody directs an organization of the demo");
  return { staffId, accountId, name: `${director.givenName} ${director.familyName}` };
};

/** The holidays around today, as the director closed them at the beginning of the season. */
export const seedClosures = async (
  work: Work,
  demo: Pick<DemoOrganization, "zone" | "people">,
  places: {
    readonly sites: ReadonlyMap<string, string>;
    readonly staff: ReadonlyMap<string, string>;
  },
): Promise<void> => {
  const today = Temporal.PlainDate.from(dateAt(work.now, demo.zone));
  const from = today.subtract({ weeks: season.weeksBack }).toString();
  const then = { ...work, now: momentOf(demo.zone, from, "09:00") };
  const as = workAs(then, await directorOf(work, demo, places.staff));
  await closeForHolidays(as, [...places.sites.values()], {
    from,
    to: today.add({ days: season.daysAhead }).toString(),
    today: today.toString(),
  });
};
