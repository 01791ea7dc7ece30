import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { FieldProblems, FormState } from "#web/platform/use-form.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { hourProblem } from "#web/scheduling/form-checks.ts";
import { weekdayNames } from "#web/scheduling/schedule-words.ts";
import type { SeriesValues } from "#web/scheduling/series-values.ts";
import { useScheduleChoices } from "#web/scheduling/use-schedule-choices.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

export const checkSeries = (values: SeriesValues): FieldProblems => ({
  ...hourProblem(values.startsAtWall),
  ...missingOf(values, [
    "name",
    "programId",
    "activityTypeId",
    "siteId",
    "startsAtWall",
    "minutes",
    "startsOn",
    "capacity",
    "leadId",
  ]),
  ...(values.weekdays.length === 0 && { weekdays: { code: "required" } }),
});

/** What people say of a weekly group. Where one is changed, what it is stays: its program, its activity, its site. */
export const SeriesFields = (props: {
  readonly form: FormState<SeriesValues>;
  readonly isChange?: boolean;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { form } = props;
  const choices = useScheduleChoices(form.values.siteId);
  return (
    <>
      <TextField
        label={t`Name`}
        hint={t`As your team says it.`}
        autoFocus
        maxLength={80}
        {...form.field("name")}
      />
      {!props.isChange && (
        <>
          <PickField label={t`Program`} choices={choices.programs} {...form.field("programId")} />
          <PickField
            label={t`Activity`}
            choices={choices.types}
            {...form.field("activityTypeId")}
          />
          <PickField label={t`Site`} choices={choices.sites} {...form.field("siteId")} />
        </>
      )}
      <FieldRow>
        <PickField
          label={t`Room`}
          optional
          clearable
          choices={choices.rooms}
          {...form.field("roomId")}
        />
        <NumberField label={t`Seats`} {...form.field("capacity")} />
      </FieldRow>
      <ChoicesField
        label={t`Days`}
        choices={weekdayNames.map(({ day, name }) => ({ value: String(day), label: i18n._(name) }))}
        {...form.field("weekdays")}
      />
      <FieldRow>
        <TextField
          label={t`Begins`}
          hint={t`Like 6 pm, by the clock of the site.`}
          {...form.field("startsAtWall")}
        />
        <NumberField label={t`Minutes`} {...form.field("minutes")} />
      </FieldRow>
      <FieldRow>
        <DateField
          label={props.isChange ? t`Changes from` : t`First day`}
          {...form.field("startsOn")}
        />
        <DateField label={t`Last day`} optional {...form.field("endsOn")} />
      </FieldRow>
      <FieldRow>
        <PickField label={t`Led by`} choices={choices.staff} {...form.field("leadId")} />
        <PickField
          label={t`Together with`}
          optional
          clearable
          choices={choices.staff}
          {...form.field("coId")}
        />
      </FieldRow>
      <CheckField label={t`People may take part by video`} {...form.field("hasVideo")} />
      <TextField
        label={t`Name for the public`}
        hint={t`Without abbreviations, for somebody who looks for help. If it is empty, they read the name above.`}
        optional
        maxLength={80}
        {...form.field("publicName")}
      />
    </>
  );
};
