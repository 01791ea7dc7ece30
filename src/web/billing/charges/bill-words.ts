import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { BillStanding, DayBill } from "#domain/billing/charges/day-bill.ts";

/** Where the bill of a day that is ready stands. */
export const billStandingWords: Readonly<Record<BillStanding, MessageDescriptor>> = {
  now: msg`Becomes a claim now`,
  running: msg`Bill not due yet`,
  unsettled: msg`Bill waits for another day`,
};

/** When a bill that still runs comes, by what it covers. */
export const comingWords: Readonly<Record<DayBill["claimSpan"], MessageDescriptor>> = {
  day: msg`Its bill comes on {day}.`,
  week: msg`Its bill covers the week and comes on {day}.`,
  month: msg`Its bill covers the month and comes on {day}.`,
  enrollment: msg`Its bill covers the whole stay and comes when that ends, on {day}.`,
};

/** What becomes of a day whose bill is due. */
export const goesNowWords = msg`Becomes a claim when claims are built.`;

export const openEndWords = msg`Its bill covers the whole stay and comes when that ends.`;
export const waitsForWords = msg`Its bill waits for {day}, which is not settled.`;
export const followsWords = msg`Its bill follows an earlier one that is not settled.`;
