import { addDays } from "#web/platform/days.ts";
import { isDay } from "#web/platform/typed-day.ts";

/** The days from one to another, both closed. */
export interface ClosedDays {
  readonly siteId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Whatever is still to come, the nearest first; then what is over, the latest first. */
export const byNearness =
  (today: string) =>
  (one: Pick<ClosedDays, "startsOn" | "endsOn">, other: typeof one): number => {
    const [isOver, otherIsOver] = [one.endsOn < today, other.endsOn < today];
    if (isOver !== otherIsOver) return isOver ? 1 : -1;
    const order = one.startsOn.localeCompare(other.startsOn);
    return isOver ? -order : order;
  };

const longestDays = 31;

/** Whether what is typed amounts to days of a site that may be asked about. */
export const areClosable = ({ siteId, startsOn, endsOn }: ClosedDays): boolean =>
  siteId !== "" &&
  isDay(startsOn) &&
  isDay(endsOn) &&
  endsOn >= startsOn &&
  endsOn < addDays(startsOn, longestDays);
