import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { usStates } from "#domain/basics/us-address.ts";
import { signatureMethods, signerRelations } from "#domain/privacy/consent.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import type { FormState } from "#web/platform/use-form.ts";
import { methodWords, signerWords } from "#web/privacy/consent-words.ts";
import type { ConsentValues } from "#web/privacy/consent-values.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** Who else signs, and by the law of which state, where the patient is not of age. */
const MinorSignature = (props: { readonly form: FormState<ConsentValues> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <PickField
        label={t`State of the care`}
        hint={t`Its law says whether a minor signs alone. Left empty, it is the state of your sites.`}
        optional
        clearable
        choices={usStates.map((state) => ({ value: state, label: state }))}
        {...form.field("careState")}
      />
      <TextField label={t`Also signed by`} optional {...form.field("secondSignedBy")} />
      <FieldRow>
        <SelectField
          label={t`Who that is`}
          optional
          none={t`nobody yet`}
          choices={useChoices(signerRelations, signerWords)}
          {...form.field("secondSignerRelation")}
        />
        <DateField label={t`Signed on`} optional {...form.field("secondSignedOn")} />
      </FieldRow>
    </>
  );
};

/** The signatures on a consent: one, and for a minor perhaps two. */
export const ConsentSignature = (props: {
  readonly form: FormState<ConsentValues>;
  readonly isMinor: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <TextField label={t`Signed by`} optional {...form.field("signedBy")} />
      <FieldRow>
        <SelectField
          label={t`Who signs`}
          optional
          none={t`nobody yet`}
          choices={useChoices(signerRelations, signerWords)}
          {...form.field("signerRelation")}
        />
        <SelectField
          label={t`How`}
          optional
          none={t`not yet`}
          choices={useChoices(signatureMethods, methodWords)}
          {...form.field("signatureMethod")}
        />
      </FieldRow>
      <DateField label={t`Signed on`} optional {...form.field("signedOn")} />
      {props.isMinor && <MinorSignature form={form} />}
    </>
  );
};
