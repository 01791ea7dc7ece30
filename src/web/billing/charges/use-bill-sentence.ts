import { useLingui } from "@lingui/react/macro";
import type { DayBill } from "#domain/billing/charges/day-bill.ts";
import {
  comingWords,
  followsWords,
  openEndWords,
  waitsForWords,
} from "#web/billing/charges/bill-words.ts";
import { sayDate } from "#web/platform/dates.ts";

/** When the bill of a day comes, or for what it waits; nothing where it goes now, which most do. */
export const useBillSentence = (): ((bill: DayBill | undefined) => string | undefined) => {
  const { i18n } = useLingui();
  return (bill) => {
    if (bill === undefined || bill.standing === "now") return undefined;
    const { standing, claimSpan, comesOn, waitsFor } = bill;
    if (standing === "running")
      return comesOn === null
        ? i18n._(openEndWords)
        : i18n._({ ...comingWords[claimSpan], values: { day: sayDate(comesOn) } });
    return waitsFor === null
      ? i18n._(followsWords)
      : i18n._({ ...waitsForWords, values: { day: sayDate(waitsFor) } });
  };
};
