import { Temporal } from "temporal-polyfill";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";

/** The days a claim is about, both included. */
export interface ClaimSpan {
  readonly from: string;
  /** Null while a stay that is billed whole still lasts. */
  readonly through: string | null;
}

/** A stay as its bills see it: civil dates. */
export interface BilledStay {
  readonly admittedOn: string;
  readonly endedOn: string | null;
}

const week = (day: Temporal.PlainDate, startsOn: number): ClaimSpan => {
  const from = day.subtract({ days: (day.dayOfWeek - startsOn + 7) % 7 });
  return { from: from.toString(), through: from.add({ days: 6 }).toString() };
};

const month = (day: Temporal.PlainDate): ClaimSpan => ({
  from: day.with({ day: 1 }).toString(),
  through: day.with({ day: day.daysInMonth }).toString(),
});

/** The span of days that a contract bills together and that a service date lies in. */
export const claimSpanOf = (
  terms: Pick<ContractTerms, "claimSpan" | "weekStartsOn">,
  serviceDate: string,
  stay: BilledStay,
): ClaimSpan => {
  const day = Temporal.PlainDate.from(serviceDate);
  switch (terms.claimSpan) {
    case "day":
      return { from: serviceDate, through: serviceDate };
    case "week":
      return week(day, terms.weekStartsOn);
    case "month":
      return month(day);
    case "enrollment":
      return { from: stay.admittedOn, through: stay.endedOn };
  }
};

/** Whether no further day can come into a span: it is past, or the stay is. `through` is the last day that is over. */
export const isSpanOver = (span: ClaimSpan, stay: BilledStay, through: string): boolean =>
  (span.through !== null && span.through <= through) ||
  (stay.endedOn !== null && stay.endedOn <= through);
