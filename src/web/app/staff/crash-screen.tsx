import type { ErrorComponentProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCrash } from "#web/app/staff/crash-words.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { Screen } from "#web/ui/screen.tsx";

/** A fault of a screen says so at its place; the frame around it stays. */
export const CrashScreen = ({ error, reset }: ErrorComponentProps): ReactNode => {
  const crash = useCrash({ error, onRetry: reset });
  return (
    <Screen title={crash.title} action={crash.retry} otherActions={crash.toToday}>
      <ErrorPanel>{crash.sentence}</ErrorPanel>
      {crash.reference}
    </Screen>
  );
};
