import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { isInForce } from "#domain/programs/hour-rule.ts";
import { weekOf, type Week, type WeekKind } from "#domain/programs/week.ts";
import type { LikelyDay } from "#domain/scheduling/likely-minutes.ts";
import type {
  HoursDay,
  HoursStanding,
  WeekHours,
  varianceSchema,
} from "#domain/scheduling/hours.ts";

type Variance = z.output<typeof varianceSchema>;

export interface FloorRule {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly floorMinutes: number;
  readonly ceilingMinutes: number | null;
  readonly week: WeekKind;
  readonly mostMakeUps: number | null;
  readonly levelOfCareId: string;
  readonly population: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** One day of one enrollment, as the ledger has it: only activities that count toward hours. */
export interface LedgerDay extends LikelyDay {
  readonly date: string;
  readonly scheduledMinutes: number;
  readonly deliveredMinutes: number;
  readonly creditedMinutes: number;
  readonly overLimitMinutes: number;
  readonly missed: number;
  readonly excused: number;
  readonly isPart: boolean;
  readonly usualBreakMinutes: number;
}

export interface Stay {
  readonly patientId: string;
  readonly enrollmentId: string;
  readonly levelOfCareId: string;
  readonly levelName: string;
  readonly population: string;
  readonly admittedOn: string;
  readonly endedOn: string | null;
  readonly closedOn: readonly string[];
  readonly days: readonly LedgerDay[];
}

/** The rule that decides for a stay on a day. */
export const ruleFor = <
  Rule extends Pick<FloorRule, "levelOfCareId" | "population" | "effectiveFrom" | "effectiveTo">,
>(
  stay: Pick<Stay, "levelOfCareId" | "population">,
  rules: readonly Rule[],
  on: string,
): Rule | undefined =>
  rules.find(
    (rule) =>
      rule.levelOfCareId === stay.levelOfCareId &&
      rule.population === stay.population &&
      isInForce(rule, on),
  );

const closedIn = (week: Week, { closedOn }: Stay): string[] =>
  [...new Set(closedOn)].filter((day) => week.startsOn <= day && day <= week.endsOn).toSorted();

/** A week that somebody was not in care for as a whole, or in which the site was closed, is no violation but a variance. */
const varianceOf = (stay: Stay, week: Week): Variance | null => {
  if (stay.admittedOn > week.startsOn) return "first-week";
  if (stay.endedOn !== null && stay.endedOn < week.endsOn) return "last-week";
  return closedIn(week, stay).length > 0 ? "closure" : null;
};

const standingOf = (
  rule: FloorRule | undefined,
  creditedMinutes: number,
  shortMinutes: number,
  variance: Variance | null,
): HoursStanding => {
  if (rule === undefined || rule.floorMinutes === 0) return "no-rule";
  if (variance !== null) return "variance";
  if (creditedMinutes >= rule.floorMinutes) return "met";
  return shortMinutes === 0 ? "on-course" : "short";
};

const daysOf = (week: Week, known: readonly LedgerDay[]): HoursDay[] => {
  const start = Temporal.PlainDate.from(week.startsOn);
  return Array.from({ length: 7 }, (_, place) => {
    const date = start.add({ days: place }).toString();
    const day = known.find((one) => one.date === date);
    return {
      date,
      creditedMinutes: day?.creditedMinutes ?? 0,
      overLimitMinutes: day?.overLimitMinutes ?? 0,
      bookedMinutes: day?.bookedMinutes ?? 0,
      breakMinutes: day?.breakMinutes ?? 0,
      usualBreakMinutes: day?.usualBreakMinutes ?? 0,
      isBeforeBreaks: day?.isBeforeBreaks ?? false,
      isDoubled: day?.isDoubled ?? false,
      missed: day?.missed ?? 0,
      excused: day?.excused ?? 0,
      isPart: day?.isPart ?? false,
    };
  });
};

const sum = (days: readonly LedgerDay[], of: (day: LedgerDay) => number): number =>
  days.reduce((total, day) => total + of(day), 0);

/**
 * The hours of a stay in the week of a day, against the floor of its level for its population. The rule in force on that day
 * says where the week begins and is named in the answer. Planned, delivered and credited minutes stay apart.
 */
export const weekHoursOf = (stay: Stay, rules: readonly FloorRule[], on: string): WeekHours => {
  const rule = ruleFor(stay, rules, on);
  const week = weekOf(rule?.week ?? "monday", on, stay.admittedOn);
  const inWeek = stay.days.filter((day) => week.startsOn <= day.date && day.date <= week.endsOn);
  const creditedMinutes = sum(inWeek, (day) => day.creditedMinutes);
  const bookedMinutes = sum(inWeek, (day) => day.bookedMinutes);
  const shortMinutes = Math.max(0, (rule?.floorMinutes ?? 0) - creditedMinutes - bookedMinutes);
  const variance = varianceOf(stay, week);
  return {
    patientId: stay.patientId,
    enrollmentId: stay.enrollmentId,
    levelName: stay.levelName,
    rule:
      rule === undefined
        ? null
        : {
            id: rule.id,
            name: rule.name,
            source: rule.source,
            floorMinutes: rule.floorMinutes,
            ceilingMinutes: rule.ceilingMinutes,
            week: rule.week,
            mostMakeUps: rule.mostMakeUps,
          },
    ...week,
    scheduledMinutes: sum(inWeek, (day) => day.scheduledMinutes),
    deliveredMinutes: sum(inWeek, (day) => day.deliveredMinutes),
    creditedMinutes,
    bookedMinutes,
    shortMinutes,
    standing: standingOf(rule, creditedMinutes, shortMinutes, variance),
    variance,
    closedOn: closedIn(week, stay),
    days: daysOf(week, inWeek),
    gap: null,
  };
};
