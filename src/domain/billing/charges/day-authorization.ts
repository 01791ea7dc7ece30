import type { ChargeLine, ChargeValues } from "#domain/billing/charges/day-charge.ts";
import type { DayAuthorization, DayFacts } from "#domain/billing/charges/day-facts.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";

/** What a day takes of an allowance, in each way payers count. */
export interface DayUsage {
  readonly serviceDate: string;
  readonly days: number;
  readonly minutes: number;
  readonly sessions: number;
  readonly units: number;
}

const minutesPerHour = 60;

/** What the lines of a day use. What is carved out of the per diem is authorized, if at all, apart from it. */
export const usageOf = (
  serviceDate: string,
  lines: readonly Pick<ChargeLine, "basis" | "units" | "minutes" | "sessions">[],
): DayUsage => {
  const counted = lines.filter(({ basis }) => basis !== "carved-out");
  const sum = (of: (line: (typeof counted)[number]) => number) =>
    counted.reduce((all, line) => all + of(line), 0);
  return {
    serviceDate,
    days: counted.length > 0 ? 1 : 0,
    minutes: sum(({ minutes }) => minutes),
    sessions: sum(({ sessions }) => sessions.length),
    units: sum(({ units }) => units),
  };
};

const inUnit = (usage: DayUsage, unit: DayAuthorization["unit"]): number =>
  unit === "hours" ? usage.minutes / minutesPerHour : usage[unit];

/** What an authorization that holds on `day` had given away before; the earlier day is served first. */
export const usedBefore = (
  { startsOn, unit }: Pick<DayAuthorization, "startsOn" | "unit">,
  day: string,
  usages: readonly DayUsage[],
): number =>
  usages
    .filter(({ serviceDate }) => startsOn <= serviceDate && serviceDate < day)
    .reduce((sum, usage) => sum + inUnit(usage, unit), 0);

/** Thirds of an hour add up to hours only to within the last digit. */
const fits = ({ used, units }: DayAuthorization, needed: number): boolean =>
  used + needed <= units + 1e-9;

const byStart = (a: DayAuthorization, b: DayAuthorization): number =>
  a.startsOn.localeCompare(b.startsOn) || a.id.localeCompare(b.id);

/**
 * The authorization a day uses: both its dates and its units must hold. Without one
 * the bill waits, never the care.
 */
export const authorizationFor = (
  facts: Pick<DayFacts, "serviceDate" | "authorizations">,
  { authorization }: Pick<ContractTerms, "authorization">,
  lines: readonly ChargeLine[],
): {
  authorizationId: string | null;
  hold: { code: "no-authorization" | "authorization-used-up"; values: ChargeValues } | null;
} => {
  const day = facts.serviceDate;
  const usage = usageOf(day, lines);
  const inDates = facts.authorizations
    .filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
    .toSorted(byStart);
  const open = inDates.find((one) => fits(one, inUnit(usage, one.unit)));
  if (usage.days === 0) return { authorizationId: null, hold: null };
  if (open !== undefined) return { authorizationId: open.id, hold: null };
  if (!authorization.needed) return { authorizationId: null, hold: null };
  const last = inDates.at(-1);
  if (last === undefined)
    return { authorizationId: null, hold: { code: "no-authorization", values: {} } };
  const { units, unit, used } = last;
  // What waits behind it would take more than there is: nobody is told that more is used than was allowed.
  const values = { units, unit, used: Math.min(units, Math.round(used * 100) / 100) };
  return { authorizationId: null, hold: { code: "authorization-used-up", values } };
};
