import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { passwordLength } from "#domain/access/password-rules.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { PasswordField } from "#web/ui/password-field.tsx";

/** A password that is being chosen. It can be shown, so it is asked for once. */
export const NewPasswordField = (
  props: FieldBinding<string> & { readonly autoFocus?: boolean },
): ReactNode => {
  const { t } = useLingui();
  return (
    <PasswordField
      label={t`New password`}
      hint={
        <Trans>
          {passwordLength.least} characters or more. A short sentence is good; no signs or digits
          are required.
        </Trans>
      }
      autoComplete="new-password"
      {...props}
    />
  );
};
