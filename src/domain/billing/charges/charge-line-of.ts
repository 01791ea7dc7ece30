import type { ChargeBasis, ChargeLine } from "#domain/billing/charges/day-charge.ts";
import type { DayFacts, DayService } from "#domain/billing/charges/day-facts.ts";
import { isRemote, modifiersOf } from "#domain/billing/charges/modifiers-of-line.ts";
import type { Candidate } from "#domain/payers/choose-contract.ts";
import type { ContractVersion } from "#domain/payers/contract.ts";
import type { ContractProcedure } from "#domain/payers/contract-terms.ts";
import { feeOn, type PricedCode } from "#domain/payers/fee.ts";

/** A version of a contract with the prices of its contract: all that a day is held against. */
export interface PricedContract extends Candidate {
  readonly version: Candidate["version"] & Pick<ContractVersion, "terms" | "source">;
  readonly fees: readonly PricedCode[];
}

/** What a line is before it has a price. */
export interface UnpricedLine {
  readonly basis: ChargeBasis;
  readonly service: string | null;
  readonly procedure: ContractProcedure | null;
  readonly revenueCode: string | null;
  readonly unit: ChargeLine["unit"];
  readonly units: number;
  readonly services: readonly DayService[];
  readonly rule: Pick<ChargeLine["rule"], "code" | "values">;
}

/** Prices a line in whole cents: units times the price of the day. Without a price there is no charge. */
export const chargeLineOf = (
  line: UnpricedLine,
  facts: DayFacts,
  { version, fees }: PricedContract,
): ChargeLine => {
  const { basis, service, procedure, revenueCode, unit, units, services, rule } = line;
  const code = procedure?.code ?? null;
  const { population, levelOfCareId } = facts.enrollment;
  const modifiers = modifiersOf(procedure, version.terms, services, population);
  const on = facts.serviceDate;
  const priceCents = feeOn(fees, { code, revenueCode, levelOfCareId, on });
  return {
    key: [basis, code ?? "", revenueCode ?? "", unit, ...modifiers].join(":"),
    basis,
    service,
    procedure: code,
    modifiers,
    revenueCode,
    unit,
    units,
    priceCents,
    chargeCents: priceCents === null ? null : priceCents * units,
    minutes: services.reduce((sum, { creditedMinutes }) => sum + creditedMinutes, 0),
    isTelehealth: services.every(isRemote),
    sessions: services.map(
      ({ sessionId, attendanceId, noteId, creditedMinutes, leadStaffId, leadSupervisorId }) => ({
        sessionId,
        attendanceId,
        noteId,
        minutes: creditedMinutes,
        leadStaffId,
        leadSupervisorId,
      }),
    ),
    rule: { ...rule, source: version.source },
  };
};
