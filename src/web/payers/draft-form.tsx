import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeContractVersion, draftContractVersion } from "#domain/payers/contract.api.ts";
import type { Contract, ContractVersion } from "#domain/payers/contract.ts";
import { ClaimFields } from "#web/payers/claim-fields.tsx";
import { contractWords } from "#web/payers/contract-words.ts";
import { DayFields } from "#web/payers/day-fields.tsx";
import { checkDraft, serviceProblems, type DraftValues } from "#web/payers/draft-check.ts";
import { ModifiersFields } from "#web/payers/modifier-fields.tsx";
import { NeedFields } from "#web/payers/need-fields.tsx";
import { ServicesFields } from "#web/payers/service-fields.tsx";
import { termsOf, termsValues } from "#web/payers/terms-values.ts";
import { TermsAtOnce } from "#web/payers/terms-view.tsx";
import { useAddress } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { FormSection, FormSections } from "#web/ui/form-section.tsx";
import { FieldRow, Form } from "#web/ui/form.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type DraftForm = FormState<DraftValues>;

const WhenFields = (props: { readonly form: DraftForm }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <FieldRow>
        <DateField label={t`From`} {...form.field("effectiveFrom")} />
        <DateField
          label={t`Last day`}
          optional
          hint={t`Empty: until the next version.`}
          {...form.field("effectiveTo")}
        />
      </FieldRow>
      <TextField
        label={t`Where it is written`}
        hint={t`The agreement, the exhibit, the manual’s chapter, the letter and its date.`}
        maxLength={400}
        {...form.field("source")}
      />
    </>
  );
};

const Sections = (props: { readonly form: DraftForm }): ReactNode => {
  const { form } = props;
  // Asked for once something was refused: nobody is told of mistakes while typing the first time.
  const problems = form.refusals > 0 ? serviceProblems(form.values) : {};
  const services = form.field("services");
  return (
    <FormSections
      beside={
        <>
          <FormSection title={<Trans>The claim</Trans>}>
            <ClaimFields form={form} />
          </FormSection>
          <FormSection title={<Trans>What must be there</Trans>}>
            <NeedFields form={form} />
          </FormSection>
          <FormSection
            title={<Trans>Modifiers</Trans>}
            hint={<Trans>in this order after the code’s own, four at most</Trans>}
          >
            <ModifiersFields rows={form.field("modifiers")} />
          </FormSection>
          <FormSection title={<Trans>What this says</Trans>}>
            <TermsAtOnce terms={termsOf(form.values)} />
          </FormSection>
        </>
      }
    >
      <FormSection title={<Trans>When it holds</Trans>}>
        <WhenFields form={form} />
      </FormSection>
      <FormSection title={<Trans>What a day is worth</Trans>}>
        <DayFields form={form} />
      </FormSection>
      <FormSection title={<Trans>Each service</Trans>}>
        {services.error !== undefined && <ErrorPanel>{services.error}</ErrorPanel>}
        <ServicesFields rows={services} hasPerDiem={form.values.hasPerDiem} problems={problems} />
      </FormSection>
    </FormSections>
  );
};

const DraftFields = (props: {
  readonly form: DraftForm;
  readonly contract: Contract;
}): ReactNode => {
  const { form, contract } = props;
  const { go } = useAddress();
  const cancel = (): void => {
    form.reset();
    go(paths.contract(contract.id));
  };
  return (
    <Form
      wide
      form={form}
      submit={<Trans>Save draft</Trans>}
      actions={
        <Button onPress={cancel}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Sections form={form} />
    </Form>
  );
};

/** After saving one stands before the draft, not before the version that is in force. */
const useSaving = (contractId: string) => {
  const { t } = useLingui();
  const { go } = useAddress();
  return {
    done: t`Draft saved. It bills nothing yet.`,
    onDone: ({ id }: Pick<ContractVersion, "id">) =>
      go(`${paths.contract(contractId)}?version=${id}`),
    words: contractWords,
    changes: ["contract"],
    failureShownInPlace: true,
  };
};

/** Drafts the next version; it begins with what the one before it says. */
export const NewDraftForm = (props: {
  readonly contract: Contract;
  readonly values: DraftValues;
}): ReactNode => {
  const { contract, values } = props;
  const act = useAct(draftContractVersion, useSaving(contract.id));
  const form = useForm<DraftValues, typeof draftContractVersion>({
    id: `contract-draft-${contract.id}`,
    initial: values,
    act,
    toInput: ({ effectiveFrom, effectiveTo, source, ...terms }) => ({
      contractId: contract.id,
      effectiveFrom,
      effectiveTo,
      source,
      terms: termsOf({ ...terms }),
    }),
    check: checkDraft,
  });
  return <DraftFields form={form} contract={contract} />;
};

/** Changes a draft. */
export const ChangeDraftForm = (props: {
  readonly contract: Contract;
  readonly version: ContractVersion;
}): ReactNode => {
  const { contract, version } = props;
  const act = useAct(changeContractVersion, useSaving(contract.id));
  const form = useForm<DraftValues, typeof changeContractVersion>({
    id: `contract-version-${version.id}`,
    initial: draftValues(version),
    act,
    toInput: ({ effectiveFrom, effectiveTo, source, ...terms }) => ({
      contractVersionId: version.id,
      version: version.version,
      effectiveFrom,
      effectiveTo,
      source,
      terms: termsOf({ ...terms }),
    }),
    check: checkDraft,
  });
  return <DraftFields form={form} contract={contract} />;
};

/** A version as it is typed. */
export const draftValues = (
  version: Pick<ContractVersion, "terms" | "effectiveFrom" | "effectiveTo" | "source">,
): DraftValues => ({
  ...termsValues(version.terms),
  effectiveFrom: version.effectiveFrom,
  effectiveTo: version.effectiveTo ?? "",
  source: version.source,
});
