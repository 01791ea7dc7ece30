import { useId, type ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldNotes } from "#web/ui/field.tsx";
import type { Choice } from "#web/ui/select-field.tsx";
import styles from "#web/ui/field.module.css";

/** One of a few, all in sight: chosen by one tap, or by the arrows. Nothing is chosen beforehand. */
export const ChoiceField = <V extends string>(
  props: FieldBinding<V | ""> & {
    readonly label: ReactNode;
    readonly hint?: ReactNode;
    readonly choices: readonly Choice<V>[];
    /** Said where there is nothing to choose yet. */
    readonly nothing?: ReactNode;
  },
): ReactNode => {
  const id = useId();
  const notes = [props.hint ? `${id}-hint` : "", props.error ? `${id}-error` : ""];
  return (
    <fieldset
      className={styles["group"]}
      aria-describedby={notes.filter(Boolean).join(" ") || undefined}
    >
      <legend className={styles["label"]}>{props.label}</legend>
      {props.choices.length === 0 ? (
        <span className={styles["hint"]}>{props.nothing}</span>
      ) : (
        <div className={styles["choices"]}>
          {props.choices.map((choice) => (
            <label key={choice.value} className={styles["check"]}>
              <input
                type="radio"
                name={props.name}
                value={choice.value}
                checked={choice.value === props.value}
                onChange={() => props.onChange(choice.value)}
              />
              <span>{choice.label}</span>
            </label>
          ))}
        </div>
      )}
      <FieldNotes id={id} hint={props.hint} error={props.error} />
    </fieldset>
  );
};
