import type { DayFacts, DayService } from "#domain/billing/charges/day-facts.ts";
import type { ContractProcedure, ContractTerms } from "#domain/payers/contract-terms.ts";
import { modifiersFor } from "#domain/payers/line-modifiers.ts";

export const isRemote = ({ mode }: Pick<DayService, "mode">): boolean =>
  mode === "video" || mode === "phone";

type Population = DayFacts["enrollment"]["population"];
type Conditional = ContractTerms["modifiers"][number];

const noCode: ContractProcedure = { code: "", modifiers: [] };

const isTrueOf = (
  { mode, leadCredentials: credentials }: DayService,
  modifier: Conditional,
  population: Population,
): boolean =>
  modifiersFor(noCode, { modifiers: [modifier] }, { modes: [mode], credentials, population })
    .length > 0;

/**
 * The modifiers of a line made of several services: what is true of each of them, in the order of the contract. A day led by
 * two people carries the credential modifier only where both hold one it stands for.
 */
export const modifiersOf = (
  procedure: ContractProcedure | null,
  terms: Pick<ContractTerms, "modifiers">,
  services: readonly DayService[],
  population: Population,
): string[] => {
  const modifiers = terms.modifiers
    .filter((one) => services.every((service) => isTrueOf(service, one, population)))
    .map(({ modifier }) => ({ when: { kind: "always" } as const, modifier }));
  return modifiersFor(procedure, { modifiers }, { modes: [], credentials: [], population });
};
