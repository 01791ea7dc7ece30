import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { TextField } from "#web/ui/text-field.tsx";

const unchanged = (): void => {};

/** The account a password belongs to. Shown and not typed, so that a password manager files both together. */
export const AccountEmailField = (props: { readonly email: string }): ReactNode => {
  const { t } = useLingui();
  return (
    <TextField
      label={t`E-mail`}
      kind="email"
      name="email"
      autoComplete="username"
      value={props.email}
      onChange={unchanged}
      readOnly
    />
  );
};
