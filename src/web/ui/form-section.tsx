import { useId, type ReactNode } from "react";
import styles from "#web/ui/form-section.module.css";

/** Groups of fields in two columns; one under the other where there is no room. */
export const FormSections = (props: {
  readonly children: ReactNode;
  readonly beside: ReactNode;
}): ReactNode => (
  <div className={styles["sections"]}>
    <div className={styles["column"]}>{props.children}</div>
    <div className={styles["column"]}>{props.beside}</div>
  </div>
);

/** A few fields that belong together, under their name. */
export const FormSection = (props: {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const titleId = useId();
  return (
    <section className={styles["section"]} aria-labelledby={titleId}>
      <h2 className={styles["title"]} id={titleId}>
        {props.title}
        {props.hint !== undefined && <span className={styles["hint"]}>{props.hint}</span>}
      </h2>
      {props.children}
    </section>
  );
};

/** A further part of a section, parted by a hairline. */
export const FormPart = (props: { readonly children: ReactNode }): ReactNode => (
  <div className={styles["part"]}>{props.children}</div>
);
