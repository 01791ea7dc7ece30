import { i18n } from "@lingui/core";
import { plural, t } from "@lingui/core/macro";
import type {
  ContractTerms,
  ModifierCondition,
  ServiceTerm,
} from "#domain/payers/contract-terms.ts";
import { sayLine, sayList, sayMinutes } from "#web/payers/code-words.ts";
import { serviceWords } from "#web/payers/contract-words.ts";
import type { TermsFact } from "#web/payers/terms-fact.ts";

const sayUnit = ({ unit, quarterRule }: ServiceTerm): string => {
  switch (unit) {
    case "service":
      return t`one unit a session`;
    case "day":
      return t`one unit a day`;
    case "hour":
      return t`each full hour a unit`;
    case "quarter-hour":
      return quarterRule === "full"
        ? t`each full quarter hour a unit`
        : t`a quarter hour from its eighth minute on`;
  }
};

const sayBilled = (term: ServiceTerm): string => {
  const { minimumMinutes, maxPerDay } = term;
  const minutes = sayMinutes(minimumMinutes);
  const most = plural(maxPerDay ?? 0, {
    one: "at most # unit a day",
    other: "at most # units a day",
  });
  return [
    `${sayLine(term)}: ${sayUnit(term)}`,
    ...(minimumMinutes > 0 ? [t`from ${minutes} on`] : []),
    ...(maxPerDay === null ? [] : [most]),
  ].join(", ");
};

const saySays = (term: ServiceTerm): string => {
  const billed = sayBilled(term);
  switch (term.mode) {
    case "in-per-diem":
      return term.minimumMinutes === 0
        ? t`Inside the day, never billed alone.`
        : t`Inside the day from ${sayMinutes(term.minimumMinutes)} on, never billed alone.`;
    case "not-billable":
      return t`Not billable.`;
    case "component":
      return t`Inside the day. On a shorter day: ${billed}.`;
    case "carved-out":
      return t`Beside the day: ${billed}.`;
    case "per-service":
      return t`For itself: ${billed}.`;
  }
};

const sayService = (service: string): string => {
  const word = serviceWords[service];
  return word === undefined ? service : i18n._(word);
};

const sayWhen = (when: ModifierCondition): string => {
  switch (when.kind) {
    case "always":
      return t`always`;
    case "telehealth":
      return t`by video or phone`;
    case "video":
      return t`by video`;
    case "phone":
      return t`by phone alone`;
    case "population":
      return when.population === "adolescent" ? t`for adolescents` : t`for adults`;
    case "credential": {
      const types = sayList(when.types, "disjunction");
      return t`when led by ${types}`;
    }
  }
};

/** One line for each service, and the modifiers in the order in which the payer wants them. */
export const serviceFacts = (terms: ContractTerms): TermsFact[] => {
  const modifiers = terms.modifiers.map(
    ({ modifier, when }, place) => `${place + 1}. ${modifier} ${sayWhen(when)}`,
  );
  return [
    ...terms.services.map((term) => ({
      key: `service ${term.service} ${term.minimumMinutes}`,
      name: sayService(term.service),
      says: saySays(term),
    })),
    {
      key: "others",
      name: t`Whatever is not listed`,
      says: t`Earns nothing, and its minutes make no day.`,
    },
    {
      key: "modifiers",
      name: t`Modifiers`,
      says: modifiers.length === 0 ? t`None but those of the codes.` : modifiers.join("; "),
    },
  ];
};
