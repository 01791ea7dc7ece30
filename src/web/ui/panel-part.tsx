import { useId, type ReactNode } from "react";
import styles from "#web/ui/panel-part.module.css";

/** One thing that a side panel tells, under its name; parts are told apart by a hairline. */
export const PanelPart = (props: {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const titleId = useId();
  return (
    <section className={styles["part"]} aria-labelledby={titleId}>
      <h2 id={titleId}>{props.title}</h2>
      {props.hint !== undefined && <div className={styles["hint"]}>{props.hint}</div>}
      <div className={styles["body"]}>{props.children}</div>
    </section>
  );
};
