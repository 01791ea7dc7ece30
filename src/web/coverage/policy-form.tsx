import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { usStates } from "#domain/basics/us-address.ts";
import { addCoverage, changeCoverage } from "#domain/coverage/coverage.api.ts";
import { relations, type Coverage } from "#domain/coverage/coverage.ts";
import { sexesAtBirth } from "#domain/patients/patient.ts";
import { listPayers } from "#domain/payers/payer.api.ts";
import {
  coverageWords,
  policyFieldWords,
  relationWords,
  sexWords,
} from "#web/coverage/coverage-words.ts";
import {
  checkPolicy,
  emptyPolicy,
  policyFactsOf,
  policyValues,
  type PolicyValues,
} from "#web/coverage/policy-values.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type FormOfPolicy = Pick<FormState<PolicyValues>, "field" | "values">;

/** Whoever holds the policy, as the payer knows them: asked only where it is not the person in care. */
const HolderFields = (props: { readonly form: FormOfPolicy }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <FieldRow>
        <TextField label={t`First name of the holder`} {...form.field("subscriberGivenName")} />
        <TextField label={t`Middle name`} optional {...form.field("subscriberMiddleName")} />
      </FieldRow>
      <FieldRow>
        <TextField label={t`Family name of the holder`} {...form.field("subscriberFamilyName")} />
        <TextField label={t`Suffix`} optional {...form.field("subscriberSuffix")} />
      </FieldRow>
      <FieldRow>
        <DateField label={t`Birthday`} optional {...form.field("subscriberBirthDate")} />
        <SelectField
          label={t`Sex`}
          optional
          none={t`not said`}
          choices={useChoices(sexesAtBirth, sexWords)}
          {...form.field("subscriberSex")}
        />
      </FieldRow>
      <TextField label={t`Street`} optional {...form.field("street")} />
      <FieldRow>
        <TextField label={t`Apartment or floor`} optional {...form.field("unit")} />
        <TextField label={t`City`} optional {...form.field("city")} />
      </FieldRow>
      <FieldRow>
        <PickField
          label={t`State`}
          optional
          clearable
          choices={usStates.map((state) => ({ value: state, label: state }))}
          {...form.field("state")}
        />
        <TextField label={t`ZIP code`} optional inputMode="numeric" {...form.field("postalCode")} />
      </FieldRow>
    </>
  );
};

const PolicyFields = (props: { readonly form: FormOfPolicy }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const payers = useRead(listPayers, {});
  return (
    <>
      <PickField
        label={t`Payer`}
        choices={(payers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("payerId")}
      />
      <FieldRow>
        <TextField label={t`Member number`} maxLength={40} {...form.field("memberNumber")} />
        <TextField label={t`Group number`} optional {...form.field("groupNumber")} />
      </FieldRow>
      <FieldRow>
        <TextField label={t`Plan`} optional {...form.field("planName")} />
        <DateField label={t`Holds from`} {...form.field("effectiveFrom")} />
      </FieldRow>
      <SelectField
        label={t`Whose policy it is`}
        choices={useChoices(relations, relationWords)}
        {...form.field("relationToSubscriber")}
      />
      {form.values.relationToSubscriber !== "self" && <HolderFields form={form} />}
    </>
  );
};

const serverNames = {
  subscriberName: "subscriberFamilyName",
  "subscriberAddress.street": "street",
  "subscriberAddress.unit": "unit",
  "subscriberAddress.city": "city",
  "subscriberAddress.postalCode": "postalCode",
} as const;

/** Adds a policy; it pays behind those that hold at the same time, until somebody puts them in another order. */
export const AddPolicyForm = (props: {
  readonly patientId: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, onClose } = props;
  const act = useAct(addCoverage, {
    done: t`Policy added.`,
    onDone: onClose,
    words: coverageWords,
    changes: ["chart"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `policy-new-${patientId}`,
    initial: emptyPolicy,
    act,
    toInput: (values) => ({ patientId, ...policyFactsOf(values) }),
    check: checkPolicy,
    serverNames,
  });
  return (
    <PanelForm form={form} submit={<Trans>Add policy</Trans>} onClose={onClose}>
      <PolicyFields form={form} />
    </PanelForm>
  );
};

/** Puts a policy right. What stood there before stays in its history. */
export const ChangePolicyForm = (props: {
  readonly policy: Coverage;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { policy, refresh, onClose } = props;
  const act = useAct(changeCoverage, {
    done: t`Saved.`,
    onDone: onClose,
    words: coverageWords,
    changes: ["chart"],
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: `policy-${policy.id}`,
    record: policy,
    refresh,
    valuesOf: policyValues,
    act,
    toInput: (values, base) => ({
      coverageId: base.id,
      version: base.version,
      ...changedFields(policyFactsOf(values), policyFactsOf(policyValues(base))),
    }),
    check: checkPolicy,
    serverNames,
  });
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={onClose}>
      <Disagreements fields={form.disagreements} words={policyFieldWords} />
      <PolicyFields form={form} />
    </PanelForm>
  );
};
