import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { authorizationUnits } from "#domain/payers/authorization-unit.ts";
import { renderingWords } from "#web/payers/choice-words.ts";
import { authorizationUnitWords } from "#web/payers/contract-words.ts";
import type { DraftValues } from "#web/payers/draft-check.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import type { FormState } from "#web/platform/use-form.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** Diagnoses, authorization, and which people a claim names. */
export const NeedFields = (props: { readonly form: FormState<DraftValues> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const counted = useChoices(authorizationUnits, authorizationUnitWords);
  const rendering = useChoices(["lead", "supervisor", "none"] as const, renderingWords);
  return (
    <>
      <FieldRow>
        <TextField
          label={t`The first diagnosis begins with`}
          optional
          hint={t`Any of these, like F10 F11. Empty: any.`}
          {...form.field("primaryPrefixes")}
        />
        <NumberField label={t`Diagnoses, at most`} {...form.field("mostDiagnoses")} />
      </FieldRow>
      <CheckField label={t`An authorization is needed`} {...form.field("needsAuthorization")} />
      {form.values.needsAuthorization && (
        <SelectField
          label={t`It counts`}
          choices={counted}
          {...form.field("authorizationUnit")}
          onChange={(next) => next !== "" && form.set({ authorizationUnit: next })}
        />
      )}
      <SelectField
        label={t`Rendering provider`}
        choices={rendering}
        {...form.field("rendering")}
        onChange={(next) => next !== "" && form.set({ rendering: next })}
      />
      <CheckField label={t`The supervisor is named`} {...form.field("supervising")} />
      <CheckField label={t`The attending provider is named`} {...form.field("attending")} />
      <CheckField
        label={t`The service facility is named where it is another address`}
        {...form.field("serviceFacility")}
      />
    </>
  );
};
