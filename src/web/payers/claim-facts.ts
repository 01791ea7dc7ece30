import { i18n } from "@lingui/core";
import { plural, t } from "@lingui/core/macro";
import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { sayList } from "#web/payers/code-words.ts";
import { filingWords, formWords } from "#web/payers/contract-words.ts";
import type { TermsFact } from "#web/payers/terms-fact.ts";
import { weekdayName } from "#web/payers/weekday-name.ts";

const said = (words: typeof formWords, code: string): string => {
  const word = words[code];
  return word === undefined ? code : i18n._(word);
};

const saySpan = ({ claimSpan, datesPerClaim, weekStartsOn }: ContractTerms): string => {
  const dates = plural(datesPerClaim ?? 0, { one: "at most # date", other: "at most # dates" });
  const first = weekdayName(weekStartsOn);
  const last = weekdayName(((weekStartsOn + 5) % 7) + 1);
  const spans = {
    day: t`One for each day`,
    week: t`One for each week, ${first} to ${last}`,
    month: t`One for each calendar month`,
    enrollment: t`One for the whole stay`,
  };
  const span = spans[claimSpan];
  return datesPerClaim === null || claimSpan === "day"
    ? `${span}.`
    : t`${span}, with ${dates} on it.`;
};

const sayPlace = ({ placeOfService, placeOfServiceTelehealth }: ContractTerms): string => {
  const place = placeOfService ?? t`none`;
  return placeOfServiceTelehealth === null
    ? t`${place}, wherever the person was.`
    : t`${place}; ${placeOfServiceTelehealth} when the person was not in the room.`;
};

const ofForm = (terms: ContractTerms): TermsFact[] => {
  const { form, billType, conditionCodes, frequency } = terms;
  if (form === "professional")
    return [{ key: "place", name: t`Place of service`, says: sayPlace(terms) }];
  return [
    {
      key: "bill-type",
      name: t`Type of bill`,
      says: billType === null ? t`none` : t`${billType}x; the last digit is the frequency.`,
    },
    {
      key: "frequency",
      name: t`Frequency`,
      says:
        frequency === "interim"
          ? t`First, continuing and last bill in order (2, 3, 4); status 30 until the last.`
          : t`Each claim stands for itself: admission through discharge (1).`,
    },
    {
      key: "conditions",
      name: t`Condition codes`,
      says: conditionCodes.length === 0 ? t`None.` : `${sayList(conditionCodes)}.`,
    },
  ];
};

/** Which claim goes out, how it is filed, what it covers and until when. */
export const claimFacts = (terms: ContractTerms): TermsFact[] => {
  const days = plural(terms.timelyFilingDays, { one: "# day", other: "# days" });
  return [
    { key: "form", name: t`Form`, says: `${said(formWords, terms.form)}.` },
    { key: "filing", name: t`Filed as`, says: `${said(filingWords, terms.filing)}.` },
    ...ofForm(terms),
    { key: "span", name: t`Claims`, says: saySpan(terms) },
    {
      key: "timely",
      name: t`Timely filing`,
      says: t`Within ${days} of the last date on the claim.`,
    },
  ];
};
