import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import { RetryIcon, RiskIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/error-panel.module.css";

/** What went wrong, at the place where it did: what happened, what is safe, what to do. */
export const ErrorPanel = (props: {
  readonly children: ReactNode;
  readonly onRetry?: (() => void) | undefined;
}): ReactNode => (
  <div className={styles["panel"]} role="alert">
    <RiskIcon size={18} stroke={1.75} aria-hidden />
    <div className={styles["words"]}>{props.children}</div>
    {props.onRetry && (
      <Button size="small" icon={RetryIcon} onPress={props.onRetry}>
        <Trans>Try again</Trans>
      </Button>
    )}
  </div>
);
