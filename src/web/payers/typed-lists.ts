import type { ModifierCondition } from "#domain/payers/contract-terms.ts";

/** `HF, HQ` and `hf hq` are two. */
export const listTyped = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((part) => part !== "");

/** Plain conditions by their word in the choice; credentials are written out after it. */
export const conditionText = (when: ModifierCondition): string => {
  if (when.kind === "credential") return `credential ${when.types.join(" ")}`;
  return when.kind === "population" ? when.population : when.kind;
};

/** The condition that a choice stands for. */
export const conditionOf = (text: string): ModifierCondition => {
  const [kind = "", ...types] = text.split(" ");
  switch (kind) {
    case "credential":
      return { kind, types: types.filter((type) => type !== "") };
    case "adult":
    case "adolescent":
      return { kind: "population", population: kind };
    case "video":
    case "phone":
    case "telehealth":
      return { kind };
    default:
      return { kind: "always" };
  }
};
