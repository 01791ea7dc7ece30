import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, type ReactNode } from "react";
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
  const frame = useRef<HTMLDivElement>(null);
  const here = props.stops.find(({ state }) => state === "here")?.name;
  // Where the line is wider than the screen, it begins at where the person is.
  useEffect(() => {
    const step = frame.current?.querySelector<HTMLElement>("[aria-current=step]");
    if (!frame.current || !step) return;
    const middle = (frame.current.clientWidth - step.clientWidth) / 2;
    frame.current.scrollLeft = step.offsetLeft - frame.current.offsetLeft - middle;
  }, [here]);
  const states = { done: t`done`, here: t`here now`, needs: t`needs something`, ahead: t`ahead` };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by the keyboard
    <div ref={frame} className={styles["frame"]} tabIndex={0} role="group" aria-label={props.label}>
      <ol className={styles["spine"]} data-drawing>
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
