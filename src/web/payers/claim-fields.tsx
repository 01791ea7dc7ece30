import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { claimForms, claimSpans, filingCodes } from "#domain/payers/contract-terms.ts";
import { frequencyWords, spanWords } from "#web/payers/choice-words.ts";
import { filingWords, formWords } from "#web/payers/contract-words.ts";
import type { DraftValues } from "#web/payers/draft-check.ts";
import { weekdays } from "#web/payers/terms-values.ts";
import { weekdayName } from "#web/payers/weekday-name.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import type { FormState } from "#web/platform/use-form.ts";
import { FieldRow } from "#web/ui/form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type DraftForm = FormState<DraftValues>;

const InstitutionalFields = (props: { readonly form: DraftForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const frequencies = useChoices(["admit-through-discharge", "interim"] as const, frequencyWords);
  return (
    <FieldRow>
      <TextField
        label={t`Type of bill`}
        hint={t`Two digits, like 13.`}
        inputMode="numeric"
        maxLength={2}
        {...form.field("billType")}
      />
      <SelectField
        label={t`Frequency`}
        choices={frequencies}
        {...form.field("frequency")}
        onChange={(next) => next !== "" && form.set({ frequency: next })}
      />
      <TextField
        label={t`Condition codes`}
        optional
        hint={t`Like 92.`}
        {...form.field("conditionCodes")}
      />
    </FieldRow>
  );
};

const ProfessionalFields = (props: { readonly form: DraftForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <FieldRow>
      <TextField
        label={t`Place of service`}
        hint={t`Like 57.`}
        inputMode="numeric"
        maxLength={2}
        {...form.field("placeOfService")}
      />
      <TextField
        label={t`By video or phone`}
        optional
        hint={t`Like 10.`}
        inputMode="numeric"
        maxLength={2}
        {...form.field("placeOfServiceTelehealth")}
      />
    </FieldRow>
  );
};

const SpanFields = (props: { readonly form: DraftForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const { claimSpan } = form.values;
  return (
    <FieldRow>
      <SelectField
        label={t`One claim for`}
        choices={useChoices(claimSpans, spanWords)}
        {...form.field("claimSpan")}
        onChange={(next) => next !== "" && form.set({ claimSpan: next })}
      />
      {claimSpan === "week" && (
        <SelectField
          label={t`The week begins on`}
          choices={weekdays.map((day) => ({ value: day, label: weekdayName(Number(day)) }))}
          {...form.field("weekStartsOn")}
          onChange={(next) => next !== "" && form.set({ weekStartsOn: next })}
        />
      )}
      {claimSpan !== "day" && (
        <NumberField label={t`Dates on it, at most`} optional {...form.field("datesPerClaim")} />
      )}
    </FieldRow>
  );
};

/** Which form, how it is filed, and what a claim covers. */
export const ClaimFields = (props: { readonly form: DraftForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <FieldRow>
        <SelectField
          label={t`Form`}
          choices={useChoices(claimForms, formWords)}
          {...form.field("form")}
          onChange={(next) => next !== "" && form.set({ form: next })}
        />
        <SelectField
          label={t`Filed as`}
          choices={useChoices(filingCodes, filingWords)}
          {...form.field("filing")}
          onChange={(next) => next !== "" && form.set({ filing: next })}
        />
      </FieldRow>
      {form.values.form === "institutional" ? (
        <InstitutionalFields form={form} />
      ) : (
        <ProfessionalFields form={form} />
      )}
      <SpanFields form={form} />
      <NumberField
        label={t`Timely filing, days`}
        hint={t`Counted from the last date on the claim.`}
        {...form.field("timelyFilingDays")}
      />
    </>
  );
};
