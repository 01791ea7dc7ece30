import { useEffect } from "react";
import { listDayCharges, type DayChargeRow } from "#domain/billing/charges/day-charge.api.ts";
import { useDayBills } from "#web/billing/charges/use-day-bills.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { addDays } from "#web/platform/days.ts";
import { useSearchDay } from "#web/platform/search-day.ts";
import { useReadPages } from "#web/platform/use-read.ts";
import { useSite } from "#web/platform/use-site.ts";
import { useToday } from "#web/platform/use-today.ts";

const daysShown = 7;

export interface ReviewSpan {
  readonly from: string;
  readonly until: string;
  readonly isLatest: boolean;
  readonly earlier: () => void;
  readonly later: () => void;
  readonly latest: () => void;
}

/** Seven days up to today, or up to another day kept in the address. */
export const useReviewSpan = (): ReviewSpan => {
  const today = useToday();
  const [word, setWord] = useSearchDay("until");
  const until = word === "" ? today : word;
  const go = (day: string): void => setWord(day >= today ? "" : day);
  return {
    until,
    from: addDays(until, 1 - daysShown),
    isLatest: until === today,
    earlier: () => go(addDays(until, -daysShown)),
    later: () => go(addDays(until, daysShown)),
    latest: () => setWord(""),
  };
};

const byDay = (one: DayChargeRow, other: DayChargeRow): number =>
  other.serviceDate.localeCompare(one.serviceDate) ||
  one.patientName.localeCompare(other.patientName);

const byPerson = (one: DayChargeRow, other: DayChargeRow): number =>
  one.patientName.localeCompare(other.patientName) ||
  one.patientId.localeCompare(other.patientId) ||
  other.serviceDate.localeCompare(one.serviceDate);

export type ReviewOrder = "day" | "person";

/** States whose days are few enough to be seen all at once, whatever their date: those in no claim yet. */
const openStates = ["ready", "held"] as const;
type OpenState = (typeof openStates)[number];

/** What is looked at: the days of a span, all of one person, or all that stand somewhere and are in no claim yet. */
export interface Reviewed {
  readonly who: string;
  readonly every: OpenState | undefined;
  /** Of the latter only those up to a day, and from another on where one is said; both included. */
  readonly range: { readonly from?: string; readonly to?: string };
}

export const useReviewed = (): Reviewed => {
  const [who] = useSearchWord("who");
  const [word] = useSearchWord("every");
  const [[from], [to]] = [useSearchDay("from"), useSearchDay("to")];
  return {
    who,
    every: who === "" ? openStates.find((state) => state === word) : undefined,
    range: to === "" ? {} : { ...(from !== "" && { from }), to },
  };
};

/** Before any day that is kept. */
const longAgo = "2000-01-01";

/** Every day of the span, of one person, or of one state, in the order asked for. All pages come by themselves: sums are of all. */
export const useChargeReview = (
  span: Pick<ReviewSpan, "from" | "until">,
  { who, every, range }: Reviewed,
  order: ReviewOrder,
) => {
  const dates =
    every === undefined ? { from: span.from, to: span.until } : { ...range, state: every };
  const today = useToday();
  const site = useSite();
  const isByBill = every === "ready";
  const pages = useReadPages(
    listDayCharges,
    { limit: 200, ...(who === "" ? { ...dates, ...site.asked } : { patientId: who }) },
    { alsoOn: ["attendance", "session", "note", "claim", "contract", "coverage", "task"] },
  );
  const rows = pages.rows ?? [];
  // Why a day that is ready is in no claim yet, its bill says, wherever the day is looked at. A bill is of more days than those shown.
  const { bills, ...ofBills } = useDayBills(
    { from: longAgo, to: today, ...(isByBill && range) },
    isByBill || rows.some(({ state }) => state === "ready"),
  );
  const { more, isLoadingMore } = pages;
  useEffect(() => {
    if (more !== undefined && !isLoadingMore) more();
  }, [more, isLoadingMore]);
  return {
    read: {
      data: isByBill && ofBills.isPending ? undefined : pages.first,
      error: pages.error ?? (isByBill ? ofBills.error : null),
      refetch: () => [pages.refetch(), ofBills.refetch()],
    },
    rows: rows.toSorted(order === "day" ? byDay : byPerson),
    total: pages.total,
    /** All that are ready are looked at, by where their bills stand. */
    isByBill,
    bills,
  };
};
