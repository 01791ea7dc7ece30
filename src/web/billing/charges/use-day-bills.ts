import type { DayBill } from "#domain/billing/charges/day-bill.ts";
import { listDayBills } from "#domain/billing/charges/day-charge.api.ts";
import { useRead } from "#web/platform/use-read.ts";

/** The bill that each day which is ready goes into, by day charge. */
export type DayBills = ReadonlyMap<string, DayBill>;

export const useDayBills = (
  span: { readonly from: string; readonly to: string },
  isAsked: boolean,
) => {
  const { data, error, refetch } = useRead(listDayBills, span, {
    enabled: isAsked,
    alsoOn: ["claim", "attendance", "note", "contract", "enrollment"],
    keepWhileLoading: true,
  });
  const bills: DayBills = new Map(
    (data?.bills ?? []).flatMap((bill) => bill.dayChargeIds.map((id) => [id, bill] as const)),
  );
  return { bills, isPending: isAsked && data === undefined, error, refetch };
};
