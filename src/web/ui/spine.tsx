import { useEffect, useRef, type ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/spine.module.css";

export interface SpineStop {
  readonly name: string;
  readonly label: ReactNode;
  readonly state: "done" | "here" | "needs" | "ahead" | "unsaid";
  readonly stateLabel: string;
}

/** The way of a person as a quiet line of dots: solid where it is done, open ahead, a diamond where something is asked, a dash where no record says. */
export const Spine = (props: {
  readonly stops: readonly SpineStop[];
  readonly label: string;
}): ReactNode => {
  const frame = useRef<HTMLDivElement>(null);
  const here = props.stops.find(({ state }) => state === "here")?.name;
  // Where the line is wider than the screen, it begins at where the person is.
  useEffect(() => {
    const step = frame.current?.querySelector<HTMLElement>("[aria-current=step]");
    if (!frame.current || !step) return;
    const middle = (frame.current.clientWidth - step.clientWidth) / 2;
    frame.current.scrollLeft = step.offsetLeft - frame.current.offsetLeft - middle;
  }, [here]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by the keyboard
    <div ref={frame} className={styles["frame"]} tabIndex={0} role="group" aria-label={props.label}>
      <ol className={styles["spine"]} data-drawing>
        {props.stops.map(({ name, label, state, stateLabel }) => (
          <li
            key={name}
            className={join(styles["step"], styles[state])}
            aria-current={state === "here" ? "step" : undefined}
            title={stateLabel}
          >
            {label}
          </li>
        ))}
      </ol>
    </div>
  );
};
