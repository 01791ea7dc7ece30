import { Trans, useLingui } from "@lingui/react/macro";
import { useBlocker } from "@tanstack/react-router";
import { lazy, Suspense, type ReactNode } from "react";
import { askBeforeLeaving, useLeaveQuestion } from "#web/platform/unsaved.ts";

const ConfirmDialog = lazy(async () => ({
  default: (await import("#web/ui/confirm-dialog.tsx")).ConfirmDialog,
}));

/** Asks before leaving a screen that holds something unsaved. */
export const LeaveGuard = (): ReactNode => {
  const { t } = useLingui();
  const answer = useLeaveQuestion();
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && !(await askBeforeLeaving()),
    enableBeforeUnload: false,
  });
  if (!answer) return null;
  return (
    <Suspense>
      <ConfirmDialog
        open
        title={t`Leave without saving?`}
        verb={<Trans>Leave</Trans>}
        danger
        onClose={() => answer(false)}
        onConfirm={() => answer(true)}
      >
        <p>
          <Trans>What you typed on this screen is not saved yet.</Trans>
        </p>
      </ConfirmDialog>
    </Suspense>
  );
};
