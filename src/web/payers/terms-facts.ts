import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { claimFacts } from "#web/payers/claim-facts.ts";
import { dayFacts } from "#web/payers/day-facts.ts";
import { needFacts } from "#web/payers/need-facts.ts";
import { serviceFacts } from "#web/payers/service-facts.ts";
import type { TermsFact } from "#web/payers/terms-fact.ts";

export interface TermsSection {
  readonly key: "day" | "services" | "claim" | "needs";
  readonly title: MessageDescriptor;
  readonly facts: readonly TermsFact[];
}

/** Everything that terms say, in the order in which a biller asks. */
export const termsSections = (terms: ContractTerms): readonly TermsSection[] => [
  { key: "day", title: msg`What a day is worth`, facts: dayFacts(terms) },
  { key: "services", title: msg`Each service`, facts: serviceFacts(terms) },
  { key: "claim", title: msg`The claim`, facts: claimFacts(terms) },
  { key: "needs", title: msg`What must be there`, facts: needFacts(terms) },
];
