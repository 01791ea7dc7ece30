import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { paths } from "#web/platform/paths.ts";
import { Button } from "#web/ui/button.tsx";
import styles from "#web/ui/nothing-here.module.css";

/** The same page for what does not exist and for what this person may not see. */
export const NothingHere = (props: { readonly home?: string }): ReactNode => (
  <div className={styles["nothing"]}>
    <h1 tabIndex={-1}>
      <Trans>Nothing here, or not yours to see.</Trans>
    </h1>
    <p>
      <Trans>The address may be old, or your role may not include it.</Trans>
    </p>
    <Button to={props.home ?? paths.home} kind="primary">
      <Trans>Go to Today</Trans>
    </Button>
  </div>
);
