import { useId, type ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldNotes } from "#web/ui/field.tsx";
import type { Choice } from "#web/ui/select-field.tsx";
import styles from "#web/ui/field.module.css";

/** Any number of a few, all in sight: roles, days of the week. */
export const ChoicesField = <V extends string>(
  props: FieldBinding<readonly V[]> & {
    readonly label: ReactNode;
    readonly hint?: ReactNode;
    readonly choices: readonly (Choice<V> & { readonly hint?: string })[];
  },
): ReactNode => {
  const id = useId();
  const hasHints = props.choices.some((choice) => choice.hint !== undefined);
  const toggle = (value: V, checked: boolean): void =>
    props.onChange(
      props.choices
        .map((choice) => choice.value)
        .filter((one) => (one === value ? checked : props.value.includes(one))),
    );
  return (
    <fieldset
      className={styles["group"]}
      aria-describedby={props.error ? `${id}-error` : props.hint ? `${id}-hint` : undefined}
    >
      <legend className={styles["label"]}>{props.label}</legend>
      <div className={styles[hasHints ? "listed" : "choices"]}>
        {props.choices.map((choice) => (
          <label key={choice.value} className={styles["check"]}>
            <input
              type="checkbox"
              name={props.name}
              value={choice.value}
              checked={props.value.includes(choice.value)}
              onChange={(event) => toggle(choice.value, event.target.checked)}
            />
            <span>{choice.label}</span>
            {choice.hint && <span className={styles["hint"]}>{choice.hint}</span>}
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
    </fieldset>
  );
};
