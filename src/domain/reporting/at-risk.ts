import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import {
  instrumentNames,
  instrumentOf,
  type InstrumentName,
} from "#domain/measures/instruments/instrument-list.ts";
import { bandOf, type Answers } from "#domain/measures/instruments/score.ts";
import type { ServiceGap } from "#domain/scheduling/service-gap.ts";

const missedInARow = 2;

/** Why somebody may be slipping away: what a person looks at first, never a judgment. */
export const riskReasonSchema = z.discriminatedUnion("code", [
  z.object({ code: z.literal("crisis-open"), since: z.iso.datetime({ offset: true }) }),
  z.object({
    code: z.literal("score-rising"),
    /** What the instrument is called. */
    measure: z.string(),
    /** The best of this stay, and when it last was that. */
    from: z.int(),
    fromOn: z.iso.date(),
    to: z.int(),
    /** How severe the score is by the measure's own words. */
    band: z.string(),
    /** The item whose answer asks for somebody at once, where the last sheet gave it. */
    alarmItem: z.string().nullable(),
    on: z.iso.date(),
  }),
  z.object({
    code: z.literal("service-due"),
    /** No service since; by when the rule wants one; the one that is booked, too late, if any. */
    since: z.iso.date(),
    dueBy: z.iso.date(),
    nextOn: z.iso.date().nullable(),
    /** How many days the rule allows between two services; weekends count, and closed days where it does not skip them. */
    mostDays: z.int(),
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
    readonly answers: Answers;
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
    const fromOn = course.findLast(({ score }) => score === best)?.on ?? last.on;
    const known = instrumentOf(instrument);
    const { score: to, on, answers } = last;
    if (to - best < known.change.clinicallyMeaningful) return [];
    const alarm = known.triggers.find(({ itemId, atLeast }) => (answers[itemId] ?? 0) >= atLeast);
    const severity = { band: bandOf(known, to), alarmItem: alarm?.itemId ?? null };
    return [
      {
        code: "score-rising" as const,
        measure: known.name,
        from: best,
        fromOn,
        to,
        ...severity,
        on,
      },
    ];
  });

const serviceDue = ({ gap }: StayFacts): RiskReason[] => {
  if (gap === null || gap.dueBy === null) return [];
  const { standing, lastOn: since, dueBy, nextOn, longestGapDays: mostDays } = gap;
  if (standing !== "due" && standing !== "over") return [];
  return [{ code: "service-due", since, dueBy, nextOn, mostDays, isOver: standing === "over" }];
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

const order: readonly RiskReason["code"][] = [
  "crisis-open",
  "score-rising",
  "service-due",
  "missed-in-a-row",
];

/** How pressing a reason is among those of its kind; what is smaller comes first. */
const severityOf = (reason: RiskReason): readonly (number | string)[] => {
  switch (reason.code) {
    case "crisis-open":
      return [reason.since];
    case "score-rising":
      return [reason.alarmItem === null ? 1 : 0, -reason.to, reason.from - reason.to];
    case "service-due":
      return [reason.isOver ? 0 : 1, reason.since];
    case "missed-in-a-row":
      return [-reason.sessions, reason.since];
  }
};

const rankOf = ({ reasons }: Pick<AtRisk, "reasons">): readonly (number | string)[] => {
  const [first] = reasons;
  if (first === undefined) return [order.length];
  return [order.indexOf(first.code), ...severityOf(first), -reasons.length];
};

/**
 * Who comes first on the list: by the kind of the first reason, then by how severe it is (the crisis that is open longest; a
 * score whose sheet asks for somebody at once, then the higher score, then the steeper rise; the service that is overdue, then
 * the longest without one; the most sessions missed), then who has more reasons.
 */
export const byPressing = (
  one: Pick<AtRisk, "reasons">,
  other: Pick<AtRisk, "reasons">,
): number => {
  const [ranks, others] = [rankOf(one), rankOf(other)];
  const place = ranks.findIndex((rank, at) => rank !== others[at]);
  const [rank = 0, against = 0] = [ranks[place], others[place]];
  if (place === -1) return 0;
  return rank < against ? -1 : 1;
};
