import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { termsSections } from "#web/payers/terms-facts.ts";
import { Facts } from "#web/ui/facts.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";

/** Terms in sentences under each other, without their topics: beside a form that has them. */
export const TermsAtOnce = (props: { readonly terms: ContractTerms }): ReactNode => (
  <Facts
    facts={termsSections(props.terms).flatMap(({ facts }) =>
      facts.map(({ name, says }) => ({ name, value: says })),
    )}
  />
);

/** Terms in sentences, topic by topic. */
export const TermsView = (props: { readonly terms: ContractTerms }): ReactNode => {
  const { i18n } = useLingui();
  return termsSections(props.terms).map(({ key, title, facts }) => (
    <PanelPart key={key} title={i18n._(title)}>
      <Facts facts={facts.map(({ name, says }) => ({ name, value: says }))} />
    </PanelPart>
  ));
};
