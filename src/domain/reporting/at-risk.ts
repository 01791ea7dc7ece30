import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import {
  instrumentNames,
  instrumentOf,
  type InstrumentName,
} from "#domain/measures/instruments/instrument-list.ts";
import type { ServiceGap } from "#domain/scheduling/service-gap.ts";

const missedInARow = 2;

/** Why somebody may be slipping away: what a person looks at first, never a judgment. */
export const riskReasonSchema = z.discriminatedUnion("code", [
  z.object({ code: z.literal("crisis-open"), since: z.iso.datetime({ offset: true }) }),
  z.object({
    code: z.literal("score-rising"),
    /** What the instrument is called. */
    measure: z.string(),
    from: z.int(),
    to: z.int(),
    on: z.iso.date(),
  }),
  z.object({
    code: z.literal("service-due"),
    /** No service since; by when the rule wants one; the one that is booked, too late, if any. */
    since: z.iso.date(),
    dueBy: z.iso.date(),
    nextOn: z.iso.date().nullable(),
    isOver: z.boolean(),
  }),
  z.object({ code: z.literal("missed-in-a-row"), sessions: z.int(), since: z.iso.date() }),
]);
export type RiskReason = z.output<typeof riskReasonSchema>;

/** One stay in care and why it is looked at, the most pressing reason first. */
export const atRiskSchema = z
  .object({
    patientId: idSchema,
    enrollmentId: idSchema,
    name: z.string(),
    trackName: z.string(),
    therapistName: z.string().nullable(),
    isMine: z.boolean(),
    reasons: z.array(riskReasonSchema).min(1),
  })
  .meta({ id: "AtRisk" });
export type AtRisk = z.output<typeof atRiskSchema>;

/** What is known of a stay: an open crisis, completed scores in the order of time, sessions that are over in that order. */
export interface StayFacts {
  readonly crisisSince: string | null;
  readonly scores: readonly {
    readonly instrument: InstrumentName;
    readonly on: string;
    readonly score: number;
  }[];
  readonly sessions: readonly { readonly on: string; readonly status: string }[];
  /** Null where no rule speaks of days between services. */
  readonly gap: ServiceGap | null;
}

const scoreRising = ({ scores }: StayFacts): RiskReason[] =>
  instrumentNames.flatMap((instrument) => {
    const course = scores.filter((one) => one.instrument === instrument);
    const last = course.at(-1);
    if (last === undefined) return [];
    const best = Math.min(...course.map(({ score }) => score));
    const { name: measure, change } = instrumentOf(instrument);
    return last.score - best >= change.clinicallyMeaningful
      ? [{ code: "score-rising" as const, measure, from: best, to: last.score, on: last.on }]
      : [];
  });

const serviceDue = ({ gap }: StayFacts): RiskReason[] => {
  if (gap === null || gap.dueBy === null) return [];
  const { standing, lastOn: since, dueBy, nextOn } = gap;
  if (standing !== "due" && standing !== "over") return [];
  return [{ code: "service-due", since, dueBy, nextOn, isOver: standing === "over" }];
};

const missed = ({ sessions }: StayFacts): RiskReason[] => {
  const lastThere = sessions.findLastIndex(({ status }) => status !== "absent");
  const run = sessions.slice(lastThere + 1);
  const [first] = run;
  return first !== undefined && run.length >= missedInARow
    ? [{ code: "missed-in-a-row", sessions: run.length, since: first.on }]
    : [];
};

/**
 * Why a stay needs a look: a crisis that nobody closed; a measure that stands above the best of this stay by the change that
 * means something, as its instrument says; no service booked by the day on which the rule of the level wants one; the last two
 * sessions missed without a word. An excused session is neither missed nor attended: it ends the run.
 */
export const riskReasons = (facts: StayFacts): RiskReason[] => [
  ...(facts.crisisSince === null
    ? []
    : [{ code: "crisis-open" as const, since: facts.crisisSince }]),
  ...scoreRising(facts),
  ...serviceDue(facts),
  ...missed(facts),
];
