import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { gapCountings, type HourRuleFacts } from "#domain/programs/hour-rule.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { useSay } from "#web/platform/use-say.ts";
import type { RuleChange } from "#web/programs/rule-preview.tsx";
import { gapCountingWords } from "#web/programs/rule-words.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";

type Counting = HourRuleFacts["gapCounts"];

/** What a rule says of the days between two services; what is counted is asked once it says anything. */
export const GapFields = (props: {
  readonly days: FieldBinding<number | null>;
  readonly counts: FieldBinding<Counting | "">;
  readonly skipsClosed: FieldBinding<boolean>;
}): ReactNode => {
  const { t } = useLingui();
  const countings = useChoices(gapCountings, gapCountingWords);
  const isAsked = props.days.value !== null;
  return (
    <>
      <NumberField
        label={t`Most days between two services`}
        hint={t`Empty where the rule says nothing of it.`}
        optional
        {...props.days}
      />
      {isAsked && <SelectField label={t`Counted between`} choices={countings} {...props.counts} />}
      {isAsked && (
        <CheckField
          label={t`Days on which the site is closed do not count`}
          {...props.skipsClosed}
        />
      )}
    </>
  );
};

type Gap = Pick<HourRuleFacts, "longestGapDays" | "gapCounts" | "gapSkipsClosed">;

/** What becomes of the days between two services from one version to the next. */
export const useGapChanges = (): ((before: Gap, after: Gap) => RuleChange[]) => {
  const { t } = useLingui();
  const say = useSay();
  const daysOf = ({ longestGapDays: most }: Gap): string =>
    most === null
      ? t`not asked`
      : plural(most, { one: "no more than # day", other: "no more than # days" });
  const closedOf = ({ gapSkipsClosed }: Gap): string =>
    gapSkipsClosed ? t`do not count` : t`count`;
  const countedOf = ({ gapCounts }: Gap): string => say(gapCountingWords, gapCounts);
  return (before, after) => [
    { name: t`Between services`, before: daysOf(before), after: daysOf(after) },
    ...(before.longestGapDays === null || after.longestGapDays === null
      ? []
      : [
          { name: t`Counted between`, before: countedOf(before), after: countedOf(after) },
          { name: t`Closed days`, before: closedOf(before), after: closedOf(after) },
        ]),
  ];
};
