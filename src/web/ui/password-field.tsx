import { useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import { HideIcon, ShowIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/field.module.css";

export interface PasswordFieldProps extends FieldFrameProps, FieldBinding<string> {
  readonly autoComplete: "current-password" | "new-password";
  readonly autoFocus?: boolean;
}

/** A password that can be shown while it is typed. Pasting and password managers work. */
export const PasswordField = (props: PasswordFieldProps): ReactNode => {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  const Icon = shown ? HideIcon : ShowIcon;
  return (
    <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      {(tied) => (
        <div className={styles["secret"]}>
          <input
            {...tied}
            className={styles["input"]}
            name={props.name}
            type={shown ? "text" : "password"}
            value={props.value}
            onChange={(event) => props.onChange(event.target.value)}
            autoComplete={props.autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={props.autoFocus}
          />
          <button
            type="button"
            aria-pressed={shown}
            aria-label={shown ? t`Hide password` : t`Show password`}
            onClick={() => setShown(!shown)}
          >
            <Icon size={18} stroke={1.75} aria-hidden />
          </button>
        </div>
      )}
    </FieldFrame>
  );
};
