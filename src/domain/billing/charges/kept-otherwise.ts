import type { DayExplanation } from "#domain/billing/charges/day-charge.api.ts";
import type { DayCharges } from "#domain/billing/charges/day-charge.ts";

/** What of a day somebody who bills sees, and may find to be another thing by now. */
export const keptParts = [
  "amount",
  "payer",
  "contract",
  "codes",
  "units",
  "minutes",
  "holds",
  "state",
] as const;
export type KeptPart = (typeof keptParts)[number];

type Lines = Pick<DayCharges, "lines">;

const codesOf = ({ lines }: Lines): string =>
  lines
    .map(({ revenueCode, procedure, modifiers }) =>
      [revenueCode, procedure, ...modifiers].join(" "),
    )
    .join(", ");
const unitsOf = ({ lines }: Lines): string => lines.map(({ units }) => units).join(", ");
const minutesOf = ({ lines }: Lines): string => lines.map(({ minutes }) => minutes).join(", ");
const holdsOf = ({ holds }: Pick<DayCharges, "holds">): string =>
  holds
    .map(({ code }) => code)
    .toSorted()
    .join(", ");

/**
 * In what a day parts by now from what is kept of it. What nobody sees, such as which note proves a minute, is none; nor is
 * anything of a day that still runs, as each of its minutes makes it another.
 */
export const keptOtherwise = (
  day: Pick<DayExplanation, "kept" | "payer" | "contract" | "charges" | "state">,
): KeptPart[] => {
  const { kept, payer, contract, charges, state } = day;
  if (kept === null || state === "open") return [];
  const parts: Readonly<Record<KeptPart, boolean>> = {
    amount: kept.totalCents !== charges.totalCents,
    payer: kept.payerId !== (payer?.id ?? null),
    contract: kept.contractVersionId !== (contract?.versionId ?? null),
    codes: codesOf(kept) !== codesOf(charges),
    units: unitsOf(kept) !== unitsOf(charges),
    minutes: minutesOf(kept) !== minutesOf(charges),
    holds: holdsOf(kept) !== holdsOf(charges),
    state: kept.state !== state,
  };
  return keptParts.filter((part) => parts[part]);
};
