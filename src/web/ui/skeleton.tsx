import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import styles from "#web/ui/skeleton.module.css";

/** The shape of what is coming, shown after 300 ms. Nothing in it moves. */
export const Skeleton = (props: { readonly rows?: number; readonly tall?: boolean }): ReactNode => (
  <div className={styles["skeleton"]} role="status">
    <span className="sw-unseen">
      <Trans>Loading</Trans>
    </span>
    {Array.from({ length: props.rows ?? 4 }, (_, row) => (
      <span key={row} className={props.tall ? styles["tall"] : styles["row"]} aria-hidden />
    ))}
  </div>
);
