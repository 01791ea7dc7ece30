import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { admissionSources, admissionTypes } from "#domain/admissions/admission-terms.ts";
import { authorizationUnits } from "#domain/payers/authorization-unit.ts";
import { relations } from "#domain/coverage/coverage.ts";
import type { FormState } from "#web/platform/use-form.ts";
import {
  isAuthorizing,
  type AdmissionValues,
  type Choices,
  type Place,
} from "#web/charting/plan-admission-values.ts";
import { relationWords, sourceWords, typeWords, unitWords } from "#web/charting/plan-words.ts";
import { Button } from "#web/ui/button.tsx";
import { ChoiceField } from "#web/ui/choice-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { FormPart } from "#web/ui/form-section.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { NumberField } from "#web/ui/number-field.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

interface Part {
  readonly form: FormState<AdmissionValues>;
  readonly choices: Choices;
}

const named = (some: readonly { readonly id: string; readonly name: string }[]) =>
  some.map(({ id, name }) => ({ value: id, label: name }));

/** Into which track, at which level, from when, and how it came about. Choosing a track proposes its only level. */
export const StayFields = ({ form, choices }: Part): ReactNode => {
  const { t, i18n } = useLingui();
  const track = form.field("trackId");
  const levels = choices.tracks.find(({ id }) => id === track.value)?.levels ?? [];
  const chooseTrack = (trackId: string): void => {
    const offered = choices.tracks.find(({ id }) => id === trackId)?.levels ?? [];
    const kept = offered.find(({ id }) => id === form.values.levelOfCareId);
    const proposed = kept ?? (offered.length === 1 ? offered[0] : undefined);
    form.set({ trackId, levelOfCareId: proposed?.id ?? "" });
  };
  return (
    <>
      <PickField
        label={t`Program and track`}
        autoFocus={form.values.trackId === ""}
        choices={choices.tracks.map(({ id, name, program, siteName }) => ({
          value: id,
          label: `${program.name} · ${name} · ${siteName}`,
        }))}
        {...track}
        onChange={chooseTrack}
      />
      <ChoiceField
        label={t`Level of care`}
        choices={named(levels)}
        nothing={<Trans>Choose the track first.</Trans>}
        {...form.field("levelOfCareId")}
      />
      <FieldRow>
        <PickField
          label={t`Sent by`}
          choices={admissionSources.map((code) => ({
            value: code,
            label: i18n._(sourceWords[code]),
          }))}
          {...form.field("admissionSource")}
        />
        <PickField
          label={t`Primary therapist`}
          optional
          clearable
          choices={named(choices.therapists)}
          {...form.field("therapistStaffId")}
        />
      </FieldRow>
      <FieldRow>
        <DateField
          label={t`First day`}
          earliest={choices.patient.birthDate}
          {...form.field("admittedOn")}
        />
        <SelectField
          label={t`Kind of admission`}
          choices={admissionTypes.map((code) => ({ value: code, label: i18n._(typeWords[code]) }))}
          {...form.field("admissionType")}
        />
      </FieldRow>
      <PickField
        label={t`Attending`}
        optional
        clearable
        choices={named(choices.attending)}
        {...form.field("attendingStaffId")}
      />
    </>
  );
};

const NewPolicy = ({ form }: Pick<Part, "form">): ReactNode => {
  const { t, i18n } = useLingui();
  return (
    <>
      <FieldRow>
        <TextField label={t`Member number`} maxLength={40} {...form.field("memberNumber")} />
        <DateField
          label={t`In force since`}
          optional
          hint={t`Left empty: from the first day of the stay.`}
          {...form.field("effectiveFrom")}
        />
      </FieldRow>
      <ChoiceField
        label={t`Whose policy`}
        choices={relations.map((code) => ({ value: code, label: i18n._(relationWords[code]) }))}
        {...form.field("relationToSubscriber")}
      />
      {form.values.relationToSubscriber !== "" && form.values.relationToSubscriber !== "self" && (
        <TextField
          label={t`Name of the subscriber`}
          maxLength={120}
          {...form.field("subscriberName")}
        />
      )}
    </>
  );
};

const AuthorizationFields = (
  props: Pick<Part, "form"> & { readonly autoFocus: boolean },
): ReactNode => {
  const { form, autoFocus } = props;
  const { t, i18n } = useLingui();
  return (
    <FormPart>
      <FieldRow>
        <TextField
          label={t`Authorization number`}
          autoFocus={autoFocus}
          maxLength={50}
          {...form.field("number")}
        />
        <NumberField label={t`Units`} {...form.field("units")} />
        <SelectField
          label={t`Counted in`}
          choices={authorizationUnits.map((code) => ({
            value: code,
            label: i18n._(unitWords[code]),
          }))}
          {...form.field("unit")}
        />
      </FieldRow>
      <FieldRow>
        <DateField label={t`From`} {...form.field("startsOn")} />
        <DateField label={t`Through`} {...form.field("endsOn")} />
      </FieldRow>
    </FormPart>
  );
};

/** What the payer allowed already: asked only of whoever has it. */
const Authorization = ({ form }: Pick<Part, "form">): ReactNode => {
  const [isAsked, setAsked] = useState(false);
  if (isAsked || isAuthorizing(form.values))
    return <AuthorizationFields form={form} autoFocus={isAsked} />;
  return (
    <div>
      <Button kind="quiet" size="small" icon={AddIcon} onPress={() => setAsked(true)}>
        <Trans>Add an authorization</Trans>
      </Button>
    </div>
  );
};

/** Policies on file, payers of a policy that is new, or nobody: one question. */
const WhoPays = ({ form, choices }: Part): ReactNode => {
  const { t } = useLingui();
  const { coverageId, payerId } = form.values;
  const isOnFile = choices.coverages.length > 0;
  const choose = (id: string): void => {
    const isPayer = choices.payers.some((payer) => payer.id === id);
    form.set(isPayer ? { coverageId: "new", payerId: id } : { coverageId: id, payerId: "" });
  };
  return (
    <PickField
      label={t`Who pays`}
      placeholder={t`Payer, or they themselves`}
      choices={[
        ...choices.coverages.map(({ id, payer, memberNumber }) => ({
          value: id,
          label: `${payer.name} · ${memberNumber}`,
        })),
        ...choices.payers.map(({ id, name }) => ({
          value: id,
          label: isOnFile ? t`${name} · another policy` : name,
        })),
        { value: "none", label: t`They pay themselves` },
      ]}
      {...form.field("coverageId")}
      value={coverageId === "new" ? payerId : coverageId}
      onChange={choose}
    />
  );
};

/** The policy that pays and what it allowed; who pays themselves says so. */
export const CoverageFields = ({ form, choices }: Part): ReactNode => {
  const { coverageId } = form.values;
  return (
    <>
      <WhoPays form={form} choices={choices} />
      {coverageId === "new" && <NewPolicy form={form} />}
      {coverageId !== "" && coverageId !== "none" && <Authorization form={form} />}
    </>
  );
};

/** One goal with its first objective. The words are the patient's and the clinician's: nothing is proposed. */
export const GoalFields = (props: {
  readonly form: FormState<AdmissionValues>;
  readonly place: Place;
  readonly autoFocus?: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { form, place, autoFocus = false } = props;
  return (
    <>
      <TextField
        label={t`Problem`}
        autoFocus={autoFocus}
        maxLength={200}
        {...form.field(`problem${place}`)}
      />
      <TextField
        label={t`Goal, in their own words`}
        maxLength={300}
        {...form.field(`statement${place}`)}
      />
      <FieldRow>
        <TextField
          label={t`First objective`}
          hint={t`A step that can be seen done.`}
          maxLength={300}
          {...form.field(`objective${place}`)}
        />
        <DateField
          label={t`By`}
          optional
          earliest={form.values.admittedOn}
          {...form.field(`target${place}`)}
        />
      </FieldRow>
    </>
  );
};
