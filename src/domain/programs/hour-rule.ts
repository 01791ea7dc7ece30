import { z } from "zod";
import { civilDateSchema } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { optional } from "#domain/basics/optional.ts";
import { lineSchema } from "#domain/basics/text.ts";
import { namedLevelSchema } from "#domain/programs/level-of-care.ts";
import { populationSchema } from "#domain/programs/population.ts";
import { withdrawalSchema } from "#domain/programs/rule-version.ts";
import { weekKindSchema } from "#domain/programs/week.ts";

/** Which services end a gap: those the person came to, or those that were there for the person to come to. */
export const gapCountings = ["attended", "offered"] as const;
export const gapCountingSchema = z.enum(gapCountings);

/** The least and the most that a rule may say of each. */
export const hourRuleLimits = {
  adolescentBelowAge: [12, 26],
  daysAtLeast: [1, 7],
  longestGapDays: [1, 30],
  mostMakeUps: [0, 14],
} as const;

const within = (name: keyof typeof hourRuleLimits): z.ZodInt =>
  z.int().min(hourRuleLimits[name][0]).max(hourRuleLimits[name][1]);

/**
 * How many days may lie between two services, where a rule says so; no days, no warning. Wyoming: no more than 3 between
 * clinical services, holidays excluded. North Carolina, SAIOP: no more than 2 in a row between offered services.
 */
const gapFacts = {
  /** Whole days without a service, at most. */
  longestGapDays: optional(within("longestGapDays")),
  gapCounts: gapCountingSchema.default("attended"),
  /** Days on which the site is closed are not among them. */
  gapSkipsClosed: z.boolean().default(true),
};

/** Make-ups that count in one week, at most, where a rule says so; no number, no limit. */
const mostMakeUps = optional(within("mostMakeUps"));

/**
 * How many hours a week must hold at a level of care, who says so and from when. `adolescentBelowAge` is part of the rule
 * because it differs (District of Columbia: 21). `daysAtLeast`: on how many days, where the rule asks for that.
 */
export const hourRuleFacts = z.object({
  levelOfCareId: idSchema,
  population: populationSchema,
  name: lineSchema(80),
  floorMinutes: z.int().min(0).max(10_080),
  ceilingMinutes: optional(z.int().min(1).max(10_080)),
  adolescentBelowAge: within("adolescentBelowAge"),
  week: weekKindSchema,
  daysAtLeast: optional(within("daysAtLeast")),
  ...gapFacts,
  mostMakeUps,
  source: lineSchema(200),
  effectiveFrom: civilDateSchema,
});
export type HourRuleFacts = z.output<typeof hourRuleFacts>;

/** A version of a rule: never changed, only followed by another. */
export const hourRuleSchema = z
  .object({
    id: idSchema,
    level: namedLevelSchema,
    population: populationSchema,
    name: z.string(),
    floorMinutes: z.int(),
    ceilingMinutes: z.int().nullable(),
    adolescentBelowAge: z.int(),
    week: weekKindSchema,
    daysAtLeast: z.int().nullable(),
    longestGapDays: z.int().nullable(),
    gapCounts: gapCountingSchema,
    gapSkipsClosed: z.boolean(),
    mostMakeUps: z.int().nullable(),
    source: z.string(),
    effectiveFrom: z.iso.date(),
    effectiveTo: z.iso.date().nullable(),
    publishedAt: instantSchema,
    /** Null: the organization was founded with it. */
    publishedBy: z.string().nullable(),
    withdrawn: withdrawalSchema,
  })
  .meta({ id: "HourRule" });
export type HourRule = z.output<typeof hourRuleSchema>;

interface Effective {
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** True while a version is in force; civil dates compare as texts. */
export const isInForce = ({ effectiveFrom, effectiveTo }: Effective, on: string): boolean =>
  effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo);

/** The ASAM Criteria, 3rd edition: level 2.1 has 9 hours a week for adults and 6 for adolescents, 2.5 has 20. */
const asam = "ASAM Criteria, 3rd edition";
const eighteen = 18;
const hours = (count: number): number => count * 60;

/** What a new organization begins with, until it publishes versions of its own. */
export const foundingHourRules: readonly (Omit<HourRuleFacts, "levelOfCareId"> & {
  readonly level: "outpatient" | "iop" | "php";
})[] = (
  [
    ["outpatient", "adult", "Outpatient, under 9 hours", 0, hours(9)],
    ["outpatient", "adolescent", "Outpatient under 18, under 6 hours", 0, hours(6)],
    ["iop", "adult", "IOP 9 hours", hours(9), hours(20)],
    ["iop", "adolescent", "IOP under 18, 6 hours", hours(6), hours(20)],
    ["php", "adult", "PHP 20 hours", hours(20), null],
    ["php", "adolescent", "PHP under 18, 20 hours", hours(20), null],
  ] as const
).map(([level, population, name, floorMinutes, ceilingMinutes]) => ({
  level,
  population,
  name,
  floorMinutes,
  ceilingMinutes,
  adolescentBelowAge: eighteen,
  week: "monday",
  daysAtLeast: null,
  longestGapDays: null,
  gapCounts: "attended",
  gapSkipsClosed: true,
  mostMakeUps: null,
  source: asam,
  effectiveFrom: "2020-01-01",
}));
