import type { DayBill } from "#domain/billing/charges/day-bill.ts";
import type { DayCharge } from "#domain/billing/charges/day-charge.ts";
import type { ClaimFrequency } from "#domain/billing/claims/claim-snapshot.ts";
import {
  claimSpanOf,
  isSpanOver,
  type BilledStay,
  type ClaimSpan,
} from "#domain/billing/claims/claim-span.ts";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";

/** A day that may become part of a claim. */
export type BillableDay = Pick<
  DayCharge,
  | "id"
  | "enrollmentId"
  | "coverageId"
  | "contractVersionId"
  | "siteId"
  | "isTest"
  | "authorizationId"
  | "serviceDate"
> & { readonly lines: readonly unknown[] };

/** A day of the same stay and coverage that is not ready: it may belong into the same bill. */
export interface WaitingDay {
  readonly enrollmentId: string;
  readonly coverageId: string | null;
  readonly serviceDate: string;
}

/** What grouping needs to know of a contract version and of the stays. */
export interface GroupingFacts {
  readonly terms: (contractVersionId: string) => ContractTerms;
  readonly stay: (enrollmentId: string) => BilledStay;
  /** Days of these stays that are open or held. */
  readonly waiting: readonly WaitingDay[];
  /** Bills of the stay with this coverage that stand already, voided ones left out: an interim sequence goes on after them. */
  readonly earlierBills: (enrollmentId: string, coverageId: string) => number;
  /** The last day that is over. */
  readonly through: string;
}

/** Days that become one claim. */
export interface ClaimGroup<Day extends BillableDay> {
  readonly days: readonly [Day, ...Day[]];
  readonly frequency: ClaimFrequency;
  readonly statement: { readonly from: string; readonly through: string };
}

/** 005010X222A1 takes 50 lines in a claim, 005010X223A2 takes 999 (loop 2400). */
const mostLines = { professional: 50, institutional: 999 } as const;

interface Spanned<Day> {
  readonly terms: ContractTerms;
  readonly stay: BilledStay;
  readonly span: ClaimSpan;
  readonly days: [Day, ...Day[]];
}

const spanned = <Day extends BillableDay>(
  days: readonly Day[],
  { terms: termsOf, stay: stayOf }: GroupingFacts,
): Spanned<Day>[] => {
  const groups = new Map<string, Spanned<Day>>();
  for (const day of days.toSorted((a, b) => (a.serviceDate < b.serviceDate ? -1 : 1))) {
    const { enrollmentId, coverageId, contractVersionId, siteId, isTest, authorizationId } = day;
    if (contractVersionId === null) continue;
    const terms = termsOf(contractVersionId);
    const stay = stayOf(enrollmentId);
    const span = claimSpanOf(terms, day.serviceDate, stay);
    // A claim names one authorization; an interim bill covers its period whatever was authorized in it.
    const authorization = terms.frequency === "interim" ? null : authorizationId;
    const key = JSON.stringify([
      enrollmentId,
      coverageId,
      contractVersionId,
      siteId,
      isTest,
      authorization,
      span,
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { terms, stay, span, days: [day] });
    else group.days.push(day);
  }
  return [...groups.values()];
};

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);

const isWithin = ({ from, through }: ClaimSpan, day: string): boolean =>
  from <= day && (through === null || day <= through);

/**
 * The first day that a bill waits for. One that covers a period waits until every day in it is settled, an interim bill for
 * those before it as well; a professional claim bills what is there and waits for none.
 */
const waitedFor = <Day extends BillableDay>(
  { terms, span, days: [first] }: Spanned<Day>,
  { waiting }: GroupingFacts,
): string | null => {
  if (terms.form !== "institutional") return null;
  const from = terms.frequency === "interim" ? "" : span.from;
  const dates = waiting
    .filter(
      (day) =>
        day.enrollmentId === first.enrollmentId &&
        day.coverageId === first.coverageId &&
        isWithin({ ...span, from }, day.serviceDate),
    )
    .map(({ serviceDate }) => serviceDate);
  return dates.length === 0 ? null : dates.reduce(earlier);
};

/** Cut into claims of at most so many dates and lines. */
const cut = <Day extends BillableDay>({ terms, days }: Spanned<Day>): [Day, ...Day[]][] => {
  const mostDates = terms.datesPerClaim ?? Number.POSITIVE_INFINITY;
  const claims: [Day, ...Day[]][] = [];
  let dates = 0;
  let lines = 0;
  for (const day of days) {
    const current = claims.at(-1);
    const isFull = dates + 1 > mostDates || lines + day.lines.length > mostLines[terms.form];
    if (current === undefined || isFull) {
      claims.push([day]);
      [dates, lines] = [1, day.lines.length];
    } else {
      current.push(day);
      dates += 1;
      lines += day.lines.length;
    }
  }
  return claims;
};

const lastOf = <Day extends BillableDay>(days: readonly [Day, ...Day[]]): Day =>
  days.at(-1) ?? days[0];

const datesOf = <Day extends BillableDay>(days: readonly [Day, ...Day[]]) => ({
  from: days[0].serviceDate,
  through: lastOf(days).serviceDate,
});

/**
 * The frequencies of interim bills in their order: 2 first, 3 continuing, 4 last, and 1 where the first is the last as
 * well (Medicare Claims Processing Manual, ch. 1, 50.2).
 */
export const interimFrequency = (earlierBills: number, isLast: boolean): ClaimFrequency => {
  if (earlierBills === 0) return isLast ? "1" : "2";
  return isLast ? "4" : "3";
};

/** An interim bill covers its period from the admission or its first day, to its last or the end of the stay. */
const periodOf = ({ span, stay }: Spanned<BillableDay>, through: string) => {
  const ends = [span.through, stay.endedOn, through].filter((day) => day !== null);
  return { from: later(span.from, stay.admittedOn), through: ends.reduce(earlier) };
};

const interimBills = <Day extends BillableDay>(
  groups: readonly Spanned<Day>[],
  facts: GroupingFacts,
): ClaimGroup<Day>[] => {
  const counts = new Map<string, number>();
  return groups.flatMap((group) => {
    const [{ enrollmentId, coverageId }] = group.days;
    const key = JSON.stringify([enrollmentId, coverageId]);
    const before = counts.get(key) ?? facts.earlierBills(enrollmentId, coverageId ?? "");
    counts.set(key, before + 1);
    const { endedOn } = group.stay;
    const isPending = (day: WaitingDay) =>
      day.enrollmentId === enrollmentId &&
      day.coverageId === coverageId &&
      day.serviceDate > lastOf(group.days).serviceDate;
    const comesLater =
      facts.waiting.some(isPending) ||
      groups.some((other) => other !== group && isPending(other.days[0]));
    const isLast = endedOn !== null && endedOn <= facts.through && !comesLater;
    const statement = periodOf(group, facts.through);
    return [{ days: group.days, frequency: interimFrequency(before, isLast), statement }];
  });
};

/** In the order of a stay: an interim bill that waits keeps all later ones of its stay waiting. */
const inSequence = <Day extends BillableDay>(
  groups: readonly Spanned<Day>[],
  isDue: (group: Spanned<Day>) => boolean,
): Spanned<Day>[] => {
  const stopped = new Set<string>();
  return groups.filter((group) => {
    const [{ enrollmentId, coverageId }] = group.days;
    const key = JSON.stringify([enrollmentId, coverageId]);
    if (!stopped.has(key) && isDue(group)) return true;
    stopped.add(key);
    return false;
  });
};

/**
 * Puts days that are ready into claims as their contracts want them: by day, week, month or stay, at most so many dates in
 * one. A span that still runs is left for later, and so is a period in which a day is not settled.
 */
export const groupDays = <Day extends BillableDay>(
  days: readonly Day[],
  facts: GroupingFacts,
): ClaimGroup<Day>[] => {
  const groups = spanned(days, facts);
  const isDue = (group: Spanned<Day>): boolean =>
    isSpanOver(group.span, group.stay, facts.through) && waitedFor(group, facts) === null;
  const [interim, whole] = [
    groups.filter(({ terms }) => terms.frequency === "interim"),
    groups.filter(({ terms }) => terms.frequency !== "interim"),
  ];
  return [
    ...whole
      .filter(isDue)
      .flatMap(cut)
      .map((claim): ClaimGroup<Day> => ({
        days: claim,
        frequency: "1",
        statement: datesOf(claim),
      })),
    ...interimBills(inSequence(interim, isDue), facts),
  ];
};

/** Days that are ready, and the bill they go into. */
export type BillOfDays<Day> = Omit<DayBill, "dayChargeIds"> & { readonly days: readonly Day[] };

const comingOf = ({ span, stay }: Spanned<BillableDay>): string | null => {
  const ends = [span.through, stay.endedOn].filter((day) => day !== null);
  return ends.length === 0 ? null : ends.reduce(earlier);
};

/** Into which bills the days would go if claims were made now, and for what the others wait. */
export const billsOfDays = <Day extends BillableDay>(
  days: readonly Day[],
  facts: GroupingFacts,
): BillOfDays<Day>[] => {
  const billed = new Set(groupDays(days, facts).flatMap((group) => group.days));
  return spanned(days, facts).map((group) => {
    const { terms, span, stay, days: own } = group;
    const bill = { days: own, claimSpan: terms.claimSpan, comesOn: null, waitsFor: null };
    if (billed.has(own[0])) return { ...bill, standing: "now" };
    if (!isSpanOver(span, stay, facts.through))
      return { ...bill, standing: "running", comesOn: comingOf(group) };
    return { ...bill, standing: "unsettled", waitsFor: waitedFor(group, facts) };
  });
};
