import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { perDiemUnits } from "#domain/payers/contract-terms.ts";
import { belowMinimumWords, quarterRuleWords, unitWords } from "#web/payers/choice-words.ts";
import type { DraftValues } from "#web/payers/draft-check.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import type { FormState } from "#web/platform/use-form.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type DraftForm = FormState<DraftValues>;

const UnitFields = (props: { readonly form: DraftForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const { unit } = form.values;
  const quarters = useChoices(["full", "midpoint"] as const, quarterRuleWords);
  return (
    <FieldRow>
      <SelectField
        label={t`A unit is`}
        choices={useChoices(perDiemUnits, unitWords)}
        {...form.field("unit")}
        onChange={(next) => next !== "" && form.set({ unit: next })}
      />
      {unit === "quarter-hour" && (
        <SelectField
          label={t`A quarter hour counts`}
          choices={quarters}
          {...form.field("quarterRule")}
          onChange={(next) => next !== "" && form.set({ quarterRule: next })}
        />
      )}
      {unit !== "day" && (
        <NumberField label={t`Units a day, at most`} optional {...form.field("maxUnits")} />
      )}
    </FieldRow>
  );
};

/** What a whole day bills, what it takes, and what a shorter one does. */
export const DayFields = (props: { readonly form: DraftForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const below = useChoices(["components", "not-billable"] as const, belowMinimumWords);
  return (
    <>
      <CheckField label={t`A day is billed as a whole`} {...form.field("hasPerDiem")} />
      {form.values.hasPerDiem && (
        <>
          <FieldRow>
            <TextField
              label={t`Procedure code`}
              optional
              hint={t`Empty: the payer wants the revenue code alone.`}
              maxLength={5}
              {...form.field("code")}
            />
            <TextField
              label={t`Its modifiers`}
              optional
              maxLength={14}
              {...form.field("codeModifiers")}
            />
            <TextField
              label={t`Revenue code`}
              optional
              inputMode="numeric"
              maxLength={4}
              {...form.field("revenueCode")}
            />
          </FieldRow>
          <UnitFields form={form} />
          <FieldRow>
            <NumberField
              label={t`It takes credited minutes`}
              hint={t`180 are three hours; 0 asks for none.`}
              {...form.field("minimumMinutes")}
            />
            <NumberField
              label={t`And services`}
              optional
              hint={t`Both must be reached.`}
              {...form.field("minimumServices")}
            />
          </FieldRow>
          <SelectField
            label={t`A shorter day`}
            choices={below}
            {...form.field("belowMinimum")}
            onChange={(next) => next !== "" && form.set({ belowMinimum: next })}
          />
        </>
      )}
    </>
  );
};
