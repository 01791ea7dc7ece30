import { atMost, unitsOf } from "#domain/billing/charges/billing-units.ts";
import type { UnpricedLine } from "#domain/billing/charges/charge-line-of.ts";
import type { ChargeValues } from "#domain/billing/charges/day-charge.ts";
import type { DayService } from "#domain/billing/charges/day-facts.ts";
import type { PerDiem } from "#domain/payers/contract-terms.ts";

/** A service with the least minutes its contract asks of it. */
export interface CountedService {
  readonly service: DayService;
  readonly minimumMinutes: number;
}

export interface PerDiemVerdict {
  /** Null where the day does not reach the minimum. */
  readonly line: UnpricedLine | null;
  /** What was counted against what was asked, for the reason of the line or of the zero. */
  readonly values: ChargeValues;
}

/**
 * Whether a day reaches the per diem: its credited minutes and its services each reach the contract's minimum, the services
 * those that reach their own. Two half days are one day; 2:50 is not 3:00.
 */
export const perDiemOf = (perDiem: PerDiem, counted: readonly CountedService[]): PerDiemVerdict => {
  const { minimumMinutes, minimumServices, unit, quarterRule, maxUnits } = perDiem;
  const services = counted.map(({ service }) => service);
  const minutes = services.reduce((sum, { creditedMinutes }) => sum + creditedMinutes, 0);
  const whole = counted.filter((one) => one.service.creditedMinutes >= one.minimumMinutes).length;
  const possible = unitsOf(minutes, unit, quarterRule);
  const units = atMost(possible, maxUnits);
  const isReached =
    minutes >= minimumMinutes && (minimumServices === null || whole >= minimumServices);
  const values = {
    minutes,
    minimumMinutes,
    services: whole,
    minimumServices,
    ...(possible > units && { possibleUnits: possible }),
  };
  if (!isReached || units === 0) return { line: null, values };
  const { procedure, revenueCode } = perDiem;
  const rule = { code: "per-diem-reached", values } as const;
  const line = {
    basis: "per-diem",
    service: null,
    procedure,
    revenueCode,
    unit,
    units,
    services,
    rule,
  } as const;
  return { line, values };
};
