import { z } from "zod";
import { civilDateSchema, daysBetween } from "#domain/basics/civil-date.ts";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { lineSchema } from "#domain/basics/text.ts";
import type { FieldProblem } from "#domain/contract/problem.ts";
import { coversOn, type Coverage } from "#domain/coverage/coverage.ts";
import { authorizationUnits } from "#domain/payers/authorization-unit.ts";

export const authorizationUnitSchema = z.enum(authorizationUnits);

/** What a payer allowed: a number, a span of days (both included) and how many units within it. Both limits hold. */
export const authorizationFacts = z.object({
  number: lineSchema(50),
  startsOn: civilDateSchema,
  endsOn: civilDateSchema,
  units: z.coerce.number().int().min(1).max(9999),
  unit: authorizationUnitSchema,
});
export type AuthorizationFacts = z.output<typeof authorizationFacts>;

export const authorizationSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    enrollmentId: idSchema,
    coverageId: idSchema,
    payerName: z.string(),
    number: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    units: z.int(),
    unit: authorizationUnitSchema,
    /** How much of it the minutes ledger has used so far, and what is left; null for units that only a bill can count. */
    use: z.object({ used: z.int(), left: z.int() }).nullable(),
    createdAt: instantSchema,
    retiredAt: instantSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: "Authorization" });
export type Authorization = z.output<typeof authorizationSchema>;

/** What was delivered and credited within the span of an authorization. */
export interface Delivered {
  readonly days: number;
  readonly sessions: number;
  readonly minutes: number;
}

/**
 * What an authorization has used and what is left of it. Payers count what was delivered, never what was planned; an hour
 * counts once it is whole. Units that are neither days, sessions nor hours are counted by the bill and not here.
 */
export const authorizationUse = (
  { units, unit }: Pick<Authorization, "units" | "unit">,
  { days, sessions, minutes }: Delivered,
): Authorization["use"] => {
  if (unit === "units") return null;
  const used = { days, sessions, hours: Math.floor(minutes / 60) }[unit];
  return { used, left: Math.max(0, units - used) };
};

/** What stands against an authorization, by field: a span in order that begins while the policy holds. */
export const authorizationProblems = (
  facts: Pick<Authorization, "startsOn" | "endsOn">,
  coverage: Pick<Coverage, "effectiveFrom" | "effectiveTo">,
): Record<string, FieldProblem> => ({
  ...(!coversOn(coverage, facts.startsOn) && { startsOn: { code: "coverage-not-in-force" } }),
  ...(facts.endsOn < facts.startsOn && { endsOn: { code: "before-start" } }),
});

/** From so many days before its end an authorization asks for its next review. */
const soonDays = 7;

export const authorizationStandings = ["ahead", "in-force", "ends-soon", "over"] as const;
export type AuthorizationStanding = (typeof authorizationStandings)[number];

/** Where an authorization stands on a day. The bill may be held by it; care never is. */
export const authorizationStanding = (
  today: string,
  { startsOn, endsOn }: Pick<Authorization, "startsOn" | "endsOn">,
): { code: AuthorizationStanding; daysLeft: number } => {
  const daysLeft = daysBetween(today, endsOn);
  if (today < startsOn) return { code: "ahead", daysLeft };
  if (daysLeft < 0) return { code: "over", daysLeft };
  return { code: daysLeft <= soonDays ? "ends-soon" : "in-force", daysLeft };
};
