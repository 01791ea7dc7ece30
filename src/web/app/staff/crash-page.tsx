import type { ErrorComponentProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCrash } from "#web/app/staff/crash-words.tsx";
import { Outside } from "#web/ui/outside.tsx";

/** A fault where no frame stands: before the sign-in, or in the frame itself. */
export const CrashPage = ({ error, reset }: ErrorComponentProps): ReactNode => {
  const crash = useCrash({ error, onRetry: reset });
  return (
    <Outside title={crash.title} lead={crash.sentence} foot={crash.reference}>
      {crash.retry} {crash.toToday}
    </Outside>
  );
};
