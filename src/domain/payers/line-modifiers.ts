import type {
  ContractProcedure,
  ContractTerms,
  ModifierCondition,
} from "#domain/payers/contract-terms.ts";

/** A line takes no more (SV101-3 to -6; SV202-3 to -6). */
const mostOnLine = 4;

/** What decides about modifiers of a line: how the person took part, what the lead holds, and which age the stay is for. */
export interface ModifierFacts {
  readonly modes: readonly ("room" | "video" | "phone" | null)[];
  readonly credentials: readonly string[];
  readonly population: string;
}

const applies = (when: ModifierCondition, facts: ModifierFacts): boolean => {
  const took = (mode: string): boolean =>
    facts.modes.length > 0 && facts.modes.every((one) => one === mode);
  switch (when.kind) {
    case "always":
      return true;
    case "video":
    case "phone":
      return took(when.kind);
    case "telehealth":
      return (
        facts.modes.length > 0 && facts.modes.every((one) => one === "video" || one === "phone")
      );
    case "credential":
      return when.types.some((type) =>
        facts.credentials.some((held) => held.toUpperCase() === type.toUpperCase()),
      );
    case "population":
      return when.population === facts.population;
  }
};

/**
 * The modifiers of a line, in the order the payer wants: those that belong to the code, then those of the contract whose
 * condition holds, each once, four at most. A line that was partly in the room is no telehealth line.
 */
export const modifiersFor = (
  procedure: ContractProcedure | null,
  terms: Pick<ContractTerms, "modifiers">,
  facts: ModifierFacts,
): string[] => {
  if (procedure === null) return [];
  const conditional = terms.modifiers
    .filter(({ when }) => applies(when, facts))
    .map(({ modifier }) => modifier);
  return [...new Set([...procedure.modifiers, ...conditional])].slice(0, mostOnLine);
};
