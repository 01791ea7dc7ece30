import { useId, type ReactNode } from "react";
import styles from "#web/ui/patient/choice-list.module.css";

/** One of a few, each a line for the thumb. */
export const ChoiceList = <V extends string>(props: {
  readonly label: ReactNode;
  readonly choices: readonly {
    readonly value: V;
    readonly label: string;
    readonly lang?: string;
  }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}): ReactNode => {
  const id = useId();
  return (
    <fieldset className={styles["list"]}>
      <legend>{props.label}</legend>
      {props.choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={id}
            checked={choice.value === props.value}
            onChange={() => props.onChange(choice.value)}
          />
          <span lang={choice.lang}>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
};
