import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Series } from "#domain/scheduling/series.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { sayDate } from "#web/platform/dates.ts";
import { addDays } from "#web/platform/days.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { useClosures } from "#web/scheduling/closed-rows.tsx";
import { closedMeetings, type ClosedMeeting } from "#web/scheduling/coming-days.ts";
import { SessionActs } from "#web/scheduling/session-acts.tsx";
import { SessionRow } from "#web/scheduling/session-row.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ClosedIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

const ClosedRow = ({ day, closures }: ClosedMeeting): ReactNode => {
  const { t } = useLingui();
  const [date, site] = [sayDate(day), closures[0]?.siteName ?? ""];
  return (
    <Row
      icon={ClosedIcon}
      title={t`${date}, nobody meets: ${site} is closed`}
      below={closures.map(({ reason }) => reason).join(" · ")}
    />
  );
};

/** The sessions to come, and between them the days on which a group would meet if its site were open. */
const ComingRows = (props: {
  readonly sessions: readonly Session[];
  readonly closed: readonly ClosedMeeting[];
}): ReactNode => {
  const { t } = useLingui();
  const rows = [
    ...props.sessions.map((session) => ({ day: session.serviceDate, session })),
    ...props.closed.map((meeting) => ({ day: meeting.day, meeting })),
  ].toSorted((one, other) => one.day.localeCompare(other.day));
  return (
    <Rows label={t`Next three weeks`}>
      {rows.map((row) =>
        "session" in row ? (
          <SessionRow
            key={row.session.id}
            session={row.session}
            day
            action={<SessionActs session={row.session} />}
          />
        ) : (
          <ClosedRow key={row.day} {...row.meeting} />
        ),
      )}
    </Rows>
  );
};

/** What comes of a weekly group. */
export const ComingCard = (props: { readonly series: Series }): ReactNode => {
  const { t } = useLingui();
  const { series } = props;
  const today = useToday(series.zone);
  const span = { from: today, to: addDays(today, 21) };
  const coming = useRead(listSessions, { ...span, seriesId: series.id });
  const closuresOf = useClosures(series.site.id);
  return (
    <Card title={t`Next three weeks`} flush>
      <Loaded read={coming}>
        {({ rows }) => {
          const closed =
            series.retiredAt === null ? closedMeetings(series, span, rows, closuresOf) : [];
          return rows.length + closed.length === 0 ? (
            <EmptyState>
              <Trans>
                No session in the next three weeks. Those that were stand in the weeks of Sessions.
              </Trans>
            </EmptyState>
          ) : (
            <ComingRows sessions={rows} closed={closed} />
          );
        }}
      </Loaded>
    </Card>
  );
};
