import {
  chargeLineOf,
  type PricedContract,
  type UnpricedLine,
} from "#domain/billing/charges/charge-line-of.ts";
import { creditedServices, zeroOf } from "#domain/billing/charges/credited-services.ts";
import type { DayCharges, DayState, Zero } from "#domain/billing/charges/day-charge.ts";
import type { DayFacts, DayService } from "#domain/billing/charges/day-facts.ts";
import { holdOf, holdsOfLines } from "#domain/billing/charges/day-holds.ts";
import { perDiemOf, type PerDiemVerdict } from "#domain/billing/charges/per-diem.ts";
import { serviceLines, type BilledService } from "#domain/billing/charges/service-lines.ts";
import { chooseContract } from "#domain/payers/choose-contract.ts";
import type { ContractTerms, ServiceTerm } from "#domain/payers/contract-terms.ts";

/** Why no contract bills a day. */
export interface NoContract {
  readonly none: "no-contract" | "only-draft";
}

interface Held {
  readonly service: DayService;
  readonly term: ServiceTerm;
}

/**
 * What the contract says of a service. Where it says several things of one, by length (90832, 90834, 90837), the longest that
 * is reached counts; below all of them, the shortest.
 */
const termOf = (terms: ContractTerms, service: DayService): ServiceTerm | undefined => {
  const said = terms.services
    .filter((term) => term.service === service.service)
    .toSorted((a, b) => a.minimumMinutes - b.minimumMinutes);
  return (
    said.findLast(({ minimumMinutes }) => minimumMinutes <= service.creditedMinutes) ?? said.at(0)
  );
};

const isInside = ({ term }: Held): boolean =>
  term.mode === "in-per-diem" || term.mode === "component";

const noVerdict: PerDiemVerdict = { line: null, values: {} };

/** Where a service of a contract goes: its own line, or the reason it has none. The per diem's own services are left to it. */
const placed = (
  { service, term }: Held,
  { terms, source }: { readonly terms: ContractTerms; readonly source: string },
  verdict: PerDiemVerdict,
): BilledService | Zero | null => {
  const { minimumMinutes, maxPerDay } = term;
  switch (term.mode) {
    case "not-billable":
      return zeroOf(service, "not-billable", {}, source);
    case "carved-out":
    case "per-service": {
      const values = { minimumMinutes, maxPerDay };
      return { service, term, basis: term.mode, rule: { code: term.mode, values } };
    }
    case "in-per-diem":
    case "component": {
      const isCounted = verdict.line?.services.includes(service) === true;
      if (isCounted) return null;
      if (verdict.line !== null) return zeroOf(service, "included-in-per-diem", {}, source);
      if (term.mode === "component" && terms.belowMinimum === "components") {
        const rule = { code: "below-per-diem", values: verdict.values } as const;
        return { service, term, basis: "component", rule };
      }
      if (!service.servesPerDiem) return zeroOf(service, "not-for-per-diem", {}, source);
      return zeroOf(service, "day-below-minimum", verdict.values, source);
    }
  }
};

/** The lines of a day before they are priced, and the services without one. A per diem and its components never meet. */
const linesOf = (
  credited: readonly DayService[],
  facts: DayFacts,
  version: PricedContract["version"],
): { lines: UnpricedLine[]; zeroes: Zero[] } => {
  const { terms, source } = version;
  const named = credited.map((service) => ({ service, term: termOf(terms, service) }));
  const held = named.flatMap(({ service, term }) =>
    term === undefined ? [] : [{ service, term }],
  );
  const unnamed = named
    .filter(({ term }) => term === undefined)
    .map(({ service }) =>
      zeroOf(service, "service-not-in-contract", { service: service.service }, source),
    );
  const counted = held
    .filter((one) => isInside(one) && one.service.servesPerDiem)
    .map(({ service, term }) => ({ service, minimumMinutes: term.minimumMinutes }));
  const verdict = terms.perDiem === null ? noVerdict : perDiemOf(terms.perDiem, counted);
  const places = held.flatMap((one) => placed(one, version, verdict) ?? []);
  const billed = places.flatMap((place) => ("basis" in place ? [place] : []));
  const { population } = facts.enrollment;
  const made = serviceLines(billed, { terms, source, population });
  const unbilled = places.flatMap((place) => ("basis" in place ? [] : [place]));
  return {
    lines: [...(verdict.line === null ? [] : [verdict.line]), ...made.lines],
    zeroes: [...unnamed, ...unbilled, ...made.zeroes],
  };
};

const unbilledDay = (
  credited: readonly DayService[],
  zeroes: readonly Zero[],
  code: "no-coverage" | "no-contract" | "only-draft",
): DayCharges => ({
  contractVersionId: null,
  isTest: false,
  lines: [],
  zeroes: [...zeroes, ...credited.map((service) => zeroOf(service, code))],
  holds: credited.length === 0 ? [] : [holdOf(code)],
  authorizationId: null,
  totalCents: 0,
});

/**
 * What one day of one enrollment is worth to one payer, with the reason of every line and every zero. Whole cents, nothing
 * rounded up; a per diem only when the credited minutes reach it, two groups a day one unit; without a price no charge, and
 * the day is held for it.
 */
export const dayChargesOf = (facts: DayFacts, biller: PricedContract | NoContract): DayCharges => {
  const { credited, zeroes } = creditedServices(facts.services);
  if (facts.coverage === null) return unbilledDay(credited, zeroes, "no-coverage");
  if ("none" in biller) return unbilledDay(credited, zeroes, biller.none);
  const { version } = biller;
  const made = linesOf(credited, facts, version);
  const lines = made.lines.map((line) => chargeLineOf(line, facts, biller));
  const { holds, authorizationId } = holdsOfLines(facts, version.terms, lines);
  return {
    contractVersionId: version.id,
    isTest: version.state === "testing",
    lines,
    zeroes: [...zeroes, ...made.zeroes],
    holds,
    authorizationId,
    totalCents: lines.reduce((sum, { chargeCents }) => sum + (chargeCents ?? 0), 0),
  };
};

/** The contract that bills a day, out of those of its payer. */
export const billerOf = <C extends PricedContract>(
  facts: DayFacts,
  candidates: readonly C[],
): C | NoContract => {
  const { coverage, enrollment, siteId, serviceDate: on } = facts;
  if (coverage === null) return { none: "no-contract" };
  const { payerId, planName } = coverage;
  const { programId, levelOfCareId } = enrollment;
  return chooseContract(candidates, { payerId, planName, siteId, programId, levelOfCareId, on });
};

/** Where a day stands that is no claim yet. */
export const dayStateOf = (facts: DayFacts, charges: DayCharges): Exclude<DayState, "claimed"> => {
  const isRunning = facts.services.some(({ isOver, status }) => !isOver && status !== "cancelled");
  if (isRunning) return "open";
  if (charges.holds.length > 0) return "held";
  return charges.lines.length === 0 ? "nothing" : "ready";
};
