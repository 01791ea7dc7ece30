import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { weekKindSchema } from "#domain/programs/week.ts";
import { serviceGapSchema } from "#domain/scheduling/service-gap.ts";

/** One day of somebody's week. */
export const hoursDaySchema = z.object({
  date: z.iso.date(),
  creditedMinutes: z.int(),
  /** Minutes of make-ups beyond those that the rule counts in a week: delivered, not credited. */
  overLimitMinutes: z.int(),
  /** What sessions still to come are likely to be credited with: every hour once, less the breaks that do not count. */
  bookedMinutes: z.int(),
  /** What was taken off for the breaks these groups usually take. */
  breakMinutes: z.int(),
  /** What the groups of all seats of the day usually take in breaks that do not count, of those that are over, too. */
  usualBreakMinutes: z.int(),
  /** A break may still come off: the rule counts none, and nothing is known of what a group takes. */
  isBeforeBreaks: z.boolean(),
  /** Two seats still to come lie at the same hour. */
  isDoubled: z.boolean(),
  /** Sessions that went by without the person, without and with an excuse. */
  missed: z.int(),
  excused: z.int(),
  /** Less was credited than the sessions that were attended lasted. */
  isPart: z.boolean(),
});
export type HoursDay = z.output<typeof hoursDaySchema>;

/**
 * `met`: the floor is reached. `on-course`: with what is booked it will be. `short`: it will not. `variance`: the week is not
 * a whole one, for the reason given, whatever was credited in it. `no-rule`: no floor is in force for this level of care, or one
 * of no hours.
 */
export const hoursStandings = ["met", "on-course", "short", "variance", "no-rule"] as const;
export const hoursStandingSchema = z.enum(hoursStandings);
export type HoursStanding = (typeof hoursStandings)[number];

/** Why a week is not held against anybody. */
export const varianceSchema = z.enum(["first-week", "last-week", "closure"]);

/** The rule that decided, named so that it can be shown and looked up. */
export const decidingRuleSchema = z.object({
  id: idSchema,
  name: z.string(),
  source: z.string(),
  floorMinutes: z.int(),
  ceilingMinutes: z.int().nullable(),
  week: weekKindSchema,
  mostMakeUps: z.int().nullable(),
});

/** The hours of one enrollment in one week of its rule. */
export const weekHoursSchema = z
  .object({
    patientId: idSchema,
    enrollmentId: idSchema,
    levelName: z.string(),
    rule: decidingRuleSchema.nullable(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    /** Planned, been there for, and counted: never mixed. */
    scheduledMinutes: z.int(),
    deliveredMinutes: z.int(),
    creditedMinutes: z.int(),
    bookedMinutes: z.int(),
    /** What will be missing at the end of the week if all goes as booked. */
    shortMinutes: z.int(),
    standing: hoursStandingSchema,
    variance: varianceSchema.nullable(),
    /** The days of this week on which the site of the program is closed. */
    closedOn: z.array(z.iso.date()),
    days: z.array(hoursDaySchema),
    /** As of today; null in another week, and where the rule says nothing of days between services. */
    gap: serviceGapSchema.nullable(),
  })
  .meta({ id: "WeekHours" });
export type WeekHours = z.output<typeof weekHoursSchema>;

/** True where the week is held to a floor: a rule asks for hours, and the week is a whole one. */
export const isWholeWeek = ({ standing }: Pick<WeekHours, "standing">): boolean =>
  standing !== "variance" && standing !== "no-rule";

/** What the rule asks for in a week; null where none asks for hours. */
export const floorMinutesOf = ({ rule }: Pick<WeekHours, "rule">): number | null =>
  rule === null || rule.floorMinutes === 0 ? null : rule.floorMinutes;

/** How far the week ends above the floor, below it where negative; null where nothing is asked for. */
export const surplusMinutesOf = (
  week: Pick<WeekHours, "rule" | "creditedMinutes" | "bookedMinutes">,
): number | null => {
  const floor = floorMinutesOf(week);
  return floor === null ? null : week.creditedMinutes + week.bookedMinutes - floor;
};

/**
 * What the weeks that are held to a floor come to together. Each counts at most up to its own floor, so that credited, booked and
 * missing add up to what is required; whatever was credited beyond a floor, or in a week held to none, stands apart.
 */
export const hoursTotalsOf = (
  weeks: readonly Pick<
    WeekHours,
    "rule" | "standing" | "creditedMinutes" | "shortMinutes" | "bookedMinutes"
  >[],
): {
  readonly required: number;
  readonly credited: number;
  readonly booked: number;
  readonly missing: number;
  readonly beyond: number;
} => {
  const totals = { required: 0, credited: 0, booked: 0, missing: 0, beyond: 0 };
  for (const week of weeks) {
    const floor = isWholeWeek(week) ? (floorMinutesOf(week) ?? 0) : 0;
    const credited = Math.min(week.creditedMinutes, floor);
    const missing = floor === 0 ? 0 : week.shortMinutes;
    totals.required += floor;
    totals.credited += credited;
    totals.missing += missing;
    totals.booked += floor - credited - missing;
    totals.beyond += week.creditedMinutes - credited;
  }
  return totals;
};

/** Whoever misses fewer minutes than this came late or left early; whoever misses more missed a session. It only sorts: no rule says so. */
export const slightlyShortMinutes = 15;

/** What a list of weeks is narrowed to: how one stands, both ways of reaching the floor, how far it is missed. */
export const hoursParts = [
  ...hoursStandings,
  "reached",
  "short-slightly",
  "short-clearly",
] as const;
export type HoursPart = (typeof hoursParts)[number];

/** Every part that a week belongs to. Figures and lists count by this alone, so that they come to the same. */
export const hoursPartsOf = ({
  standing,
  shortMinutes,
}: Pick<WeekHours, "standing" | "shortMinutes">): readonly HoursPart[] => {
  switch (standing) {
    case "met":
    case "on-course":
      return [standing, "reached"];
    case "short":
      return [standing, shortMinutes < slightlyShortMinutes ? "short-slightly" : "short-clearly"];
    case "variance":
    case "no-rule":
      return [standing];
  }
};

/**
 * What the seats of the week come to if every one is taken, less the breaks their groups usually take, where that does not
 * reach the floor: attendance alone cannot mend such a week. Null where it can, and where the week is held to no floor.
 */
export const plannedShortOf = (
  week: Pick<WeekHours, "standing" | "rule" | "scheduledMinutes" | "days">,
): number | null => {
  const floor = floorMinutesOf(week);
  if (week.standing !== "short" || floor === null) return null;
  const breaks = week.days.reduce((total, day) => total + day.usualBreakMinutes, 0);
  const planned = Math.max(0, week.scheduledMinutes - breaks);
  return planned < floor ? planned : null;
};
