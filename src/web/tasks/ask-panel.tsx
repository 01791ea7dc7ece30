import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { askedKinds } from "#domain/tasks/asked-kind.ts";
import { useAsking, type Asking } from "#web/platform/asking.ts";
import { useCan } from "#web/platform/session.tsx";
import { WriteTaskForm, type BegunTask } from "#web/tasks/write-task-form.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const begunBy = ({ words, ownerStaffId, ask, sessionId }: Asking): BegunTask => {
  const kind = askedKinds.find((one) => one === ask);
  return {
    words,
    ownerStaffId,
    about: kind === undefined || sessionId === "" ? null : { kind, id: sessionId },
  };
};

/** Asks a colleague for something of a session, beside whatever screen it was begun on. */
export const AskPanel = (): ReactNode => {
  const { asking, end } = useAsking();
  const mayWrite = useCan("tasks:work");
  if (asking === null || !mayWrite) return null;
  return (
    <SidePanel open onClose={end} title={<Trans>Ask a colleague</Trans>}>
      <WriteTaskForm
        key={`${asking.ownerStaffId}:${asking.words}`}
        begun={begunBy(asking)}
        onClose={end}
      />
    </SidePanel>
  );
};
