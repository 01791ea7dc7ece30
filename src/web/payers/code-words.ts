import { t } from "@lingui/core/macro";
import type { ContractProcedure } from "#domain/payers/contract-terms.ts";

/** `H0015 HF`: a code with the modifiers that belong to it. */
export const sayProcedure = ({ code, modifiers }: ContractProcedure): string =>
  [code, ...modifiers].join(" ");

/** What a line shows: its code, its revenue code, or both. */
export const sayLine = (line: {
  readonly procedure: ContractProcedure | null;
  readonly revenueCode: string | null;
}): string => {
  const { procedure, revenueCode } = line;
  if (procedure === null)
    return revenueCode === null ? t`no code` : t`revenue code ${revenueCode} alone`;
  const code = sayProcedure(procedure);
  return revenueCode === null ? code : t`${code}, revenue code ${revenueCode}`;
};

/** `a, b and c`, or with `or`. */
export const sayList = (
  items: readonly string[],
  type: "conjunction" | "disjunction" = "conjunction",
): string => new Intl.ListFormat("en-US", { type }).format(items);

/** Minutes as a contract counts them: `150 minutes (2 h 30 min)`. */
export const sayMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t`${minutes} minutes`;
  return rest === 0
    ? t`${minutes} minutes (${hours} h)`
    : t`${minutes} minutes (${hours} h ${rest} min)`;
};
