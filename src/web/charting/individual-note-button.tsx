import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";

/** A note about one person begins with the hour alone that it is about. */
export const IndividualNoteButton = (props: { readonly patientId: string }): ReactNode => {
  const mayPlan = useCan("attendance:record");
  const mayWrite = useCan("notes:write");
  if (!mayPlan || !mayWrite) return null;
  return (
    <Button to={`${paths.sessions}?add=session-${props.patientId}`}>
      <Trans>Write an individual note</Trans>
    </Button>
  );
};
