import { useId, type ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldNotes } from "#web/ui/field.tsx";
import styles from "#web/ui/field.module.css";

/** Yes or no, with the sentence beside the box. */
export const CheckField = (
  props: FieldBinding<boolean> & {
    readonly label: ReactNode;
    readonly hint?: ReactNode;
    readonly disabled?: boolean;
  },
): ReactNode => {
  const id = useId();
  return (
    <div className={styles["field"]}>
      <label className={styles["check"]}>
        <input
          type="checkbox"
          name={props.name}
          checked={props.value}
          disabled={props.disabled}
          aria-describedby={props.hint ? `${id}-hint` : undefined}
          aria-invalid={props.error ? true : undefined}
          onChange={(event) => props.onChange(event.target.checked)}
        />
        <span>{props.label}</span>
      </label>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
    </div>
  );
};
