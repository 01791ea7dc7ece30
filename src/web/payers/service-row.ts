import type { ContractTerms, ServiceTerm } from "#domain/payers/contract-terms.ts";
import { listTyped } from "#web/payers/typed-lists.ts";

/** What is typed of one service. `key` tells rows apart while they are added and removed. */
export interface ServiceRow {
  readonly key: string;
  readonly service: ServiceTerm["service"];
  readonly mode: ServiceTerm["mode"];
  readonly code: string;
  readonly codeModifiers: string;
  readonly revenueCode: string;
  readonly unit: ServiceTerm["unit"];
  readonly quarterRule: ServiceTerm["quarterRule"];
  readonly minimumMinutes: number | null;
  readonly maxPerDay: number | null;
}

export const serviceRowOf = (term: ServiceTerm, place: number): ServiceRow => ({
  key: `${term.service} ${place}`,
  service: term.service,
  mode: term.mode,
  code: term.procedure?.code ?? "",
  codeModifiers: term.procedure?.modifiers.join(" ") ?? "",
  revenueCode: term.revenueCode ?? "",
  unit: term.unit,
  quarterRule: term.quarterRule,
  minimumMinutes: term.minimumMinutes,
  maxPerDay: term.maxPerDay,
});

/** True where a service has a line of its own at times, and therefore a code and a unit. */
export const hasLine = ({ mode }: Pick<ServiceRow, "mode">): boolean =>
  mode === "component" || mode === "carved-out" || mode === "per-service";

export const serviceTermOf = (row: ServiceRow): ContractTerms["services"][number] => ({
  service: row.service,
  mode: row.mode,
  procedure:
    row.code.trim() === "" || !hasLine(row)
      ? null
      : { code: row.code.trim().toUpperCase(), modifiers: listTyped(row.codeModifiers) },
  revenueCode: hasLine(row) && row.revenueCode.trim() !== "" ? row.revenueCode.trim() : null,
  unit: row.unit,
  quarterRule: row.quarterRule,
  minimumMinutes: row.minimumMinutes ?? 0,
  maxPerDay: hasLine(row) ? row.maxPerDay : null,
});

/** A further service, inside the day where there is one. */
export const newServiceRow = (
  key: string,
  service: ServiceRow["service"],
  hasPerDiem: boolean,
): ServiceRow => ({
  key,
  service,
  mode: hasPerDiem ? "in-per-diem" : "per-service",
  code: "",
  codeModifiers: "",
  revenueCode: "",
  unit: "service",
  quarterRule: "full",
  minimumMinutes: 0,
  maxPerDay: 1,
});
