import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeActivityType, createActivityType } from "#domain/programs/activity-type.api.ts";
import { formats, type ActivityType, type Format } from "#domain/programs/activity-type.ts";
import { modalities, type Modality } from "#domain/programs/modality.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { formatWords, modalityWords, programWords } from "#web/programs/program-words.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly name: string;
  readonly format: Format | "";
  readonly modality: Modality | "";
  readonly countsTowardHours: boolean;
  readonly minutesToCount: number | null;
  readonly needsLicensedLead: boolean;
  readonly servesPerDiem: boolean;
  readonly peoplePerFacilitator: number | null;
};

const valuesOf = (type: ActivityType | null): Values => ({
  name: type?.name ?? "",
  format: type?.format ?? "",
  modality: type?.modality ?? "",
  countsTowardHours: type?.countsTowardHours ?? true,
  minutesToCount: type?.minutesToCount ?? 0,
  needsLicensedLead: type?.needsLicensedLead ?? false,
  servesPerDiem: type?.servesPerDiem ?? false,
  peoplePerFacilitator: type?.peoplePerFacilitator ?? null,
});

/** Where several people sit together: only there it is counted how many one of those who facilitate may lead. */
const isOfSeveral = (format: Format | ""): boolean =>
  format === "group" || format === "multifamily";

const factsOf = ({ format, modality, minutesToCount, peoplePerFacilitator, ...rest }: Values) => ({
  ...rest,
  format: made(format),
  modality: made(modality),
  minutesToCount: minutesToCount ?? 0,
  peoplePerFacilitator: isOfSeveral(format) ? peoplePerFacilitator : null,
});

const Fields = (props: { readonly form: FormState<Values> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <TextField label={t`Name`} autoFocus maxLength={80} {...form.field("name")} />
      <SelectField
        label={t`Who is in the room`}
        choices={useChoices(formats, formatWords)}
        {...form.field("format")}
      />
      <PickField
        label={t`Works with`}
        choices={useChoices(modalities, modalityWords)}
        {...form.field("modality")}
      />
      <CheckField
        label={t`Counts toward the hours of the week`}
        {...form.field("countsTowardHours")}
      />
      <NumberField
        label={t`Least minutes that count`}
        hint={t`Whoever stays shorter took part, and nothing is credited. 0: every minute counts.`}
        {...form.field("minutesToCount")}
      />
      {isOfSeveral(form.values.format) && (
        <NumberField
          label={t`Most people for each facilitator`}
          optional
          hint={t`12 with two who facilitate: 24. Trainees do not count. The room and Today tell when there are more; nobody is turned away.`}
          {...form.field("peoplePerFacilitator")}
        />
      )}
      <CheckField label={t`Needs a licensed lead`} {...form.field("needsLicensedLead")} />
      <CheckField label={t`Makes a billable day`} {...form.field("servesPerDiem")} />
    </>
  );
};

/** Adds a type of activity, or changes one. */
export const ActivityTypeForm = (props: {
  readonly type: ActivityType | null;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { type, onClose } = props;
  const options = {
    done: t`Saved.`,
    onDone: onClose,
    words: programWords,
    failureShownInPlace: true,
  };
  const create = useAct(createActivityType, options);
  const change = useAct(changeActivityType, options);
  const shared = {
    initial: valuesOf(type),
    check: (values: Values) => missingOf(values, ["name", "format", "modality"]),
  };
  const adding = useForm({ ...shared, id: "activity-type-new", act: create, toInput: factsOf });
  const changing = useForm({
    ...shared,
    id: `activity-type-${type?.id ?? "none"}`,
    act: change,
    toInput: (values) => ({
      activityTypeId: type?.id ?? "",
      version: type?.version ?? 1,
      ...factsOf(values),
    }),
  });
  const form = type === null ? adding : changing;
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={onClose}>
      <Fields form={form} />
    </PanelForm>
  );
};
