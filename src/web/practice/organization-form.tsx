import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { changeOrganization } from "#domain/practice/organization.api.ts";
import {
  organizationProblems,
  patientWords,
  type Organization,
  type PatientWord,
} from "#domain/practice/organization.ts";
import { useAct } from "#web/platform/use-act.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import type { FieldProblems, FormState } from "#web/platform/use-form.ts";
import { factWords, sayFact } from "#web/practice/fact-words.ts";
import { made, missingOf, npiProblem } from "#web/practice/form-checks.ts";
import { NpiField } from "#web/practice/npi-field.tsx";
import { patientWordWords } from "#web/practice/organization-words.ts";
import { practiceWords } from "#web/practice/practice-words.ts";
import { ZoneField } from "#web/practice/zone-field.tsx";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { CheckField } from "#web/ui/check-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type OrganizationValues = {
  readonly name: string;
  readonly npi: string;
  readonly taxId: string;
  readonly phone: string;
  readonly crisisPhone: string;
  readonly zone: string;
  readonly patientWord: PatientWord | "";
  readonly isListed: boolean;
};

const shownPhone = (digits: string | null): string => (digits === null ? "" : spokenPhone(digits));

const valuesOf = (organization: Organization): OrganizationValues => ({
  name: organization.name,
  npi: organization.npi ?? "",
  taxId: organization.taxId ?? "",
  phone: shownPhone(organization.phone),
  crisisPhone: shownPhone(organization.crisisPhone),
  zone: organization.zone,
  patientWord: organization.patientWord,
  isListed: organization.isListed,
});

const factsOf = ({ patientWord, ...rest }: OrganizationValues) => ({
  ...rest,
  patientWord: made(patientWord),
});

const check = (values: OrganizationValues): FieldProblems => ({
  ...organizationProblems({
    isListed: values.isListed,
    phone: values.phone.trim() || null,
    crisisPhone: values.crisisPhone.trim() || null,
  }),
  ...missingOf(values, ["name", "zone"]),
  ...npiProblem(values.npi),
});

const Fields = (props: { readonly form: FormState<OrganizationValues> }): ReactNode => {
  const { t, i18n } = useLingui();
  const { form } = props;
  return (
    <>
      <TextField label={t`Name`} autoFocus maxLength={120} {...form.field("name")} />
      <TextField
        label={t`Crisis line`}
        kind="tel"
        optional
        hint={t`Your own line for a crisis. Shown beside 988 on every page for the people in care.`}
        {...form.field("crisisPhone")}
      />
      <TextField label={t`Phone`} kind="tel" optional {...form.field("phone")} />
      <NpiField
        {...form.field("npi")}
        about={
          <Trans>
            Of the organization (type 2). Copies of records carry it; claims that of their billing
            provider.
          </Trans>
        }
      />
      <TextField
        label={t`Tax ID`}
        optional
        inputMode="numeric"
        maxLength={11}
        hint={t`Claims carry that of their billing provider.`}
        {...form.field("taxId")}
      />
      <ZoneField {...form.field("zone")} />
      <SelectField
        label={t`Word for the people in care`}
        choices={patientWords.map((word) => ({
          value: word,
          label: i18n._(patientWordWords[word]),
        }))}
        hint={t`Screens and letters use it.`}
        {...form.field("patientWord")}
      />
      <CheckField
        label={t`Shown to the public`}
        hint={t`Lists the organization on the public pages. Needs a phone and a crisis line.`}
        {...form.field("isListed")}
      />
    </>
  );
};

/** Changes what is said of the organization. */
export const OrganizationForm = (props: {
  readonly organization: Organization;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const act = useAct(changeOrganization, {
    done: t`Saved.`,
    onDone: props.onClose,
    words: practiceWords,
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: "organization",
    record: props.organization,
    refresh: props.refresh,
    valuesOf,
    act,
    toInput: (values, base) => ({
      version: base.version,
      ...changedFields(factsOf(values), factsOf(valuesOf(base))),
    }),
    check,
  });
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={props.onClose}>
      <Disagreements
        fields={form.disagreements}
        words={factWords}
        sayFact={sayFact}
        problem={act.problem}
      />
      <Fields form={form} />
    </PanelForm>
  );
};
