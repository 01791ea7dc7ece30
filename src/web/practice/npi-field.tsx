import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isNpi } from "#domain/basics/npi.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { TextField } from "#web/ui/text-field.tsx";

const Hint = (props: { readonly digits: string; readonly about: ReactNode }): ReactNode => {
  const missing = 10 - props.digits.length;
  if (props.digits === "") return props.about;
  if (missing > 0) return <Plural value={missing} one="# more digit" other="# more digits" />;
  return isNpi(props.digits) ? <Trans>The check digit fits.</Trans> : null;
};

/** A National Provider Identifier, its check digit looked at while it is typed. */
export const NpiField = (
  props: FieldBinding<string> & { readonly about?: ReactNode },
): ReactNode => {
  const { t } = useLingui();
  const digits = props.value.replace(/[\s-]/g, "");
  const isWrong = digits.length >= 10 && !isNpi(digits);
  const error = isWrong
    ? t`The check digit does not fit. Compare with the NPI Registry.`
    : undefined;
  return (
    <TextField
      {...props}
      label={t`NPI`}
      optional
      inputMode="numeric"
      maxLength={14}
      hint={<Hint digits={digits} about={props.about} />}
      error={error ?? props.error}
    />
  );
};
