import { addDays } from "#web/platform/days.ts";
import { isDay } from "#web/platform/typed-day.ts";

/** The days from one to another, both closed. */
export interface ClosedDays {
  readonly siteId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

const longestDays = 31;

/** Whether what is typed amounts to days of a site that may be asked about. */
export const areClosable = ({ siteId, startsOn, endsOn }: ClosedDays): boolean =>
  siteId !== "" &&
  isDay(startsOn) &&
  isDay(endsOn) &&
  endsOn >= startsOn &&
  endsOn < addDays(startsOn, longestDays);
