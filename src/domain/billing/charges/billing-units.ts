import type { PerDiem, ServiceTerm } from "#domain/payers/contract-terms.ts";

type Unit = PerDiem["unit"] | ServiceTerm["unit"];
type QuarterRule = PerDiem["quarterRule"];

const minutesPerHour = 60;
const minutesPerQuarter = 15;
/** A quarter hour counts from its eighth minute on (CMS, Medicare Claims Processing Manual ch. 5 §20.2). */
const midpointMinutes = 8;

/** Credited minutes that make one more unit of time, from none; null for what is not counted in time. */
export const minutesOfFirstUnit = (unit: Unit, quarterRule: QuarterRule): number | null => {
  if (unit === "hour") return minutesPerHour;
  if (unit === "quarter-hour")
    return quarterRule === "midpoint" ? midpointMinutes : minutesPerQuarter;
  return null;
};

/**
 * Whole units in credited minutes; nothing is rounded up. Only where a payer's contract says so does a quarter hour count
 * from its midpoint. A day or a service is one, however long it was.
 */
export const unitsOf = (minutes: number, unit: Unit, quarterRule: QuarterRule): number => {
  if (minutes <= 0) return 0;
  switch (unit) {
    case "hour":
      return Math.floor(minutes / minutesPerHour);
    case "quarter-hour": {
      const given = quarterRule === "midpoint" ? minutesPerQuarter - midpointMinutes : 0;
      return Math.floor((minutes + given) / minutesPerQuarter);
    }
    case "day":
    case "service":
      return 1;
  }
};

/** At most so many; null is no limit. */
export const atMost = (units: number, most: number | null): number =>
  most === null ? units : Math.min(units, most);
