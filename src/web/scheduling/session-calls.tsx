import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSessionCalls } from "#domain/scheduling/session.api.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { CallsPart } from "#web/scheduling/calls-part.tsx";

/** Whom to call because a session is called off, or is about to be. */
export const SessionCalls = (props: { readonly sessionId: string }): ReactNode => {
  const { sessionId } = props;
  const maySee = useCan("attendance:read");
  const read = useRead(
    listSessionCalls,
    { sessionId },
    { enabled: maySee, alsoOn: ["attendance", "membership"] },
  );
  if (!maySee) return null;
  return (
    <CallsPart
      read={read}
      list="session-calls"
      nobody={<Trans>Nobody has a seat in it that is still to come.</Trans>}
      all
    />
  );
};
