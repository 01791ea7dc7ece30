import { i18n } from "@lingui/core";
import { plural, t } from "@lingui/core/macro";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { sayList } from "#web/payers/code-words.ts";
import { authorizationUnitWords } from "#web/payers/contract-words.ts";
import type { TermsFact } from "#web/payers/terms-fact.ts";

const sayDiagnosis = ({ diagnosis }: ContractTerms): string => {
  const { primaryPrefixes, most } = diagnosis;
  const sent = plural(most, { one: "# is sent", other: "at most # are sent" });
  const begins = sayList(primaryPrefixes, "disjunction");
  return primaryPrefixes.length === 0
    ? t`Any may come first; ${sent}.`
    : t`The first begins with ${begins}; ${sent}.`;
};

const sayRendering = ({ providers }: ContractTerms): string => {
  switch (providers.rendering) {
    case "lead":
      return t`Whoever led the session.`;
    case "supervisor":
      return t`The supervisor of whoever led the session.`;
    case "none":
      return t`Not named.`;
  }
};

/** Diagnoses, authorization, and which people a claim names. */
export const needFacts = (terms: ContractTerms): TermsFact[] => {
  const { authorization, providers } = terms;
  const unit = authorizationUnitWords[authorization.unit];
  const counted = unit === undefined ? authorization.unit : i18n._(unit);
  const named = (is: boolean): string => (is ? t`Named.` : t`Not named.`);
  return [
    { key: "diagnosis", name: t`Diagnoses`, says: sayDiagnosis(terms) },
    {
      key: "authorization",
      name: t`Authorization`,
      says: authorization.needed ? t`Needed, counted in ${counted}.` : t`Not needed.`,
    },
    { key: "rendering", name: t`Rendering provider`, says: sayRendering(terms) },
    { key: "supervising", name: t`Supervising provider`, says: named(providers.supervising) },
    { key: "attending", name: t`Attending provider`, says: named(providers.attending) },
    {
      key: "facility",
      name: t`Service facility`,
      says: providers.serviceFacility
        ? t`Named where it is not the address that bills.`
        : t`Not named.`,
    },
  ];
};
