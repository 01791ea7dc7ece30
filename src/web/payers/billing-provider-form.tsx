import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import {
  changeBillingProvider,
  createBillingProvider,
} from "#domain/payers/billing-provider.api.ts";
import { fileUsages, type BillingProvider } from "#domain/payers/billing-provider.ts";
import { usStates } from "#domain/basics/us-address.ts";
import { listSites } from "#domain/practice/site.api.ts";
import {
  checkProvider,
  emptyProvider,
  providerFactsOf,
  providerValues,
  type ProviderValues,
} from "#web/payers/billing-provider-values.ts";
import { contractWords, usageWords } from "#web/payers/contract-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { FormPart } from "#web/ui/form-section.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type ProviderForm = FormState<ProviderValues>;

/** Loop 2010AA: who is paid. */
const IdentityFields = (props: { readonly form: ProviderForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <TextField
        label={t`Name`}
        hint={t`As it is registered with the NPI.`}
        maxLength={60}
        {...form.field("name")}
      />
      <FieldRow>
        <TextField label={t`NPI`} inputMode="numeric" maxLength={14} {...form.field("npi")} />
        <TextField
          label={t`Taxonomy`}
          hint={t`Like 261QR0405X.`}
          maxLength={10}
          {...form.field("taxonomy")}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          label={t`Tax number`}
          choices={[
            { value: "ein", label: t`Employer (EIN)` },
            { value: "ssn", label: t`Person (SSN)` },
          ]}
          {...form.field("taxIdKind")}
        />
        <TextField
          label={t`Number`}
          hint={t`Nine digits.`}
          inputMode="numeric"
          maxLength={11}
          {...form.field("taxId")}
        />
      </FieldRow>
    </>
  );
};

const PlaceFields = (props: { readonly form: ProviderForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <FormPart>
      <TextField
        label={t`Street`}
        hint={t`Where the program is. A post office box is not taken here.`}
        maxLength={55}
        {...form.field("street")}
      />
      <TextField label={t`Suite or floor`} optional maxLength={55} {...form.field("unit")} />
      <TextField label={t`City`} maxLength={30} {...form.field("city")} />
      <FieldRow>
        <SelectField
          label={t`State`}
          choices={usStates.map((state) => ({ value: state, label: state }))}
          {...form.field("state")}
        />
        <TextField
          label={t`ZIP code`}
          hint={t`All nine digits.`}
          inputMode="numeric"
          maxLength={10}
          {...form.field("postalCode")}
        />
      </FieldRow>
      <FieldRow>
        <TextField label={t`Whom payers may call`} maxLength={60} {...form.field("contactName")} />
        <TextField label={t`Phone`} kind="tel" {...form.field("phone")} />
      </FieldRow>
    </FormPart>
  );
};

/** Loops 1000A and 1000B: who sends, and to whom. */
const WayFields = (props: { readonly form: ProviderForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <FormPart>
      <TextField
        label={t`Clearinghouse`}
        hint={t`Who receives the files.`}
        maxLength={60}
        {...form.field("receiverName")}
      />
      <FieldRow>
        <TextField label={t`Their id`} maxLength={15} {...form.field("receiverId")} />
        <TextField label={t`Your id with them`} maxLength={15} {...form.field("submitterId")} />
      </FieldRow>
      <SelectField
        label={t`Files are`}
        choices={useChoices(fileUsages, usageWords)}
        {...form.field("usage")}
      />
    </FormPart>
  );
};

const ProviderFields = (props: {
  readonly form: ProviderForm;
  readonly submit: ReactNode;
  readonly onClose: () => void;
  readonly before?: ReactNode;
}): ReactNode => {
  const { form } = props;
  return (
    <PanelForm form={form} submit={props.submit} onClose={props.onClose}>
      {props.before}
      <IdentityFields form={form} />
      <PlaceFields form={form} />
      <WayFields form={form} />
    </PanelForm>
  );
};

/** Says who bills for the organization, or for one site. */
export const AddBillingProviderForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const sites = useRead(listSites, { limit: 200 });
  const act = useAct(createBillingProvider, {
    done: t`Saved.`,
    onDone: props.onClose,
    words: contractWords,
    failureShownInPlace: true,
  });
  const form = useForm<ProviderValues, typeof createBillingProvider>({
    id: "billing-provider-new",
    initial: emptyProvider,
    act,
    toInput: (values) => ({ ...providerFactsOf(values), siteId: values.siteId }),
    check: checkProvider,
  });
  return (
    <ProviderFields
      form={form}
      submit={<Trans>Save</Trans>}
      onClose={props.onClose}
      before={
        <SelectField
          label={t`For`}
          optional
          none={t`Every site that does not bill by itself`}
          choices={(sites.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("siteId")}
        />
      }
    />
  );
};

/** Changes what is said of who bills. Claims that were built keep what they said. */
export const ChangeBillingProviderForm = (props: {
  readonly provider: BillingProvider;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { provider } = props;
  const act = useAct(changeBillingProvider, {
    done: t`Saved. Claims that were built keep what they said.`,
    onDone: props.onClose,
    words: contractWords,
    failureShownInPlace: true,
  });
  const form = useForm<ProviderValues, typeof changeBillingProvider>({
    id: `billing-provider-${provider.id}`,
    initial: providerValues(provider),
    act,
    toInput: (values) => ({
      billingProviderId: provider.id,
      version: provider.version,
      ...providerFactsOf(values),
    }),
    check: checkProvider,
  });
  return <ProviderFields form={form} submit={<Trans>Save</Trans>} onClose={props.onClose} />;
};
