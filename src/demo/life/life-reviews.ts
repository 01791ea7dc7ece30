import { makeDisclosure } from "#domain/privacy/disclosure.api.ts";
import { createRecordReview } from "#domain/privacy/record-review.api.ts";
import { dayAfter, isDaysBefore, momentOf, type Act, type LifeDay } from "#demo/life/life-day.ts";
import { workAs, type Colleague } from "#demo/life/life-house.ts";
import type { LifeStay } from "#demo/life/life-plan.ts";
import { labelsOfPatient } from "#server/platform/labels-of-patient.queries.ts";
import type { Work } from "#server/platform/work.ts";
import * as disclosures from "#server/privacy/disclosure.service.ts";
import * as reviews from "#server/privacy/record-review.service.ts";

const agreed = {
  agreesLimits: true,
  agreesSecurity: true,
  agreesRetention: true,
  foundQualified: true,
} as const;

/** Days are counted back from the last one; what lies ahead of it is below zero. */
interface LifeReview {
  readonly written: number;
  readonly from: number;
  readonly to: number;
  readonly signed: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

const reviewer = "Ottilie Varnham";

/** One that was here and has seen records, one that is here now, and one whose agreement lacks what the regulation asks for. */
const lifeReviews: readonly LifeReview[] = [
  {
    written: 19,
    from: 10,
    to: 6,
    signed: 20,
    facts: {
      kind: "quality-review",
      performedBy: "Front Range Quality Institute",
      behalf: "payer",
      behalfOf: "Prairie Shield Mutual",
      reviewers: [reviewer, "Jerome Paskewitz"],
      takesCopies: false,
      ...agreed,
    },
  },
  {
    written: 10,
    from: 2,
    to: -12,
    signed: 11,
    facts: {
      kind: "financial-audit",
      performedBy: "Program integrity unit",
      behalf: "agency",
      behalfOf: "Columbine Community Medicaid",
      reviewers: ["Halvard Ostby", "Reza Amirkhani"],
      takesCopies: true,
      ...agreed,
    },
  },
  {
    written: 5,
    from: -7,
    to: -21,
    signed: null,
    facts: {
      kind: "program-evaluation",
      performedBy: "Meadowlark College, evaluation group",
      behalf: "own-choice",
      behalfOf: null,
      reviewers: ["Philippa Undset"],
      takesCopies: false,
      ...agreed,
      foundQualified: false,
    },
  },
];

const write = async (
  work: Work,
  { plan: { wish } }: LifeDay,
  { facts, from, to, signed }: LifeReview,
): Promise<void> => {
  const on = (daysBefore: number) => dayAfter(wish.today, -daysBefore);
  const signedOn = signed === null ? null : on(signed);
  const input = { ...facts, signedOn, startsOn: on(from), endsOn: on(to) };
  await reviews.createRecordReview(work, createRecordReview.input.parse(input));
};

/** Records are shown here, under the agreement that holds today; each person who is shown has a line. */
const show = async (work: Work, day: LifeDay, whose: readonly LifeStay[]): Promise<void> => {
  const { rows } = await reviews.listRecordReviews(work);
  const review = rows.find(
    ({ state, reviewers }) => state === "in-force" && reviewers.includes(reviewer),
  );
  if (review === undefined) return;
  for (const stay of whose) {
    const known = day.house.stay(stay);
    if (known === undefined) continue;
    const input = makeDisclosure.input.parse({
      patientId: known.patientId,
      recipient: { name: reviewer },
      purpose: "operations",
      information: ["attendance", "treatment-plan"],
      channel: "on-premises",
      recordReviewId: review.id,
    });
    await disclosures.makeDisclosure(work, input, labelsOfPatient);
  }
};

const shownBefore = 7;

/** Audits and evaluations by others: agreed, then shown records, each on its day. */
export const lifeReviewsOf = (
  day: LifeDay,
  officer: Colleague,
  whose: readonly LifeStay[],
): readonly Act[] => {
  const at = (wall: string) => momentOf(day.house.zone, day.day, wall);
  const written = lifeReviews
    .filter((review) => isDaysBefore(day, review.written))
    .map((review): Act => ({
      at: at("13:10"),
      what: "agree to an audit",
      run: (work) => write(workAs(work, officer), day, review),
    }));
  if (!isDaysBefore(day, shownBefore)) return written;
  return [
    ...written,
    {
      at: at("10:40"),
      what: "show records",
      run: (work) => show(workAs(work, officer), day, whose),
    },
  ];
};
