import { Trans, useLingui } from "@lingui/react/macro";
import type { ErrorComponentProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { RetryIcon } from "#web/ui/icons.ts";
import { Screen } from "#web/ui/screen.tsx";

const isOldVersion = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script failed/i.test(error.message);

/** A fault of a screen: says so at its place and keeps what was typed. A program that was renewed meanwhile is loaded anew. */
export const CrashScreen = (props: ErrorComponentProps): ReactNode => {
  const { t } = useLingui();
  const renewed = isOldVersion(props.error);
  return (
    <Screen
      title={renewed ? t`Stepwell was renewed` : t`This screen stopped working`}
      action={
        <Button
          kind="primary"
          icon={RetryIcon}
          onPress={() => (renewed ? location.reload() : props.reset())}
        >
          {renewed ? <Trans>Load the new version</Trans> : <Trans>Open it again</Trans>}
        </Button>
      }
    >
      <ErrorPanel>
        {renewed ? (
          <Trans>This screen needs the new version of Stepwell.</Trans>
        ) : (
          <Trans>
            The fault is ours. What was saved is safe, and what you typed into a form is kept until
            you open it again.
          </Trans>
        )}
      </ErrorPanel>
    </Screen>
  );
};
