import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/spine.module.css";

export interface SpineStop {
  readonly name: string;
  readonly label: ReactNode;
  readonly state: "done" | "here" | "needs" | "ahead";
}

/** The way of a person as a quiet line of dots: behind them solid, ahead of them open, a diamond where something is asked. */
export const Spine = (props: {
  readonly stops: readonly SpineStop[];
  readonly label: string;
}): ReactNode => {
  const { t } = useLingui();
  const states = { done: t`done`, here: t`here now`, needs: t`needs something`, ahead: t`ahead` };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by the keyboard
    <div className={styles["frame"]} tabIndex={0} role="group" aria-label={props.label}>
      <ol className={styles["spine"]}>
        {props.stops.map(({ name, label, state }) => (
          <li
            key={name}
            className={join(styles["step"], styles[state])}
            aria-current={state === "here" ? "step" : undefined}
            title={states[state]}
          >
            {label}
          </li>
        ))}
      </ol>
    </div>
  );
};
