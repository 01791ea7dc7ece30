import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { HourRule } from "#domain/programs/hour-rule.ts";
import { serviceGapOf, type GapRule, type ServiceGap } from "#domain/scheduling/service-gap.ts";
import { ruleFor } from "#domain/scheduling/week-hours.ts";
import type { Work } from "#server/platform/work.ts";
import { listHourRules } from "#server/programs/hour-rule.service.ts";
import { selectGaps } from "#server/scheduling/service-gap.queries.ts";

const around = z.object({ lastOn: z.string().nullable(), nextOn: z.string().nullable() });
const gapRead = z.object({
  enrollmentId: z.string(),
  patientId: z.string(),
  levelOfCareId: z.string(),
  population: z.string(),
  endsOn: z.string().nullable(),
  attended: around,
  offered: around,
  missed: z.array(z.object({ on: z.string(), isAway: z.boolean() })),
  places: z.array(
    z.object({ startsOn: z.string(), endsOn: z.string().nullable(), isPaused: z.boolean() }),
  ),
  closed: z.array(z.object({ startsOn: z.string(), endsOn: z.string() })),
});

type RuleOfGaps = GapRule &
  Pick<HourRule, "name" | "source" | "population" | "effectiveFrom" | "effectiveTo"> & {
    readonly levelOfCareId: string;
  };

interface GapOfStay {
  readonly enrollmentId: string;
  readonly patientId: string;
  readonly gap: ServiceGap;
}

interface Days {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Of rules of hours those that say something of days between services. */
const gapRulesOf = (rules: readonly HourRule[]): RuleOfGaps[] =>
  rules.flatMap(({ level, longestGapDays, ...rule }) =>
    longestGapDays === null ? [] : [{ ...rule, longestGapDays, levelOfCareId: level.id }],
  );

/** The gap of each of these stays whose rule speaks of one, as of a day. No statement where no rule does, else one. */
const gapsOn = async (
  work: Work,
  wanted: Parameters<typeof selectGaps>[1],
  rules: readonly HourRule[],
  on: string,
  closing: readonly Days[] = [],
): Promise<readonly GapOfStay[]> => {
  const gapRules = gapRulesOf(rules);
  if (gapRules.length === 0 || wanted.enrollmentIds.length === 0) return [];
  return (await selectGaps(work, wanted)).flatMap((row) => {
    const stay = gapRead.parse(row.around);
    const rule = ruleFor(stay, gapRules, on);
    if (rule === undefined) return [];
    const facts = { ...stay, ...stay[rule.gapCounts], closed: [...stay.closed, ...closing] };
    const gap = serviceGapOf(facts, rule, on);
    const { enrollmentId, patientId } = stay;
    return gap === null ? [] : [{ enrollmentId, patientId, gap }];
  });
};

/** How these stays, whom the caller sees, stand today against the longest gap of the rules in force. */
export const gapsOf = async (
  work: Work,
  enrollmentIds: readonly string[],
  rules: readonly HourRule[],
  today: string,
): Promise<ReadonlyMap<string, ServiceGap>> => {
  const wanted = { enrollmentIds, before: today, after: today, last: "held" } as const;
  const gaps = await gapsOn(work, wanted, rules, today);
  return new Map(gaps.map(({ enrollmentId, gap }) => [enrollmentId, gap]));
};

const daysFrom = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/**
 * The people among these stays for whom days than their rule allows would lie between the services before and after some days on
 * which nothing is held, services to come among them.
 */
export const longGapsAcross = async (
  work: Work,
  enrollmentIds: readonly string[],
  { startsOn, endsOn }: Days,
): Promise<ReadonlySet<string>> => {
  if (enrollmentIds.length === 0) return new Set();
  const { rows: rules } = await listHourRules(work, { on: startsOn });
  const [before, after] = [daysFrom(startsOn, -1), daysFrom(endsOn, 1)];
  const wanted = { enrollmentIds, before, after, last: "planned" } as const;
  const gaps = await gapsOn(work, wanted, rules, startsOn, [{ startsOn, endsOn }]);
  const long = gaps.filter(({ gap }) => gap.standing === "due" || gap.standing === "over");
  return new Set(long.map(({ patientId }) => patientId));
};
