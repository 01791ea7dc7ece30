import { useEffect, useRef, type ReactNode } from "react";
import { isFirstScreen } from "#web/ui/first-screen.ts";
import { useSetTrail, type Step } from "#web/ui/trail.ts";
import styles from "#web/ui/screen.module.css";

export interface ScreenProps {
  readonly title: string;
  /** Said in the bar where the title would be too long. */
  readonly shortTitle?: string;
  /** One quiet line under the title: the facts that identify the thing. */
  readonly facts?: ReactNode;
  /** Chips beside the title. */
  readonly marks?: ReactNode;
  /** The one primary action. */
  readonly action?: ReactNode;
  /** Other acts, left of the primary one. */
  readonly otherActions?: ReactNode;
  /** The screens above this one, from the top: `[{ label: t`Sites`, to: paths.sites }]`. */
  readonly above?: readonly Step[];
  readonly children: ReactNode;
}

/** A screen: where am I (bar), what is it (title line), what can I do (one primary action), then the work. */
export const Screen = (props: ScreenProps): ReactNode => {
  const screen = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useSetTrail([...(props.above ?? []), { label: props.shortTitle ?? props.title }]);
  useEffect(() => {
    // A form that begins in its first field keeps the focus there.
    const isBegun = screen.current?.contains(document.activeElement) ?? false;
    if (!isBegun && !isFirstScreen()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={screen} className={styles["screen"]}>
      <header className={styles["head"]}>
        <div className={styles["words"]}>
          <div className={styles["titleLine"]}>
            <h1 ref={heading} tabIndex={-1}>
              {props.title}
            </h1>
            {props.marks}
          </div>
          {props.facts !== undefined && <div className={styles["facts"]}>{props.facts}</div>}
        </div>
        {(props.otherActions !== undefined || props.action !== undefined) && (
          <div className={styles["actions"]}>
            {props.otherActions}
            {props.action}
          </div>
        )}
      </header>
      {props.children}
    </div>
  );
};

/** Columns that share the width: `wide` work at the left, facts and context at the right. One column on a phone. */
export const Columns = (props: {
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}): ReactNode => (
  <div className={props.aside === undefined ? styles["even"] : styles["columns"]}>
    <div className={styles["column"]}>{props.children}</div>
    {props.aside !== undefined && <div className={styles["column"]}>{props.aside}</div>}
  </div>
);
