import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSessions } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { sayTime } from "#web/platform/dates.ts";
import { useKeptAt } from "#web/platform/kept-answers.ts";
import { LedForMeRow, useLedForMe } from "#web/app/led-for-me.tsx";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SessionIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";

const halfAnHourMs = 30 * 60_000;

const loadKept = async () => (await import("#web/scheduling/kept-sessions.ts")).readKeptSessions;

/** The sessions that the person who looks leads today, and the one whose room they will open next. */
export const useMySessions = () => {
  const maySee = useCan("schedule:read");
  const now = useNow();
  const today = useToday();
  const asked = { from: today, to: today, mine: "true" as const };
  const asOf = useKeptAt(listSessions, asked);
  const read = useRead(listSessions, asked, {
    enabled: maySee,
    alsoOn: ["session", "series", "activity-type", "attendance"],
    keep: loadKept,
  });
  const rows = (read.data?.rows ?? []).filter((session) => session.state !== "cancelled");
  const notOver = rows.filter((one) => Date.parse(one.endsAt) + halfAnHourMs > now.getTime());
  return { isKnown: read.data !== undefined, rows, next: notOver[0], now, asOf };
};

const AsOf = (props: { readonly at: Date | null }): ReactNode => {
  const { zone } = useSession().organization;
  if (props.at === null) return null;
  const time = sayTime(props.at, zone);
  return <Trans>as of {time}</Trans>;
};

const Standing = (props: { readonly session: Session; readonly now: Date }): ReactNode => {
  const { session, now } = props;
  const { presentCount, expectedCount } = session;
  if (now.getTime() < Date.parse(session.startsAt))
    return (
      <Chip>
        <Plural value={expectedCount} one="# expected" other="# expected" />
      </Chip>
    );
  return (
    <Chip meaning={session.state === "ended" ? "ontime" : undefined}>
      <Trans>
        {presentCount} of {expectedCount} came
      </Trans>
    </Chip>
  );
};

/** For whom somebody stands in. */
const InPlaceOf = (props: { readonly session: Session }): ReactNode => {
  const names = props.session.replaced.map(({ name }) => name).join(", ");
  if (names === "") return null;
  return (
    <>
      {" · "}
      <Trans>in place of {names}</Trans>
    </>
  );
};

/** Today's sessions of the person who looks, in the order of the clock, and those that others lead for them. */
export const MySessionsCard = (props: {
  readonly rows: readonly Session[];
  readonly now: Date;
  /** When this list was read, where it is the one this device kept. */
  readonly asOf: Date | null;
  /** For whoever is shown the sessions of everybody, and leads none of them. */
  readonly goneWhenEmpty?: boolean;
}): ReactNode => {
  const ledForMe = useLedForMe();
  const sayOtherZone = useSayOtherZone();
  if (props.goneWhenEmpty && props.rows.length + ledForMe.length === 0) return null;
  return (
    <Card flush title={<Trans>My sessions</Trans>} aside={<AsOf at={props.asOf} />}>
      {props.rows.length === 0 && (
        <EmptyState
          action={
            <Button to={paths.sessions}>
              <Trans>All sessions</Trans>
            </Button>
          }
        >
          <Trans>You lead no session today.</Trans>
        </EmptyState>
      )}
      {props.rows.length + ledForMe.length > 0 && (
        <Rows>
          {props.rows.map((session) => {
            const from = sayTime(session.startsAt, session.zone);
            const to = sayTime(session.endsAt, session.zone);
            return (
              <Row
                key={session.id}
                icon={SessionIcon}
                to={paths.session(session.id)}
                quiet={Date.parse(session.endsAt) < props.now.getTime()}
                title={session.name}
                below={
                  <>
                    {from}–{to}
                    {sayOtherZone(session.zone)}
                    {session.room && <> · {session.room.name}</>}
                    <InPlaceOf session={session} />
                  </>
                }
                marks={<Standing session={session} now={props.now} />}
              />
            );
          })}
          {ledForMe.map((session) => (
            <LedForMeRow key={session.id} session={session} />
          ))}
        </Rows>
      )}
    </Card>
  );
};
