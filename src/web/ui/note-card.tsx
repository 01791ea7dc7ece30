import { useId, type ReactNode } from "react";
import styles from "#web/ui/note-card.module.css";

/** A text that is being written, in a card of the window's height: it scrolls inside, its head and foot stay. */
export const NoteCard = (props: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly below?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const id = useId();
  return (
    <section className={styles["card"]} aria-labelledby={id}>
      <header className={styles["head"]}>
        <div className={styles["line"]}>
          <h2 id={id}>{props.title}</h2>
          <div className={styles["aside"]}>{props.aside}</div>
        </div>
        {props.below !== undefined && <p>{props.below}</p>}
      </header>
      <div className={styles["body"]} tabIndex={-1}>
        {props.children}
      </div>
      {props.foot !== undefined && <div className={styles["foot"]}>{props.foot}</div>}
    </section>
  );
};

/** A field of the text with what is said of it. */
export const FieldStack = (props: { readonly children: ReactNode }): ReactNode => (
  <div className={styles["stack"]}>{props.children}</div>
);
