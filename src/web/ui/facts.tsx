import type { ReactNode } from "react";
import styles from "#web/ui/facts.module.css";

export interface Fact {
  readonly name: ReactNode;
  /** What draws nothing is left out, unless `absent` says what its absence means. */
  readonly value: ReactNode;
  readonly absent?: ReactNode;
}

const isAbsent = (value: ReactNode): boolean =>
  value === null || value === undefined || value === false || value === "";

/** What is known of a record: names at the left, values at the right. */
export const Facts = (props: { readonly facts: readonly Fact[] }): ReactNode => (
  <dl className={styles["facts"]}>
    {props.facts.map((fact, index) =>
      isAbsent(fact.value) && fact.absent === undefined ? null : (
        <div key={index} className={styles["fact"]}>
          <dt>{fact.name}</dt>
          <dd>
            {isAbsent(fact.value) ? (
              <span className={styles["absent"]}>{fact.absent}</span>
            ) : (
              fact.value
            )}
          </dd>
        </div>
      ),
    )}
  </dl>
);
