import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeConsent, createConsent } from "#domain/privacy/consent.api.ts";
import { consentKinds, recipientKinds, type Consent } from "#domain/privacy/consent.ts";
import {
  disclosurePurposes,
  informationKinds,
  recipientClasses,
} from "#domain/privacy/information.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import {
  classWords,
  informationWords,
  kindWords,
  privacyWords,
  purposeWords,
  recipientKindWords,
} from "#web/privacy/consent-words.ts";
import { ConsentSignature } from "#web/privacy/consent-signature.tsx";
import { consentFactsOf, consentValues, type ConsentValues } from "#web/privacy/consent-values.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const Recipients = (props: { readonly form: FormState<ConsentValues> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const classes = useChoices(recipientClasses, classWords);
  return (
    <>
      <SelectField
        label={t`Recipients are`}
        choices={useChoices(recipientKinds, recipientKindWords)}
        {...form.field("recipientKind")}
      />
      {form.values.recipientKind === "class" ? (
        <ChoicesField label={t`Recipients`} choices={classes} {...form.field("classes")} />
      ) : (
        <TextArea
          label={t`Recipients`}
          hint={t`One a line. An intermediary stands first, its participants below.`}
          rows={2}
          {...form.field("names")}
        />
      )}
    </>
  );
};

const Fields = (props: {
  readonly form: FormState<ConsentValues>;
  readonly isMinor: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const isForAll = form.values.kind === "treatment-payment-operations";
  return (
    <>
      <SelectField
        label={t`For`}
        hint={
          isForAll
            ? t`One consent for care, bills and running the program, now and later.`
            : undefined
        }
        choices={useChoices(consentKinds, kindWords)}
        {...form.field("kind")}
      />
      <TextField
        label={t`Who may tell`}
        hint={t`The program or the people of it, as the paper names them.`}
        {...form.field("discloser")}
      />
      <Recipients form={form} />
      <ChoicesField
        label={t`What may be told`}
        choices={useChoices(informationKinds, informationWords)}
        {...form.field("information")}
      />
      <ChoicesField
        label={t`Purposes`}
        choices={useChoices(disclosurePurposes, purposeWords)}
        {...form.field("purposes")}
      />
      {!form.values.hasNoEnd && (
        <>
          <DateField label={t`Last day`} optional {...form.field("expiresOn")} />
          <TextField
            label={t`Or ends with`}
            hint={t`An event, such as the end of treatment.`}
            optional
            {...form.field("expiresAtEvent")}
          />
        </>
      )}
      <CheckField
        label={t`Names no end: it counts until it is revoked`}
        hint={
          isForAll
            ? undefined
            : t`Only for treatment, payment and operations, or for research alone.`
        }
        {...form.field("hasNoEnd")}
      />
      <CheckField label={t`States the right to revoke it`} {...form.field("statesRevocation")} />
      {isForAll && (
        <>
          <CheckField
            label={t`States that what is told may be told on`}
            {...form.field("statesRedisclosure")}
          />
          <CheckField
            label={t`States what refusing to sign would mean`}
            {...form.field("statesRefusal")}
          />
        </>
      )}
      <ConsentSignature form={form} isMinor={props.isMinor} />
    </>
  );
};

/** Writes down a consent as the paper says it, or mends one that nobody has signed yet. */
export const ConsentForm = (props: {
  readonly patientId: string;
  readonly consent: Consent | null;
  /** The patient is not of age everywhere: who else signs is asked, too. */
  readonly isMinor: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, consent, onClose } = props;
  const options = {
    done: t`Written down.`,
    onDone: onClose,
    words: privacyWords,
    failureShownInPlace: true,
  };
  const create = useAct(createConsent, options);
  const change = useAct(changeConsent, options);
  const shared = {
    initial: consentValues(consent),
    check: (values: ConsentValues) => missingOf(values, ["kind", "recipientKind"]),
    serverNames: { recipients: "names" } as const,
  };
  const adding = useForm({
    ...shared,
    id: `consent-new-${patientId}`,
    act: create,
    toInput: (values) => ({ patientId, ...consentFactsOf(values) }),
  });
  const changing = useForm({
    ...shared,
    id: `consent-${consent?.id ?? "none"}`,
    act: change,
    toInput: (values) => ({
      consentId: consent?.id ?? "",
      version: consent?.version ?? 1,
      ...consentFactsOf(values),
    }),
  });
  const form = consent === null ? adding : changing;
  return (
    <PanelForm form={form} submit={<Trans>Write down</Trans>} onClose={onClose}>
      <Fields form={form} isMinor={props.isMinor} />
    </PanelForm>
  );
};
