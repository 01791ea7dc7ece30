import { plural, t } from "@lingui/core/macro";
import type { ContractTerms, PerDiem } from "#domain/payers/contract-terms.ts";
import { sayLine, sayMinutes } from "#web/payers/code-words.ts";
import type { TermsFact } from "#web/payers/terms-fact.ts";

const sayUnits = ({ unit, quarterRule, maxUnits }: PerDiem): string => {
  if (unit === "day") return t`One day is one unit, however many groups it held.`;
  const most = maxUnits ?? 0;
  const limit = maxUnits === null ? t`without a limit` : t`at most ${most} a day`;
  if (unit === "hour") return t`Each full hour is a unit, ${limit}.`;
  return quarterRule === "full"
    ? t`Each full quarter hour is a unit, ${limit}.`
    : t`A quarter hour counts from its eighth minute on, ${limit}.`;
};

const sayMinimum = ({ minimumMinutes, minimumServices }: PerDiem): string => {
  const minutes = sayMinutes(minimumMinutes);
  const services = plural(minimumServices ?? 0, { one: "# service", other: "# services" });
  if (minimumMinutes === 0)
    return minimumServices === null ? t`None: any credited minute makes a day.` : t`${services}.`;
  return minimumServices === null
    ? t`${minutes} credited; nothing is rounded up.`
    : t`${minutes} credited and ${services}; nothing is rounded up.`;
};

/** What a whole day bills, from when on, and what a day that falls short does. */
export const dayFacts = (terms: ContractTerms): TermsFact[] => {
  const { perDiem, belowMinimum } = terms;
  if (perDiem === null)
    return [
      {
        key: "regime",
        name: t`A day`,
        says: t`Has no per diem: every service is billed for itself.`,
      },
    ];
  const line = sayLine(perDiem);
  const isSuppressed = perDiem.procedure === null;
  return [
    {
      key: "regime",
      name: t`A day`,
      says: isSuppressed
        ? t`Is billed by ${line}: this payer wants no procedure code.`
        : t`Is billed by ${line}.`,
    },
    { key: "units", name: t`Units`, says: sayUnits(perDiem) },
    { key: "minimum", name: t`It takes`, says: sayMinimum(perDiem) },
    {
      key: "below",
      name: t`A shorter day`,
      says:
        belowMinimum === "components"
          ? t`Bills its services by their own codes, where they have one.`
          : t`Bills nothing.`,
    },
  ];
};
