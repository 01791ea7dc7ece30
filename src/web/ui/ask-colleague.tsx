import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useAsking } from "#web/platform/asking.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { Time } from "#web/ui/time.tsx";

interface Asked {
  readonly by: string;
  readonly at: string;
}

/** Who asked a colleague already, and when. */
export const AskedBy = ({ asked: { by, at } }: { readonly asked: Asked }): ReactNode => (
  <Quiet>
    <Trans>
      Asked by {by}, <Time at={at} as="day" />
    </Trans>
  </Quiet>
);

/** Asks a colleague for something of a session; or says who asked and when, while that is open, so that nobody asks twice. */
export const AskColleague = (props: {
  readonly staffId: string;
  readonly sessionId: string;
  readonly ask: string;
  readonly words: string;
  /** Whom of the session it is about, where it is one person. */
  readonly patientId?: string;
  /** What they are asked to do, where the list does not say it already. */
  readonly verb?: ReactNode;
  readonly asked: Asked | null;
}): ReactNode => {
  const { staffId, sessionId, ask, words, patientId = "", asked } = props;
  const mayAsk = useCan("tasks:work");
  const session = useSession();
  const { addressOf } = useAsking();
  if (asked !== null) return <AskedBy asked={asked} />;
  if (!mayAsk || staffId === session.staffId) return null;
  return (
    <Button
      size="small"
      to={addressOf({ words, ownerStaffId: staffId, ask, sessionId, patientId })}
    >
      {props.verb ?? <Trans>Ask</Trans>}
    </Button>
  );
};
