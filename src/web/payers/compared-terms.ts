import type { MessageDescriptor } from "@lingui/core";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import type { TermsFact } from "#web/payers/terms-fact.ts";
import { termsSections } from "#web/payers/terms-facts.ts";

interface ComparedFact {
  readonly key: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

const compared = (
  before: readonly TermsFact[],
  after: readonly TermsFact[],
): readonly ComparedFact[] => {
  const gone = before.filter(({ key }) => !after.some((fact) => fact.key === key));
  return [
    ...after.map(({ key, name, says }) => ({
      key,
      name,
      before: before.find((fact) => fact.key === key)?.says ?? null,
      after: says,
    })),
    ...gone.map(({ key, name, says }) => ({ key, name, before: says, after: null })),
  ];
};

/** What two versions say of everything that either speaks of; null where one says nothing. */
export const comparedTerms = (
  before: ContractTerms,
  after: ContractTerms,
): readonly {
  readonly key: string;
  readonly title: MessageDescriptor;
  readonly rows: readonly ComparedFact[];
}[] => {
  const earlier = termsSections(before);
  return termsSections(after).map(({ key, title, facts }) => ({
    key,
    title,
    rows: compared(earlier.find((section) => section.key === key)?.facts ?? [], facts),
  }));
};
