import { useId, type ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/card.module.css";

export interface CardProps {
  readonly title?: ReactNode;
  /** A quiet fact beside the title: a count, a date. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Content that reaches the edges and brings its own lines: tables, rows. */
  readonly flush?: boolean;
}

/** A surface that holds one thing. Never a card inside a card: inside, rows part by a hairline. */
export const Card = (props: CardProps): ReactNode => {
  const titleId = useId();
  const hasHead = props.title !== undefined || props.actions !== undefined;
  return (
    <section
      className={styles["card"]}
      aria-labelledby={props.title === undefined ? undefined : titleId}
    >
      {hasHead && (
        <header className={styles["head"]}>
          {props.title !== undefined && <h2 id={titleId}>{props.title}</h2>}
          {props.aside !== undefined && <span className={styles["aside"]}>{props.aside}</span>}
          {props.actions !== undefined && <div className={styles["actions"]}>{props.actions}</div>}
        </header>
      )}
      <div className={join(props.flush ? styles["flush"] : styles["body"])}>{props.children}</div>
    </section>
  );
};

/** The button that ends a card's list: Show older. */
export const CardFoot = (props: { readonly children: ReactNode }): ReactNode => (
  <div className={styles["foot"]}>{props.children}</div>
);
