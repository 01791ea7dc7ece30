import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSessions } from "#domain/scheduling/session.api.ts";
import {
  sessionsOfToday,
  type SessionOnToday,
  type SessionsOfToday,
} from "#web/app/sessions-of-today.ts";
import { sayTime } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { spanOf } from "#web/platform/time-span.ts";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { atSite, type SiteChosen } from "#web/platform/use-site.ts";
import { useToday } from "#web/platform/use-today.ts";
import { useSessionPlace } from "#web/scheduling/use-session-place.ts";
import { Button } from "#web/ui/button.tsx";
import { Card, CardFoot } from "#web/ui/card.tsx";
import { CellItems } from "#web/ui/cell-items.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SessionIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

/** More than these are behind the link to all of them. */
const mostRows = 8;

const Standing = ({ session, isOn, isSilent }: SessionOnToday): ReactNode => {
  const { expectedCount, presentCount, hereCount } = session;
  if (isSilent)
    return (
      <Chip meaning="short">
        <Trans>Nobody entered yet</Trans>
      </Chip>
    );
  if (!isOn)
    return (
      <Chip>
        <Plural value={expectedCount} one="# expected" other="# expected" />
      </Chip>
    );
  return (
    <Chip meaning="ontime">
      {presentCount === hereCount ? (
        <Trans>
          {hereCount} of {expectedCount} here
        </Trans>
      ) : (
        <Trans>
          {hereCount} of {expectedCount} here, {presentCount} came
        </Trans>
      )}
    </Chip>
  );
};

const OnToday = (props: SessionOnToday): ReactNode => {
  const { session } = props;
  const placeOf = useSessionPlace();
  const sayOtherZone = useSayOtherZone();
  const hours = spanOf(
    sayTime(session.startsAt, session.zone),
    sayTime(session.endsAt, session.zone),
  );
  const led = session.facilitators.map(({ name }) => name).join(", ");
  return (
    <Row
      icon={SessionIcon}
      {...placeOf(session.id)}
      title={session.name}
      below={
        <>
          <div>
            {hours}
            {sayOtherZone(session.zone)} · {session.site.name} · {led}
          </div>
          <CellItems>
            <Standing {...props} />
          </CellItems>
        </>
      }
    />
  );
};

/** What the rows above leave out. */
const Besides = ({ open, over, calledOff }: SessionsOfToday): ReactNode => {
  const more = Math.max(0, open.length - mostRows);
  return (
    <>
      {more > 0 && (
        <>
          <Plural value={more} one="# more to come" other="# more to come" />
          {" · "}
        </>
      )}
      <Plural value={over} one="# over" other="# over" />
      {calledOff > 0 && (
        <>
          {" · "}
          <Plural value={calledOff} one="# called off" other="# called off" />
        </>
      )}
    </>
  );
};

/** Every session of the day for whoever answers for the program: what is on, what nobody entered anything for, what is to come. */
export const OnTodayCard = (props: { readonly site: SiteChosen }): ReactNode => {
  const { asked, siteId } = props.site;
  const maySee = useCan("schedule:read");
  const today = useToday();
  const now = useNow();
  const read = useRead(
    listSessions,
    { from: today, to: today, ...asked },
    {
      enabled: maySee,
      keepWhileLoading: true,
      alsoOn: ["session", "series", "activity-type", "attendance"],
    },
  );
  if (!maySee) return null;
  const all = (
    <Button size="small" to={atSite(paths.sessions, siteId)}>
      <Trans>All sessions</Trans>
    </Button>
  );
  return (
    <Loaded read={read}>
      {({ rows }) => {
        const day = sessionsOfToday(rows, now);
        return (
          <Card
            flush
            title={<Trans>On today</Trans>}
            aside={rows.length > 0 && <Besides {...day} />}
          >
            {day.open.length === 0 ? (
              <EmptyState action={all}>
                {rows.length === 0 ? (
                  <Trans>No session is planned for today. Plan one under Sessions.</Trans>
                ) : (
                  <Trans>Nothing more is on today. Who came stands under Sessions.</Trans>
                )}
              </EmptyState>
            ) : (
              <Rows>
                {day.open.slice(0, mostRows).map((one) => (
                  <OnToday key={one.session.id} {...one} />
                ))}
              </Rows>
            )}
            {day.open.length > 0 && <CardFoot>{all}</CardFoot>}
          </Card>
        );
      }}
    </Loaded>
  );
};
