import type { ReactNode } from "react";
import { KeyHint } from "#web/ui/key-hint.tsx";
import styles from "#web/ui/key-list.module.css";

/** Keys and what they do. */
export const KeyList = (props: {
  readonly rows: readonly { readonly keys: readonly string[]; readonly label: string }[];
}): ReactNode => (
  <dl className={styles["list"]}>
    {props.rows.map((row) => (
      <div key={row.keys.join(" ")}>
        <dt>
          <KeyHint keys={row.keys} always />
          <span className="sw-unseen">{row.keys.join(" ")}</span>
        </dt>
        <dd>{row.label}</dd>
      </div>
    ))}
  </dl>
);
