import { useEffect, useRef, type ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import { isFirstScreen } from "#web/ui/first-screen.ts";
import { join } from "#web/ui/join.ts";
import { useSetTrail, type Step } from "#web/ui/trail.ts";
import styles from "#web/ui/fitted-screen.module.css";

/** A figure at the end of the head: large, with what it is out of or when it ends beneath. */
export interface HeadFigure {
  readonly id: string;
  readonly figure: ReactNode;
  readonly of?: ReactNode;
  readonly below: ReactNode;
  /** Left out where the head is narrow. */
  readonly onDeskOnly?: boolean;
}

/** A quiet fact under the title, with the icon of what it is about. */
export interface HeadFact {
  readonly id: string;
  readonly icon: Icon;
  readonly text: ReactNode;
  readonly onDeskOnly?: boolean;
}

/**
 * A screen that fits the window: what is worked on scrolls inside its own frame, and the act that ends
 * the work stays in sight at the foot. Two columns on a desk; below that, one at a time.
 */
export const FittedScreen = (props: {
  readonly title: string;
  readonly marks?: ReactNode;
  readonly above?: readonly Step[];
  readonly facts: readonly HeadFact[];
  readonly figures: readonly HeadFigure[];
  /** Across the whole width under the head: time, notes about the whole screen. */
  readonly band?: ReactNode;
  readonly tabs?: ReactNode;
  readonly side: ReactNode;
  readonly main: ReactNode;
  /** Which column is shown where there is room for one. */
  readonly shown: "side" | "main";
  readonly foot?: ReactNode;
  /** Under the work on a telephone, where the foot is left out: what is done elsewhere. */
  readonly onPhone?: ReactNode;
}): ReactNode => {
  const screen = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useSetTrail([...(props.above ?? []), { label: props.title }]);
  useEffect(() => {
    // What was pressed to come here is gone; whoever hears the screen is told where they are.
    const isBegun = screen.current?.contains(document.activeElement) ?? false;
    if (!isBegun && !isFirstScreen()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={screen} className={styles["screen"]} data-fills-window>
      <header className={styles["head"]}>
        <div className={styles["words"]}>
          <div className={styles["titleLine"]}>
            <h1 ref={heading} tabIndex={-1}>
              {props.title}
            </h1>
            {props.marks}
          </div>
          <ul className={styles["facts"]}>
            {props.facts.map(({ icon: Icon, ...fact }) => (
              <li key={fact.id} className={join(fact.onDeskOnly && styles["deskOnly"])}>
                <Icon size={16} stroke={1.75} aria-hidden />
                {fact.text}
              </li>
            ))}
          </ul>
        </div>
        {props.figures.map((one) => (
          <div
            key={one.id}
            className={join(styles["figure"], one.onDeskOnly && styles["deskOnly"])}
          >
            <div>
              <b>{one.figure}</b> {one.of !== undefined && <span>{one.of}</span>}
            </div>
            <p>{one.below}</p>
          </div>
        ))}
      </header>
      {props.band !== undefined && <div className={styles["band"]}>{props.band}</div>}
      {props.tabs !== undefined && <div className={styles["tabs"]}>{props.tabs}</div>}
      <div className={styles["work"]} data-shown={props.shown}>
        <div className={styles["side"]}>{props.side}</div>
        <div className={styles["main"]}>{props.main}</div>
      </div>
      {props.onPhone !== undefined && <p className={styles["onPhone"]}>{props.onPhone}</p>}
      {props.foot !== undefined && <footer className={styles["foot"]}>{props.foot}</footer>}
    </div>
  );
};
