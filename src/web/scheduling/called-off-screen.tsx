import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { readSession } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { spanOf } from "#web/platform/time-span.ts";
import { PlanAgainDialog } from "#web/scheduling/plan-again-dialog.tsx";
import { SessionCalls } from "#web/scheduling/session-calls.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { UndoIcon } from "#web/ui/icons.ts";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { Time } from "#web/ui/time.tsx";

const PlanAgain = (props: { readonly session: Session }): ReactNode => {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="primary" icon={UndoIcon} onPress={() => setAsking(true)}>
        <Trans>Plan it again</Trans>
      </Button>
      <PlanAgainDialog session={props.session} open={asking} onClose={() => setAsking(false)} />
    </>
  );
};

const WhyCard = (props: { readonly session: Session }): ReactNode => {
  const { zone } = useSession().organization;
  const { cancelReason, calledOff } = props.session;
  return (
    <Card title={<Trans>Called off</Trans>}>
      <p>
        <Trans>It counts as an absence for nobody, and nothing is written or billed for it.</Trans>
      </p>
      <Facts
        facts={[
          { name: <Trans>Why</Trans>, value: cancelReason },
          { name: <Trans>By</Trans>, value: calledOff?.by },
          { name: <Trans>When</Trans>, value: calledOff && <Time at={calledOff.at} zone={zone} /> },
        ]}
      />
    </Card>
  );
};

/** What is known of the session before it is read. */
type Known = Pick<Session, "id" | "name" | "zone" | "serviceDate" | "startsAt" | "endsAt">;

/** A session that was called off: by whom, when and why, whom to call, and the way back. */
export const CalledOffScreen = (props: {
  readonly session: Known;
  readonly place: string;
  /** What this device still keeps of it. */
  readonly notes: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { id: sessionId, name, zone, serviceDate, startsAt, endsAt } = props.session;
  const read = useRead(readSession, { sessionId }, { quiet: true });
  const sayOtherZone = useSayOtherZone();
  const now = useNow().getTime();
  const mayManage = useCan("schedule:manage");
  const maySeeCalls = useCan("attendance:read");
  const isAhead = now < Date.parse(startsAt);
  const hours = `${spanOf(sayTime(startsAt, zone), sayTime(endsAt, zone))}${sayOtherZone(zone)}`;
  return (
    <Screen
      title={name}
      above={[{ label: t`Sessions`, to: paths.sessions }]}
      marks={<Chip>{t`Called off`}</Chip>}
      facts={`${sayDate(serviceDate)}, ${hours} · ${props.place}`}
      action={mayManage && isAhead && read.data && <PlanAgain session={read.data} />}
    >
      {props.notes}
      <Columns>
        {read.data && <WhyCard session={read.data} />}
        {maySeeCalls && now < Date.parse(endsAt) && (
          <Card>
            <SessionCalls sessionId={sessionId} />
          </Card>
        )}
      </Columns>
    </Screen>
  );
};
