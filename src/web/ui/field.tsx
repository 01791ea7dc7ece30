import { Trans } from "@lingui/react/macro";
import { useId, type ReactNode } from "react";
import { RiskIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/field.module.css";

export interface FieldFrameProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Said beside the label; fields are required unless they say this. */
  readonly optional?: boolean;
}

/** What an operated element needs to be tied to its label, hint and error. */
export interface Tied {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
  readonly "aria-required": true | undefined;
}

/** Label above, hint under it, error beneath: the frame of every field. */
export const FieldFrame = (
  props: FieldFrameProps & { readonly children: (tied: Tied) => ReactNode },
): ReactNode => {
  const id = useId();
  const described = [props.hint ? `${id}-hint` : "", props.error ? `${id}-error` : ""];
  return (
    <div className={styles["field"]}>
      <label className={styles["label"]} htmlFor={id}>
        {props.label}
        {props.optional && (
          <span className={styles["optional"]}>
            <Trans>optional</Trans>
          </span>
        )}
      </label>
      {props.children({
        id,
        "aria-describedby": described.filter(Boolean).join(" ") || undefined,
        "aria-invalid": props.error ? true : undefined,
        "aria-required": props.optional ? undefined : true,
      })}
      <FieldNotes id={id} hint={props.hint} error={props.error} />
    </div>
  );
};

/** The hint and the error of a field, with the ids that tie them to it. */
export const FieldNotes = (props: {
  readonly id: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}): ReactNode => (
  <>
    {props.error && (
      <span id={`${props.id}-error`} className={styles["error"]}>
        <RiskIcon size={14} stroke={2} aria-hidden />
        {props.error}
      </span>
    )}
    {props.hint && (
      <span id={`${props.id}-hint`} className={styles["hint"]}>
        {props.hint}
      </span>
    )}
  </>
);
