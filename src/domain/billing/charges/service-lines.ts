import { atMost, minutesOfFirstUnit, unitsOf } from "#domain/billing/charges/billing-units.ts";
import type { UnpricedLine } from "#domain/billing/charges/charge-line-of.ts";
import { zeroOf } from "#domain/billing/charges/credited-services.ts";
import type { ChargeBasis, ChargeLine, Zero } from "#domain/billing/charges/day-charge.ts";
import type { DayFacts, DayService } from "#domain/billing/charges/day-facts.ts";
import { modifiersOf } from "#domain/billing/charges/modifiers-of-line.ts";
import type { ContractTerms, ServiceTerm } from "#domain/payers/contract-terms.ts";

/** A service that is billed by its own code, and what the contract says of it. */
export interface BilledService {
  readonly service: DayService;
  readonly term: ServiceTerm;
  readonly basis: Exclude<ChargeBasis, "per-diem">;
  readonly rule: Pick<ChargeLine["rule"], "code" | "values">;
}

interface Billing {
  readonly terms: ContractTerms;
  readonly source: string;
  readonly population: DayFacts["enrollment"]["population"];
}

/** Keeps first things first: groups come in the order in which their first member came. */
const groupedBy = <Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[][] => {
  const groups = new Map<unknown, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
};

const mostOf = ({ unit, maxPerDay }: ServiceTerm): number | null =>
  unit === "day" ? 1 : maxPerDay;

/** One code with one set of modifiers: the minutes of a day are counted together, so that none is lost between two sessions. */
const lineOfVariant = (
  variant: readonly BilledService[],
  left: number | null,
  source: string,
): { line: UnpricedLine | null; zeroes: Zero[] } => {
  const [first] = variant;
  if (first === undefined) return { line: null, zeroes: [] };
  const { term, basis, rule } = first;
  const { unit, quarterRule, procedure, revenueCode, service } = term;
  const minutes = variant.reduce((sum, one) => sum + one.service.creditedMinutes, 0);
  const possible = unit === "service" ? variant.length : unitsOf(minutes, unit, quarterRule);
  const units = atMost(possible, left);
  const allOf = (code: "below-one-unit" | "over-daily-limit", some: readonly BilledService[]) =>
    some.map((one) =>
      zeroOf(
        one.service,
        code,
        {
          minutes: one.service.creditedMinutes,
          ...(code === "below-one-unit"
            ? { unit, minutesOfFirstUnit: minutesOfFirstUnit(unit, quarterRule) }
            : { most: mostOf(term) }),
        },
        source,
      ),
    );
  if (possible === 0) return { line: null, zeroes: allOf("below-one-unit", variant) };
  if (units === 0) return { line: null, zeroes: allOf("over-daily-limit", variant) };
  const billed = unit === "service" ? variant.slice(0, units) : variant;
  const values = { ...rule.values, ...(possible > units && { possibleUnits: possible }) };
  const line = {
    basis,
    service,
    procedure,
    revenueCode,
    unit,
    units,
    services: billed.map((one) => one.service),
    rule: { code: rule.code, values },
  };
  return { line, zeroes: allOf("over-daily-limit", variant.slice(billed.length)) };
};

/** The services of one term of the contract: each must reach its own minimum, and together they stay within the daily limit. */
const linesOfTerm = (
  services: readonly BilledService[],
  { terms, source, population }: Billing,
): { lines: UnpricedLine[]; zeroes: Zero[] } => {
  const isWhole = ({ service, term }: BilledService) =>
    service.creditedMinutes >= term.minimumMinutes;
  const zeroes = services
    .filter((one) => !isWhole(one))
    .map(({ service, term }) => {
      const { minimumMinutes } = term;
      const values = { minutes: service.creditedMinutes, minimumMinutes };
      return zeroOf(service, "below-minimum", values, source);
    });
  const lines: UnpricedLine[] = [];
  const variants = groupedBy(services.filter(isWhole), ({ service, term }) =>
    modifiersOf(term.procedure, terms, [service], population).join(":"),
  );
  for (const variant of variants) {
    const most = variant[0] === undefined ? null : mostOf(variant[0].term);
    const used = lines.reduce((sum, { units }) => sum + units, 0);
    const made = lineOfVariant(variant, most === null ? null : most - used, source);
    if (made.line !== null) lines.push(made.line);
    zeroes.push(...made.zeroes);
  }
  return { lines, zeroes };
};

const together = (lines: readonly UnpricedLine[]): UnpricedLine | undefined => {
  const [first] = lines;
  return (
    first && {
      ...first,
      units: lines.reduce((sum, { units }) => sum + units, 0),
      services: lines.flatMap(({ services }) => services),
    }
  );
};

/**
 * Lines of services that are billed by their own codes. Two lines of one day never carry the same code, modifiers and revenue
 * code: a payer takes the second for a duplicate (CARC 18), so they are one line with more units.
 */
export const serviceLines = (
  services: readonly BilledService[],
  billing: Billing,
): { lines: UnpricedLine[]; zeroes: Zero[] } => {
  const made = groupedBy(services, ({ term }) => term).map((group) => linesOfTerm(group, billing));
  const alike = groupedBy(
    made.flatMap(({ lines }) => lines),
    ({ basis, procedure, revenueCode, unit, services: some }) =>
      JSON.stringify([
        basis,
        procedure?.code,
        revenueCode,
        unit,
        modifiersOf(procedure, billing.terms, some, billing.population),
      ]),
  );
  return {
    lines: alike.flatMap((lines) => together(lines) ?? []),
    zeroes: made.flatMap(({ zeroes }) => zeroes),
  };
};
