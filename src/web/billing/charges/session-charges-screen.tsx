import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { explainSession, type SessionCharge } from "#domain/billing/charges/day-charge.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { PersonCharges } from "#web/billing/charges/person-charges.tsx";
import { useParam } from "#web/platform/address.ts";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { OpenRows } from "#web/ui/open-rows.tsx";
import { Screen } from "#web/ui/screen.tsx";

type SessionCharges = Output<typeof explainSession>;

const PersonRow = (props: {
  readonly row: SessionCharge;
  readonly session: SessionCharges;
}): ReactNode => {
  const { row, session } = props;
  const services = [
    {
      sessionId: session.sessionId,
      sessionName: session.name,
      startedAt: session.startsAt,
      isOver: row.isOver,
    },
  ];
  const payerName = row.payer?.name;
  return (
    <PersonCharges
      row={row}
      below={
        <>
          {payerName ?? <Trans>no policy</Trans>} ·{" "}
          {row.isOver ? (
            <Plural value={row.creditedMinutes} one="# minute" other="# minutes" />
          ) : (
            <Trans>still runs</Trans>
          )}
        </>
      }
      totalCents={row.dayTotalCents}
      services={services}
      zone={session.zone}
    />
  );
};

const SessionPage = (props: { readonly session: SessionCharges }): ReactNode => {
  const { t } = useLingui();
  const { session } = props;
  const { rows, zone } = session;
  const maySeeRoom = useCan("notes:read");
  const from = sayTime(session.startsAt, zone);
  const to = sayTime(session.endsAt, zone) + useSayOtherZone()(zone);
  const billing = rows.filter(({ lines }) => lines.length > 0).length;
  const of = rows.length;
  return (
    <Screen
      title={t`What would ${session.name} bill?`}
      shortTitle={session.name}
      above={[{ label: t`Charges`, to: paths.charges }]}
      facts={
        <Trans>
          {sayDate(session.serviceDate)}, {from} to {to}. As it stands now; nothing is kept by
          looking.
        </Trans>
      }
      otherActions={
        maySeeRoom && (
          <Button to={paths.session(session.sessionId)}>
            <Trans>Open the session</Trans>
          </Button>
        )
      }
    >
      <Card
        flush
        title={<Trans>Who was in it</Trans>}
        aside={
          <Trans>
            {billing} of {of} have a part in a line; the amount is of their whole day
          </Trans>
        }
      >
        {rows.length === 0 ? (
          <EmptyState>
            <Trans>
              Nobody is on the list of this session. Put those who were there on it first.
            </Trans>
          </EmptyState>
        ) : (
          <OpenRows label={t`Who was in it`}>
            {rows.map((row) => (
              <PersonRow key={row.enrollmentId} row={row} session={session} />
            ))}
          </OpenRows>
        )}
      </Card>
    </Screen>
  );
};

/** What a session is worth for each person in it, with the reason of every line and every zero. */
export const SessionChargesScreen = (): ReactNode => {
  const sessionId = useParam("sessionId");
  const session = useRead(
    explainSession,
    { sessionId },
    { alsoOn: ["attendance", "session", "note", "contract", "coverage"] },
  );
  return <Loaded read={session}>{(data) => <SessionPage session={data} />}</Loaded>;
};
