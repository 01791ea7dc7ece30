import type { ReactNode } from "react";
import { Link } from "#web/ui/link.tsx";
import styles from "#web/ui/beside-person.module.css";

/** A few quiet facts about one person, while something is written about them. */
export const BesidePerson = (props: {
  readonly name: string;
  readonly to: string;
  readonly marks: ReactNode;
  readonly children: ReactNode;
}): ReactNode => (
  <section className={styles["beside"]} aria-label={props.name}>
    <div className={styles["who"]}>
      <h3 dir="auto">
        <Link to={props.to}>{props.name}</Link>
      </h3>
      {props.marks}
    </div>
    <dl>{props.children}</dl>
  </section>
);

export const BesideLine = (props: {
  readonly head: ReactNode;
  readonly children: ReactNode;
}): ReactNode => (
  <div className={styles["line"]}>
    <dt>{props.head}</dt>
    <dd dir="auto">{props.children}</dd>
  </div>
);
