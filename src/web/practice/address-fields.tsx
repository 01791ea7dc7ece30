import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { stateChoices, type UsState } from "#web/practice/us-state-names.ts";
import { FieldRow } from "#web/ui/form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** A street address, in the order in which it is written on a letter. */
export const AddressFields = (props: {
  readonly street: FieldBinding<string>;
  readonly unit: FieldBinding<string>;
  readonly city: FieldBinding<string>;
  readonly state: FieldBinding<UsState | "">;
  readonly postalCode: FieldBinding<string>;
}): ReactNode => {
  const { t } = useLingui();
  return (
    <>
      <TextField label={t`Street`} {...props.street} />
      <TextField label={t`Suite or floor`} optional {...props.unit} />
      <TextField label={t`City`} {...props.city} />
      <FieldRow>
        <PickField label={t`State`} choices={stateChoices} {...props.state} />
        <TextField label={t`ZIP code`} inputMode="numeric" maxLength={10} {...props.postalCode} />
      </FieldRow>
    </>
  );
};
